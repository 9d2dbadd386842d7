package org.headroom.feeds.line;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.time.LocalDate;
import org.headroom.model.Criterion;
import org.headroom.runs.RecordIds;
import org.headroom.spi.MeasurementColumn;

/** A measurement: both ends of its value, its unit, how good the evidence is, and the record that decided it. */
final class MeasurementLine {
    private final Criterion criterion;
    private final RecordIds records;

    MeasurementLine(Criterion criterion, RecordIds records) {
        this.criterion = criterion;
        this.records = records;
    }

    void write(MeasurementColumn column, int site, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("criterion", criterion.id());
        json.writeFieldName("value");
        value(column.lower(site), column.upper(site), json);
        json.writeStringField("unit", criterion.unit());
        json.writeStringField("evidence", column.evidence(site).name());
        json.writeStringField(
                "unknown", column.isKnown(site) ? null : column.reason(site).text());
        int layer = column.layerOrdinal(site);
        json.writeStringField("layer", layer < 0 ? null : records.layers().get(layer));
        json.writeStringField(
                "record", layer < 0 || column.record(site) < 0 ? null : records.id(layer, column.record(site)));
        json.writeEndObject();
    }

    private void value(double lower, double upper, JsonGenerator json) throws IOException {
        boolean isDate = criterion.unit().equals(Criterion.DATE);
        if (Double.isNaN(lower) || !isDate && !criterion.isCategory()) {
            Interval.write(lower, upper, json);
            return;
        }
        json.writeStartArray();
        json.writeString(isDate ? day(lower) : criterion.labels().get((int) lower));
        json.writeString(isDate ? day(upper) : criterion.labels().get((int) upper));
        json.writeEndArray();
    }

    private static String day(double epochDay) {
        return LocalDate.ofEpochDay(Math.round(epochDay)).toString();
    }
}
