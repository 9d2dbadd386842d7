package org.headroom.config;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.headroom.model.FailureFamily;
import org.headroom.model.HeadroomException;

/**
 * A YAML document as plain data, with the line and column of each key. No tag ever makes an object, a key may stand only once, and size and depth are
 * bounded by the parser. Immutable as long as nobody changes the tree.
 */
public final class YamlDocument {
    private static final YAMLFactory FACTORY = YAMLFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private static final Pattern BOOLEAN = Pattern.compile("(?i)true|false");

    private static final Pattern WHOLE_NUMBER = Pattern.compile("[-+]?(0|[1-9][0-9]*)");

    private static final Pattern DECIMAL = Pattern.compile("[-+]?(0|[1-9][0-9]*)?(\\.[0-9]*)?([eE][-+]?[0-9]+)?");

    private static final Pattern COMMENT_LIKE = Pattern.compile("[ \\t]+(#[\\p{L}\\p{N}]\\S*)");

    private static final long MAX_BYTES = 1 << 20;

    private static final int BYTE_ORDER_MARK = 0xFEFF;

    private static final int LONGEST_SHOWN = 60;

    private final String file;
    private final FailureFamily family;
    private final byte[] bytes;
    private final int[] signs;
    private final JsonNode root;
    private final Map<String, Place> places = new HashMap<>();

    private YamlDocument(String file, FailureFamily family, byte[] bytes) throws IOException {
        this.file = file;
        this.family = family;
        this.bytes = bytes.clone();
        this.signs = new String(bytes, StandardCharsets.UTF_8)
                .codePoints()
                .dropWhile(sign -> sign == BYTE_ORDER_MARK)
                .toArray();
        try (JsonParser parser = FACTORY.createParser(bytes)) {
            this.root = parser.nextToken() == null ? NODES.objectNode() : read(parser, "");
            if (parser.nextToken() != null) {
                throw new HeadroomException(
                        family,
                        file + " line " + line(parser) + ": a second YAML document begins here",
                        "Keep one document in a file.");
            }
        }
    }

    /**
     * Reads a document.
     *
     * @param name name of the file in messages
     * @param family family of the failures that this file causes
     * @throws HeadroomException of that family when the file cannot be read, is larger than 1 MiB or is not YAML; with the line
     */
    public static YamlDocument read(Path path, String name, FailureFamily family) {
        try {
            if (Files.size(path) > MAX_BYTES) {
                throw new HeadroomException(family, name + ": larger than such a file may be (1 MiB)", "");
            }
            return parse(name, family, Files.readAllBytes(path));
        } catch (IOException e) {
            throw new HeadroomException(
                    family, name + ": cannot be read (" + path + ")", "Check that the file exists and may be read.", e);
        }
    }

    /** As {@link #read}, from bytes. */
    public static YamlDocument parse(String name, FailureFamily family, byte[] bytes) {
        try {
            return new YamlDocument(name, family, bytes);
        } catch (JsonProcessingException e) {
            YamlSlips.Slip slip = YamlSlips.of(new String(bytes, StandardCharsets.UTF_8), e);
            throw new HeadroomException(
                    family,
                    name + " line " + slip.line() + ": not valid YAML: " + slip.message(),
                    sentence(slip.advice()),
                    e);
        } catch (IOException e) {
            throw new HeadroomException(family, name + ": cannot be read: " + e.getMessage(), "", e);
        }
    }

    private static String sentence(String advice) {
        return Character.toUpperCase(advice.charAt(0)) + advice.substring(1) + ".";
    }

    /** File name for messages. */
    public String file() {
        return file;
    }

    /** Family of the failures that this file causes. */
    public FailureFamily family() {
        return family;
    }

    /** The file as it was read; a fresh array. */
    public byte[] bytes() {
        return bytes.clone();
    }

    public JsonNode root() {
        return root;
    }

    /** Line of a key or list item, from 1, by JSON pointer (RFC 6901); of its nearest parent when there is no such key. */
    public int line(String pointer) {
        return place(pointer).line;
    }

    /** Column of a key or list item in characters, from 1, as {@link #line} gives its line. */
    public int column(String pointer) {
        return place(pointer).column;
    }

    private Place place(String pointer) {
        for (String p = pointer; !p.isEmpty(); p = p.substring(0, p.lastIndexOf('/'))) {
            Place place = places.get(p);
            if (place != null) {
                return place;
            }
        }
        return new Place(1, 1);
    }

    private record Place(int line, int column) {}

    private JsonNode read(JsonParser parser, String pointer) throws IOException {
        JsonToken token = parser.currentToken();
        refuseReferences(parser);
        if (token == JsonToken.START_OBJECT) {
            ObjectNode object = NODES.objectNode();
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String name = parser.currentName();
                String key = pointer + "/" + name.replace("~", "~0").replace("/", "~1");
                places.put(key, place(parser));
                parser.nextToken();
                object.set(name, read(parser, key));
            }
            return object;
        }
        if (token == JsonToken.START_ARRAY) {
            ArrayNode array = NODES.arrayNode();
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                String key = pointer + "/" + array.size();
                places.put(key, place(parser));
                array.add(read(parser, key));
            }
            return array;
        }
        JsonNode scalar = scalar(parser, token);
        if (scalar.isTextual()) {
            refuseLostRest(parser, scalar.asText());
        }
        return scalar;
    }

    /** Anchors, aliases and tags of one's own make a file mean something else than what stands there. */
    private void refuseReferences(JsonParser parser) throws IOException {
        if (((YAMLParser) parser).isCurrentAlias()
                || parser.getObjectId() != null
                || parser.getTypeId() != null
                || isAnchored(parser)) {
            throw new HeadroomException(
                    family,
                    file + " line " + line(parser) + ": anchors, aliases and tags are not allowed",
                    "Write the value out; a text that begins with &, * or ! stands in quotes.");
        }
    }

    /** The parser does not tell of the anchor of a text, which begins at the anchor. */
    private boolean isAnchored(JsonParser parser) {
        long at = parser.currentTokenLocation().getCharOffset();
        return at >= 0 && at < signs.length && signs[(int) at] == '&';
    }

    /** Of a number sign that belongs to a text, as in {@code table #3}, YAML makes a comment. */
    private void refuseLostRest(JsonParser parser, String text) throws IOException {
        int[] written = text.codePoints().toArray();
        int start = (int) parser.currentTokenLocation().getCharOffset();
        int end = start + written.length;
        boolean isPlain =
                start >= 0 && end < signs.length && Arrays.equals(signs, start, end, written, 0, written.length);
        Matcher rest = COMMENT_LIKE.matcher(
                isPlain ? new String(signs, end, Math.min(LONGEST_SHOWN, signs.length - end)) : "");
        if (!text.isEmpty() && rest.lookingAt()) {
            throw new HeadroomException(
                    family,
                    file + " line " + line(parser) + ": the text ends before " + rest.group(1)
                            + ", as a # behind a blank begins a comment",
                    "Put the whole text in one pair of quotes, or write a blank behind the # of a comment.");
        }
    }

    /** Codes such as 06037, 0x1F, 1_000, NO and ON are texts, as whoever wrote them meant. */
    private static JsonNode scalar(JsonParser parser, JsonToken token) throws IOException {
        String written = parser.getText();
        return switch (token) {
            case VALUE_TRUE, VALUE_FALSE ->
                BOOLEAN.matcher(written).matches()
                        ? NODES.booleanNode(token == JsonToken.VALUE_TRUE)
                        : NODES.textNode(written);
            case VALUE_NUMBER_INT ->
                WHOLE_NUMBER.matcher(written).matches()
                        ? NODES.numberNode(parser.getBigIntegerValue())
                        : NODES.textNode(written);
            case VALUE_NUMBER_FLOAT ->
                DECIMAL.matcher(written).matches()
                        ? NODES.numberNode(parser.getDoubleValue())
                        : NODES.textNode(written);
            case VALUE_NULL -> NODES.nullNode();
            default -> NODES.textNode(parser.getText());
        };
    }

    private static Place place(JsonParser parser) {
        JsonLocation location = parser.currentTokenLocation();
        return new Place(location.getLineNr(), location.getColumnNr());
    }

    private static int line(JsonParser parser) {
        return parser.currentTokenLocation().getLineNr();
    }
}
