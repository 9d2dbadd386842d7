package org.headroom.layers.format.geojson;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.headroom.layers.format.RawRecord;
import org.headroom.layers.format.RecordSource;
import org.headroom.layers.format.SourceException;
import org.headroom.layers.format.ValuesRecord;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.geojson.GeoJsonReader;

/**
 * GeoJSON (RFC 7946, 2016), feature by feature. The {@code crs} member of the 2008 format is honoured, because files still carry it. The
 * file is read twice: first for the names of the properties, which may differ from feature to feature.
 */
final class GeoJsonSource implements RecordSource {
    private static final ObjectMapper MAPPER = new ObjectMapper(new JsonFactory());

    private final Map<String, Integer> columns = new LinkedHashMap<>();
    private String crs = "EPSG:4326";
    private final JsonParser parser;
    private final GeoJsonReader geometries = new GeoJsonReader();
    private boolean single;
    private long number;

    GeoJsonSource(Path file) throws IOException {
        try {
            survey(file);
            this.parser = MAPPER.getFactory().createParser(file.toFile());
            if (!single) {
                toFeatures(parser);
            }
        } catch (JsonProcessingException e) {
            throw broken(e);
        }
    }

    @Override
    public List<String> columns() {
        return List.copyOf(columns.keySet());
    }

    @Override
    public Optional<String> findCrs() {
        return Optional.of(crs);
    }

    @Override
    public @Nullable RawRecord next() throws IOException {
        try {
            if (single && number > 0) {
                return null;
            }
            JsonToken token = parser.nextToken();
            if (token == null || token == JsonToken.END_ARRAY) {
                return null;
            }
            JsonNode feature = MAPPER.readTree(parser);
            number++;
            return record(feature);
        } catch (JsonProcessingException e) {
            throw broken(e);
        }
    }

    private RawRecord record(JsonNode feature) {
        @Nullable Object[] values = new @Nullable Object[columns.size()];
        for (Map.Entry<String, JsonNode> property : feature.path("properties").properties()) {
            Integer column = columns.get(property.getKey());
            if (column != null) {
                values[column] = value(property.getValue());
            }
        }
        if (!feature.path("type").asText().equals("Feature")) {
            return ValuesRecord.damaged(number, values, "the member of features is not a Feature");
        }
        JsonNode geometry = feature.path("geometry");
        if (!geometry.isObject()) {
            return new ValuesRecord(number, values, null, null);
        }
        try {
            Geometry read = geometries.read(geometry.toString());
            return new ValuesRecord(number, values, read, null);
        } catch (ParseException | RuntimeException e) {
            return ValuesRecord.damaged(number, values, "the geometry is not valid GeoJSON");
        }
    }

    private static @Nullable Object value(JsonNode node) {
        return switch (node.getNodeType()) {
            case NULL, MISSING -> null;
            case BOOLEAN -> (Object) node.booleanValue();
            case NUMBER ->
                node.canConvertToLong() && node.isIntegralNumber()
                        ? (Object) node.longValue()
                        : (Object) node.doubleValue();
            case STRING -> node.textValue().isBlank() ? null : node.textValue();
            default -> node.toString();
        };
    }

    private void survey(Path file) throws IOException {
        boolean features = false;
        String type = "";
        List<String> own = new ArrayList<>();
        try (JsonParser first = MAPPER.getFactory().createParser(file.toFile())) {
            if (first.nextToken() != JsonToken.START_OBJECT) {
                throw notGeoJson();
            }
            while (first.nextToken() == JsonToken.FIELD_NAME) {
                String name = first.currentName();
                JsonToken token = first.nextToken();
                if (name.equals("features") && token == JsonToken.START_ARRAY) {
                    features = true;
                    while (first.nextToken() == JsonToken.START_OBJECT) {
                        surveyFeature(first);
                    }
                } else if (name.equals("crs") && token == JsonToken.START_OBJECT) {
                    JsonNode named = MAPPER.readTree(first);
                    crs = named.path("properties").path("name").asText(crs);
                } else if (name.equals("type") && token == JsonToken.VALUE_STRING) {
                    type = first.getText();
                } else if (name.equals("properties") && token == JsonToken.START_OBJECT) {
                    JsonNode properties = MAPPER.readTree(first);
                    properties.fieldNames().forEachRemaining(own::add);
                } else {
                    first.skipChildren();
                }
            }
        }
        single = type.equals("Feature");
        if (!features && !single) {
            throw notGeoJson();
        }
        own.forEach(this::addColumn);
    }

    private void surveyFeature(JsonParser at) throws IOException {
        while (at.nextToken() == JsonToken.FIELD_NAME) {
            boolean properties = at.currentName().equals("properties");
            JsonToken token = at.nextToken();
            if (properties && token == JsonToken.START_OBJECT) {
                while (at.nextToken() == JsonToken.FIELD_NAME) {
                    addColumn(at.currentName());
                    at.nextToken();
                    at.skipChildren();
                }
            } else {
                at.skipChildren();
            }
        }
    }

    private void addColumn(String name) {
        columns.putIfAbsent(name, columns.size());
    }

    private static void toFeatures(JsonParser at) throws IOException {
        at.nextToken();
        while (at.nextToken() == JsonToken.FIELD_NAME) {
            boolean features = at.currentName().equals("features");
            JsonToken token = at.nextToken();
            if (features && token == JsonToken.START_ARRAY) {
                return;
            }
            at.skipChildren();
        }
    }

    private static SourceException notGeoJson() {
        return new SourceException("is not a GeoJSON FeatureCollection or Feature", "Check source.format.");
    }

    private SourceException broken(JsonProcessingException e) {
        int line = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
        return new SourceException(
                "is not valid JSON at line " + line + ", after record " + number + ": " + e.getOriginalMessage(),
                "Check that the file is complete.");
    }

    @Override
    public void close() throws IOException {
        parser.close();
    }
}
