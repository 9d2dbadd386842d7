package org.headroom.layers.format.geojson;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.headroom.layers.format.RawRecord;
import org.headroom.layers.format.ValuesRecord;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/** Makes records of features, and counts what is odd about their properties. */
final class FeatureReader {
    private final Map<String, Integer> columns;
    private final String properties;
    private final boolean esri;
    private final GeometryReader geometries;
    private final int idColumn;

    /** The last feature that has a property. */
    private final long[] seen;

    private final Oddity noNumber = new Oddity();
    private final Oddity repeated = new Oddity();
    private long number;
    private @Nullable Object[] values = {};
    private boolean hasOwnId;
    private @Nullable String damage;

    FeatureReader(JsonSurvey survey) {
        this.columns = survey.columns();
        this.esri = survey.isEsri();
        this.properties = esri ? "attributes" : "properties";
        this.geometries = esri ? new EsriGeometryReader(survey.crs()) : new GeoJsonGeometryReader();
        this.idColumn = columns.getOrDefault("id", -1);
        this.seen = new long[columns.size()];
    }

    /** How often something was met, and where first. */
    private static final class Oddity {
        private long count;
        private String first = "";

        void add(long feature, String name) {
            if (count++ == 0) {
                first = "feature " + feature + ", property \"" + name + "\"";
            }
        }
    }

    /** The record of the feature that begins at the current token; the parser stands at its last token afterwards. */
    RawRecord feature(JsonParser at, long ordinal) throws IOException {
        begin(ordinal);
        if (at.currentToken() != JsonToken.START_OBJECT) {
            at.skipChildren();
            return ValuesRecord.damaged(number, values, "the member of features is not a Feature");
        }
        boolean isFeature = esri;
        boolean hasType = false;
        boolean hasProperties = false;
        boolean hasGeometry = false;
        Geometry geometry = null;
        while (at.nextToken() == JsonToken.FIELD_NAME) {
            String name = at.currentName();
            JsonToken token = at.nextToken();
            if (name.equals(properties)) {
                once(!hasProperties, name);
                hasProperties = true;
                properties(at, token);
            } else if (name.equals("geometry")) {
                once(!hasGeometry, name);
                hasGeometry = true;
                geometry = geometries.read(at);
                damage(geometries.problem());
            } else if (name.equals("type")) {
                once(!hasType, name);
                hasType = true;
                isFeature |= "Feature".equals(at.getValueAsString());
                at.skipChildren();
            } else if (name.equals("id") && idColumn >= 0 && token.isScalarValue()) {
                if (!hasOwnId) {
                    values[idColumn] = value(at, token, name);
                }
            } else {
                at.skipChildren();
            }
        }
        if (!isFeature) {
            damage = "the member of features is not a Feature";
        }
        return damage == null
                ? new ValuesRecord(number, values, geometry, null)
                : ValuesRecord.damaged(number, values, damage);
    }

    /** As {@link #feature}, of a geometry without properties. */
    RawRecord geometry(JsonParser at, long ordinal) throws IOException {
        begin(ordinal);
        Geometry geometry = geometries.read(at);
        String problem = geometries.problem();
        return problem == null
                ? new ValuesRecord(number, values, geometry, null)
                : ValuesRecord.damaged(number, values, problem);
    }

    /** As {@link #feature}, of an object whose members are the properties themselves. */
    RawRecord plain(JsonParser at, long ordinal) throws IOException {
        begin(ordinal);
        if (at.currentToken() != JsonToken.START_OBJECT) {
            at.skipChildren();
            return ValuesRecord.damaged(number, values, "the entry of the list is no object");
        }
        properties(at, JsonToken.START_OBJECT);
        return new ValuesRecord(number, values, null, null);
    }

    private void begin(long ordinal) {
        number = ordinal;
        values = new @Nullable Object[columns.size()];
        hasOwnId = false;
        damage = null;
    }

    private void once(boolean first, String member) {
        if (!first) {
            damage("the feature has the member \"" + member + "\" twice");
        }
    }

    private void damage(@Nullable String found) {
        if (damage == null) {
            damage = found;
        }
    }

    private void properties(JsonParser at, JsonToken first) throws IOException {
        if (first != JsonToken.START_OBJECT) {
            if (first != JsonToken.VALUE_NULL) {
                damage("the " + properties + " of the feature are no object");
            }
            at.skipChildren();
            return;
        }
        while (at.nextToken() == JsonToken.FIELD_NAME) {
            String name = at.currentName();
            Object value = value(at, at.nextToken(), name);
            Integer column = columns.get(name);
            if (column == null) {
                continue;
            }
            if (seen[column] == number) {
                repeated.add(number, name);
                // Which of two values was meant cannot be told.
                values[column] = value != null && value.equals(values[column]) ? value : null;
            } else {
                seen[column] = number;
                values[column] = value;
            }
            hasOwnId |= column == idColumn;
        }
    }

    private @Nullable Object value(JsonParser at, JsonToken token, String name) throws IOException {
        return switch (token) {
            case VALUE_TRUE -> Boolean.TRUE;
            case VALUE_FALSE -> Boolean.FALSE;
            case VALUE_STRING -> at.getText().isBlank() ? null : at.getText();
            case VALUE_NUMBER_INT ->
                // A text keeps all digits of a number that is too long for either kind.
                at.getNumberType() == JsonParser.NumberType.BIG_INTEGER ? at.getText() : (Object) at.getLongValue();
            case VALUE_NUMBER_FLOAT -> decimal(at, name);
            case START_OBJECT, START_ARRAY -> JsonFile.tree(at).toString();
            default -> null;
        };
    }

    private @Nullable Object decimal(JsonParser at, String name) throws IOException {
        double value = at.getDoubleValue();
        if (Double.isFinite(value)) {
            return value;
        }
        String text = at.getText();
        if (text.chars().anyMatch(c -> c >= '0' && c <= '9')) {
            return text;
        }
        noNumber.add(number, name);
        return null;
    }

    /** Sentences on what was met so far. */
    List<String> notes() {
        List<String> notes = new ArrayList<>();
        if (noNumber.count > 0) {
            notes.add("values are NaN or Infinity, which is no JSON, " + noNumber.count + " in all (" + noNumber.first
                    + " is the first); they were read as missing; write null");
        }
        if (repeated.count > 0) {
            notes.add("features have properties twice, " + repeated.count + " in all (" + repeated.first
                    + " is the first); where the two values differ, the value was taken as missing");
        }
        return notes;
    }
}
