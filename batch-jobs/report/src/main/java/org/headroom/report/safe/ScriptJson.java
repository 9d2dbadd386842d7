package org.headroom.report.safe;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;

/**
 * Writes JSON that may stand in a script element. Every text is one line of plain text; a number that is not known is null. Not safe for several
 * threads.
 */
public final class ScriptJson {
    private static final JsonFactory FACTORY = new JsonFactoryBuilder()
            .characterEscapes(new ScriptEscapes())
            .enable(StreamWriteFeature.USE_FAST_DOUBLE_WRITER)
            .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
            .build();

    private final JsonGenerator json;

    /** Begins an object in a writer, which stays open. */
    public ScriptJson(Writer out) {
        try {
            json = FACTORY.createGenerator(out);
            json.writeStartObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes a part of the JSON. */
    @FunctionalInterface
    public interface Part {
        /** Writes what stands between the brackets. */
        void write();
    }

    @FunctionalInterface
    private interface Step {
        void take() throws IOException;
    }

    private void run(Step step) {
        try {
            step.take();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A key whose value comes next. */
    public ScriptJson key(String name) {
        run(() -> json.writeFieldName(name));
        return this;
    }

    /** An object. */
    public void object(Part part) {
        run(json::writeStartObject);
        part.write();
        run(json::writeEndObject);
    }

    /** A list. */
    public void list(Part part) {
        run(json::writeStartArray);
        part.write();
        run(json::writeEndArray);
    }

    /** A text; its blanks are drawn together. */
    public void text(String text) {
        run(() -> json.writeString(Plain.line(text)));
    }

    /** A whole number. */
    public void whole(long number) {
        run(() -> json.writeNumber(number));
    }

    /** Not known. */
    public void none() {
        run(json::writeNull);
    }

    /** A number with at most so many decimals; null where it is not finite. */
    public void number(double number, int decimals) {
        if (!Double.isFinite(number)) {
            none();
            return;
        }
        long scaled = Math.round(number * Math.pow(10, decimals));
        if (Math.abs(number) < 1e9 && scaled % (long) Math.pow(10, decimals) == 0) {
            whole(scaled / (long) Math.pow(10, decimals));
            return;
        }
        String plain = BigDecimal.valueOf(number)
                .setScale(decimals, RoundingMode.HALF_EVEN)
                .stripTrailingZeros()
                .toPlainString();
        run(() -> json.writeNumber(plain));
    }

    /** A tree that was read from a file of the run. */
    public void tree(JsonNode node) {
        switch (node.getNodeType()) {
            case OBJECT ->
                object(() -> {
                    for (Map.Entry<String, JsonNode> entry : node.properties()) {
                        key(Plain.line(entry.getKey()));
                        tree(entry.getValue());
                    }
                });
            case ARRAY -> list(() -> node.forEach(this::tree));
            case STRING -> text(node.asText());
            case NUMBER -> {
                if (node.isIntegralNumber()) {
                    whole(node.asLong());
                } else {
                    double number = node.asDouble();
                    run(() -> {
                        if (Double.isFinite(number)) {
                            json.writeNumber(number);
                        } else {
                            json.writeNull();
                        }
                    });
                }
            }
            case BOOLEAN -> run(() -> json.writeBoolean(node.asBoolean()));
            default -> none();
        }
    }

    /** Ends the object; all of it is with the writer then. */
    public void end() {
        run(json::writeEndObject);
        run(json::close);
    }
}
