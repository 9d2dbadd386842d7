package org.headroom.layers.format.geojson;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.headroom.layers.format.SourceException;
import org.jspecify.annotations.Nullable;

/**
 * What is to be known of a file before its features are read: of which shape it is, the names of its properties, which may differ from
 * feature to feature, and its reference system, which may stand behind them. A file that holds something else, or more, is refused here.
 */
final class JsonSurvey {
    /** What stands in the file. */
    enum Shape {
        /** One document with a list of features. */
        COLLECTION,
        /** Documents that are a feature each. */
        FEATURES,
        /** Documents that are a geometry each. */
        GEOMETRIES,
        /** One list of plain objects: a table, whose places stand in columns. */
        RECORDS
    }

    private static final String WGS84 = "EPSG:4326";
    private static final int MAX_COLUMNS = 10_000;

    private final Map<String, Integer> columns = new LinkedHashMap<>();
    private final List<String> notes = new ArrayList<>();
    private @Nullable Shape shape;
    private boolean esri;
    private boolean hasIds;
    private Optional<String> crs = Optional.empty();
    private boolean hasCrs;
    private Optional<String> esriCrs = Optional.empty();
    private boolean limited;
    /** Features that the service had for the question, as it says; -1 when it does not. */
    private long matched = -1;

    private boolean hasNextPage;
    private long features;

    private JsonSurvey() {}

    static JsonSurvey of(Path file) throws IOException {
        JsonSurvey survey = new JsonSurvey();
        try (JsonParser at = JsonFile.open(file)) {
            try {
                survey.read(at);
            } catch (JsonProcessingException e) {
                throw JsonFile.broken(e, at, survey.features);
            }
        }
        return survey;
    }

    private void read(JsonParser at) throws IOException {
        JsonToken first = at.nextToken();
        if (first == JsonToken.START_ARRAY) {
            records(at);
            at.nextToken();
        } else if (first != JsonToken.START_OBJECT) {
            throw notGeoJson(first == null ? "it holds nothing" : "it is a value");
        }
        while (at.currentToken() != null) {
            if (shape == Shape.COLLECTION || shape == Shape.RECORDS || at.currentToken() != JsonToken.START_OBJECT) {
                throw new SourceException(
                        "has something behind its " + behind() + ", at " + JsonFile.place(at) + ", after feature "
                                + features,
                        "Put all features into one FeatureCollection, or one feature a line without one.");
            }
            document(at);
            at.nextToken();
        }
        if (esri) {
            crs = esriCrs;
        } else if (!hasCrs) {
            crs = Optional.of(WGS84);
        }
        if (hasIds) {
            columns.putIfAbsent("id", columns.size());
        }
        if (limited) {
            notes.add("the service gave only the first " + features
                    + " features (exceededTransferLimit); what lies beyond is not in the file");
        } else if (matched > features) {
            notes.add("the service gave only " + features + " of the " + matched
                    + " features that it says it has (numberMatched); the others are not in the file");
        } else if (hasNextPage) {
            notes.add(
                    "the file is one page of what the service has, as it names a next one (links); what lies on other pages is not in the file");
        }
    }

    private String behind() {
        if (shape == Shape.RECORDS) {
            return "list";
        }
        return shape == Shape.COLLECTION ? "collection" : "document";
    }

    /** A list of objects; one of features or geometries is refused, lest their shapes be taken for texts. */
    private void records(JsonParser at) throws IOException {
        shape = Shape.RECORDS;
        while (at.nextToken() != JsonToken.END_ARRAY) {
            features++;
            if (at.currentToken() != JsonToken.START_OBJECT) {
                at.skipChildren();
                continue;
            }
            while (at.nextToken() == JsonToken.FIELD_NAME) {
                String name = at.currentName();
                addColumn(name);
                if (at.nextToken() == JsonToken.START_OBJECT && name.equals("geometry")) {
                    throw notGeoJson("it is a list, whose entry " + features + " has a geometry");
                }
                at.skipChildren();
            }
        }
    }

    private void document(JsonParser at) throws IOException {
        String type = null;
        boolean hasFeatures = false;
        boolean esriMembers = false;
        long before = features;
        List<String> own = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        while (at.nextToken() == JsonToken.FIELD_NAME) {
            String name = at.currentName();
            boolean again = !seen.add(name);
            if (again && (name.equals("features") || name.equals("crs") || name.equals("type"))) {
                throw new SourceException(
                        "has the member \"" + name + "\" twice, the second time at " + JsonFile.place(at)
                                + ", after feature " + features,
                        "Keep one of them: which was meant cannot be told.");
            }
            JsonToken token = at.nextToken();
            switch (name) {
                case "type" -> {
                    type = at.getValueAsString("");
                    at.skipChildren();
                }
                case "features" -> {
                    hasFeatures = token == JsonToken.START_ARRAY;
                    features(at);
                }
                case "crs" -> crs(JsonFile.tree(at));
                case "spatialReference" -> {
                    esriMembers = true;
                    esriCrs = ReferenceMember.esri(JsonFile.tree(at));
                }
                case "geometryType", "objectIdFieldName" -> {
                    esriMembers = true;
                    at.skipChildren();
                }
                case "exceededTransferLimit" -> {
                    limited |= token == JsonToken.VALUE_TRUE;
                    at.skipChildren();
                }
                case "numberMatched", "totalFeatures" -> {
                    matched = Math.max(matched, at.getValueAsLong(-1));
                    at.skipChildren();
                }
                case "links" ->
                    JsonFile.tree(at)
                            .forEach(link ->
                                    hasNextPage |= link.path("rel").asText().equals("next"));
                case "properties" -> {
                    JsonNode properties = JsonFile.tree(at);
                    properties.fieldNames().forEachRemaining(own::add);
                    limited |= properties.path("exceededTransferLimit").asBoolean();
                }
                case "id" -> {
                    hasIds |= token.isScalarValue() && token != JsonToken.VALUE_NULL && !hasFeatures;
                    at.skipChildren();
                }
                case "error" -> {
                    String message = JsonFile.tree(at).path("message").asText();
                    if (!message.isEmpty()) {
                        throw new SourceException(
                                "is the answer of a service that failed: " + message, "Download it again.");
                    }
                }
                default -> at.skipChildren();
            }
        }
        classify(type, hasFeatures, esriMembers, features - before);
        if (shape == Shape.FEATURES) {
            for (String name : own) {
                addColumn(name);
            }
        }
    }

    private void classify(@Nullable String type, boolean hasFeatures, boolean esriMembers, long found)
            throws SourceException {
        Shape next;
        if (hasFeatures && (type == null || type.equals("FeatureCollection"))) {
            next = Shape.COLLECTION;
            esri |= esriMembers && type == null;
            if (type == null && !esri) {
                notes.add("the file does not say that it is a FeatureCollection; its \"features\" were read");
            }
            hasIds &= found > 0;
        } else if ("FeatureCollection".equals(type)) {
            throw new SourceException(
                    "is a FeatureCollection without a list of features",
                    "Download or export it again: \"features\" is missing or is no list.");
        } else if ("Feature".equals(type)) {
            next = Shape.FEATURES;
        } else if (type != null && GeoJsonGeometryReader.TYPES.contains(type)) {
            next = Shape.GEOMETRIES;
            hasIds = false;
        } else {
            throw notGeoJson(
                    type == null
                            ? "it has no type"
                            : "its type is \"" + (type.length() > 40 ? type.substring(0, 40) : type) + "\"");
        }
        if (shape != null && shape != next) {
            throw new SourceException(
                    "has documents of several types behind each other, after feature " + features,
                    "Put all features into one FeatureCollection, or one feature a line.");
        }
        shape = next;
        features += next == Shape.COLLECTION ? 0 : 1;
    }

    private void crs(JsonNode member) throws SourceException {
        Optional<String> next = Optional.of(member.isNull() ? WGS84 : ReferenceMember.geoJson(member));
        if (member.isNull() && !hasCrs) {
            notes.add(
                    "the file says that its reference system is unknown (crs: null); longitude and latitude of WGS 84 were taken");
        }
        if (hasCrs && !next.equals(crs)) {
            throw new SourceException(
                    "names several reference systems, the second after feature " + features, "Reproject all to one.");
        }
        hasCrs = true;
        crs = next;
    }

    private void features(JsonParser at) throws IOException {
        if (at.currentToken() != JsonToken.START_ARRAY) {
            at.skipChildren();
            return;
        }
        while (at.nextToken() != JsonToken.END_ARRAY) {
            features++;
            if (at.currentToken() == JsonToken.START_OBJECT) {
                feature(at);
            } else {
                at.skipChildren();
            }
        }
    }

    private void feature(JsonParser at) throws IOException {
        while (at.nextToken() == JsonToken.FIELD_NAME) {
            String name = at.currentName();
            JsonToken token = at.nextToken();
            boolean attributes = name.equals("attributes");
            if ((attributes || name.equals("properties")) && token == JsonToken.START_OBJECT) {
                esri |= attributes;
                while (at.nextToken() == JsonToken.FIELD_NAME) {
                    addColumn(at.currentName());
                    at.nextToken();
                    at.skipChildren();
                }
            } else if (name.equals("id")) {
                hasIds |= token.isScalarValue() && token != JsonToken.VALUE_NULL;
                at.skipChildren();
            } else {
                at.skipChildren();
            }
        }
    }

    private void addColumn(String name) throws SourceException {
        columns.putIfAbsent(name, columns.size());
        if (columns.size() > MAX_COLUMNS) {
            throw new SourceException(
                    "has more than 10,000 names of properties, up to feature " + features,
                    "Put what differs from feature to feature into values, not into names.");
        }
    }

    private static SourceException notGeoJson(String why) {
        return new SourceException("is not a GeoJSON FeatureCollection or Feature: " + why, "Check source.format.");
    }

    Shape shape() {
        return shape == null ? Shape.COLLECTION : shape;
    }

    /** Whether features have {@code attributes} and geometries of Esri. */
    boolean isEsri() {
        return esri;
    }

    /** Place of each property, from 0. */
    Map<String, Integer> columns() {
        return columns;
    }

    Optional<String> crs() {
        return crs;
    }

    List<String> notes() {
        return notes;
    }
}
