package org.headroom.layers.format.geojson;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.headroom.layers.format.SourceException;

/** Opens a file of one JSON document or of many, and words what is wrong with it. */
final class JsonFile {
    /** Lists and objects within each other; GeoJSON has 8 before its properties, and collections a few more. */
    private static final int MAX_DEPTH = 1000;

    /** Stands before each document of a sequence (RFC 8142, 2017). */
    private static final byte RECORD_SEPARATOR = 0x1E;

    private static final int MAX_SHOWN = 120;

    private static final ObjectMapper MAPPER = new ObjectMapper(JsonFactory.builder()
            .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
            .enable(StreamReadFeature.USE_FAST_DOUBLE_PARSER)
            .streamReadConstraints(
                    StreamReadConstraints.builder().maxNestingDepth(MAX_DEPTH).build())
            .build());

    private JsonFile() {}

    /** A parser before the first token. */
    static JsonParser open(Path file) throws IOException {
        InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16);
        try {
            in.mark(8);
            byte[] start = in.readNBytes(4);
            in.reset();
            boolean sequence = false;
            for (byte b : start) {
                sequence |= b == RECORD_SEPARATOR;
            }
            return MAPPER.getFactory().createParser(sequence ? new WithoutSeparators(in) : in);
        } catch (IOException | RuntimeException e) {
            in.close();
            throw e;
        }
    }

    /** The value that begins at the current token. */
    static JsonNode tree(JsonParser at) throws IOException {
        JsonNode tree = MAPPER.readTree(at);
        return tree == null ? MAPPER.missingNode() : tree;
    }

    /** Where the current token begins, for messages. */
    static String place(JsonParser at) {
        return place(at.currentTokenLocation());
    }

    private static String place(JsonLocation location) {
        return "line " + location.getLineNr()
                + (location.getByteOffset() < 0 ? "" : ", byte " + location.getByteOffset());
    }

    /**
     * Why the file cannot be read on.
     *
     * @param at the parser that met it
     * @param features features begun so far
     */
    static SourceException broken(JsonProcessingException e, JsonParser at, long features) {
        String near = features == 0 ? ", before the first feature" : ", at feature " + features;
        String where = " at " + place(e.getLocation() == null ? at.currentLocation() : e.getLocation());
        if (e instanceof StreamConstraintsException) {
            return new SourceException(
                    "cannot be read" + where + near + ": " + limit(e), "Check that part of the file.");
        }
        if (e instanceof JsonEOFException) {
            return new SourceException(
                    "is not valid JSON" + where + near + ": the file ends there, so it is cut off",
                    "Copy or download the file again.");
        }
        String reason = reason(String.valueOf(e.getOriginalMessage()));
        return new SourceException(
                "is not valid JSON" + where + near + ": " + reason,
                reason.contains("UTF-8") ? "Save the file as UTF-8." : "Correct the file there, or export it again.");
    }

    private static String limit(JsonProcessingException e) {
        String message = String.valueOf(e.getOriginalMessage());
        if (message.contains("depth")) {
            return "lists and objects stand more than " + MAX_DEPTH + " deep in each other";
        }
        return message.contains("Number") ? "a number has more than 1,000 digits" : "a text or name is too long";
    }

    /** What the parser says, without the names of its classes and switches. */
    private static String reason(String message) {
        String plain = message.replaceAll("(?s)\\s*\\(code \\d+[^)]*\\)", "")
                .replaceAll(
                        "(?s)\\s*(\\(start marker|\\[Source|\\(from `|: was expecting|: maybe a|:? enable `|, enable |: expected a valid value|: JSON spec |: only regular).*",
                        "")
                .replaceAll("\\p{Cntrl}+", " ")
                .strip();
        return plain.length() > MAX_SHOWN ? plain.substring(0, MAX_SHOWN) + "..." : plain;
    }

    /** Makes the separators white space: they may stand only where it may. */
    private static final class WithoutSeparators extends FilterInputStream {
        WithoutSeparators(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int read = in.read();
            return read == RECORD_SEPARATOR ? '\n' : read;
        }

        @Override
        public int read(byte[] into, int from, int length) throws IOException {
            int read = in.read(into, from, length);
            for (int i = from; i < from + read; i++) {
                if (into[i] == RECORD_SEPARATOR) {
                    into[i] = '\n';
                }
            }
            return read;
        }
    }
}
