package org.headroom.cli.show;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.util.Map;

/** Prints objects as JSON, one a line. */
public final class JsonLines {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private JsonLines() {}

    /**
     * Prints one object.
     *
     * @param values texts, numbers, booleans, null, lists, maps and records, by key in the order they shall have
     */
    public static void print(PrintWriter out, Map<String, ?> values) {
        try {
            out.println(MAPPER.writeValueAsString(values));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("no JSON can be made of " + values.keySet(), e);
        }
    }

    /**
     * The same JSON object without line breaks and blanks between its parts.
     *
     * @param more what is added at its end, as for {@link #print}
     */
    public static String onOneLine(String json, Map<String, ?> more) {
        try {
            JsonNode object = MAPPER.readTree(json);
            if (object instanceof ObjectNode open) {
                more.forEach((key, value) -> open.set(key, MAPPER.valueToTree(value)));
            }
            return object.toString();
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("this is no JSON: " + e.getOriginalMessage(), e);
        }
    }
}
