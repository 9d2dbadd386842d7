package org.headroom.layers.format.geojson;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.headroom.layers.format.RawRecord;
import org.headroom.layers.format.RecordSource;
import org.jspecify.annotations.Nullable;

/**
 * GeoJSON (RFC 7946, 2016), sequences of features (RFC 8142, 2017) or of lines, and the JSON of feature services of ArcGIS, feature by
 * feature; and lists of plain objects, which are a table. The {@code crs} member of the 2008 format is honoured, because files still carry it. The file is read twice: first for what
 * {@link JsonSurvey} tells.
 */
final class GeoJsonSource implements RecordSource {
    private final JsonSurvey survey;
    private final FeatureReader features;
    private final JsonParser parser;
    private long number;

    GeoJsonSource(Path file) throws IOException {
        this.survey = JsonSurvey.of(file);
        this.features = new FeatureReader(survey);
        this.parser = JsonFile.open(file);
        try {
            if (survey.shape() == JsonSurvey.Shape.COLLECTION) {
                toFeatures();
            } else if (survey.shape() == JsonSurvey.Shape.RECORDS) {
                parser.nextToken();
            }
        } catch (JsonProcessingException e) {
            parser.close();
            throw JsonFile.broken(e, parser, number);
        }
    }

    private void toFeatures() throws IOException {
        parser.nextToken();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            boolean isList = parser.currentName().equals("features");
            if (parser.nextToken() == JsonToken.START_ARRAY && isList) {
                return;
            }
            parser.skipChildren();
        }
    }

    @Override
    public List<String> columns() {
        return List.copyOf(survey.columns().keySet());
    }

    @Override
    public Optional<String> findCrs() {
        return survey.crs();
    }

    @Override
    public List<String> notes() {
        List<String> notes = new ArrayList<>(survey.notes());
        notes.addAll(features.notes());
        return notes;
    }

    @Override
    public @Nullable RawRecord next() throws IOException {
        try {
            JsonToken token = parser.nextToken();
            if (token == null || token == JsonToken.END_ARRAY) {
                return null;
            }
            number++;
            return switch (survey.shape()) {
                case GEOMETRIES -> features.geometry(parser, number);
                case RECORDS -> features.plain(parser, number);
                case COLLECTION, FEATURES -> features.feature(parser, number);
            };
        } catch (JsonProcessingException e) {
            throw JsonFile.broken(e, parser, number);
        }
    }

    @Override
    public void close() throws IOException {
        parser.close();
    }
}
