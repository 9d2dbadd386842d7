package org.headroom.feeds.line;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;

/** Numbers as JSON: what is not known is null, and so is an end that has no bound, as JSON has no infinity. */
final class Interval {
    private Interval() {}

    /** Both ends as an array; null when neither is known. */
    static void write(double lower, double upper, JsonGenerator json) throws IOException {
        if (Double.isNaN(lower) && Double.isNaN(upper)) {
            json.writeNull();
            return;
        }
        json.writeStartArray();
        number(lower, json);
        number(upper, json);
        json.writeEndArray();
    }

    static void number(double value, JsonGenerator json) throws IOException {
        if (Double.isFinite(value)) {
            json.writeNumber(value);
        } else {
            json.writeNull();
        }
    }
}
