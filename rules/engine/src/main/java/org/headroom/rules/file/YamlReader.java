package org.headroom.rules.file;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.StringReader;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.headroom.rules.check.Problems;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * Reads YAML as plain data with the line of every value. Only the node tree is composed, so no object is ever built from a tag;
 * aliases, duplicate keys and tags of one's own are refused. Dates stay texts.
 */
public final class YamlReader {
    private final String path;
    private final Problems problems;
    private final Map<String, Integer> lines = new HashMap<>();

    private YamlReader(String path, Problems problems) {
        this.path = path;
        this.problems = problems;
    }

    /** The document, checked against a schema of {@link Schemas}; empty when there was a problem. */
    public static Optional<YamlDocument> read(String path, String text, String schema, Problems problems) {
        int before = problems.count();
        YamlReader reader = new YamlReader(path, problems);
        JsonNode root = reader.parse(text);
        if (problems.count() > before) {
            return Optional.empty();
        }
        YamlDocument document = new YamlDocument(path, root, reader.lines);
        Schemas.check(schema, document, problems);
        return problems.count() > before ? Optional.empty() : Optional.of(document);
    }

    private JsonNode parse(String text) {
        LoaderOptions options = new LoaderOptions();
        options.setMaxAliasesForCollections(0);
        options.setNestingDepthLimit(20);
        options.setCodePointLimit(1 << 20);
        try {
            Node node = new Yaml(new SafeConstructor(options)).compose(new StringReader(text));
            if (node == null) {
                problems.add(path, 0, "the file is empty");
                return MissingNode.getInstance();
            }
            return convert(node, "");
        } catch (MarkedYAMLException e) {
            int line = e.getProblemMark() == null ? 0 : e.getProblemMark().getLine() + 1;
            problems.add(path, line, "not valid YAML: " + e.getProblem());
        } catch (YAMLException e) {
            problems.add(path, 0, "not valid YAML: " + e.getMessage());
        }
        return MissingNode.getInstance();
    }

    private JsonNode convert(Node node, String pointer) {
        int line = node.getStartMark().getLine() + 1;
        if (lines.putIfAbsent(pointer, line) != null || node.getAnchor() != null) {
            problems.add(path, line, "anchors and aliases are not allowed");
            return MissingNode.getInstance();
        }
        if (node instanceof MappingNode mapping) {
            return object(mapping, pointer);
        }
        if (node instanceof SequenceNode sequence) {
            ArrayNode array = JsonNodeFactory.instance.arrayNode();
            for (Node item : sequence.getValue()) {
                array.add(convert(item, pointer + "/" + array.size()));
            }
            return array;
        }
        return scalar((ScalarNode) node, line);
    }

    private ObjectNode object(MappingNode mapping, String pointer) {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        for (NodeTuple tuple : mapping.getValue()) {
            int line = tuple.getKeyNode().getStartMark().getLine() + 1;
            if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
                problems.add(path, line, "a key must be a plain word");
                continue;
            }
            String name = key.getValue();
            if (object.has(name)) {
                problems.add(path, line, "the key \"" + name + "\" is given twice");
                continue;
            }
            String inner = pointer + "/" + name.replace("~", "~0").replace("/", "~1");
            object.set(name, convert(tuple.getValueNode(), inner));
            lines.put(inner, line);
        }
        return object;
    }

    private JsonNode scalar(ScalarNode node, int line) {
        String text = node.getValue();
        Tag tag = node.getTag();
        JsonNodeFactory factory = JsonNodeFactory.instance;
        if (tag.equals(Tag.INT) || tag.equals(Tag.FLOAT)) {
            // Only decimal numbers are numbers: 1:30, 0x10 or 010 mean other things to other readers.
            return text.matches("[-+]?[0-9]+(\\.[0-9]*)?([eE][-+]?[0-9]+)?") && !text.matches("[-+]?0[0-9].*")
                    ? number(text)
                    : factory.textNode(text);
        }
        if (tag.equals(Tag.BOOL)) {
            String lower = text.toLowerCase(Locale.ROOT);
            return lower.equals("true") || lower.equals("false")
                    ? factory.booleanNode(lower.equals("true"))
                    : factory.textNode(text);
        }
        if (tag.equals(Tag.NULL)) {
            return factory.nullNode();
        }
        if (!tag.equals(Tag.STR) && !tag.equals(Tag.TIMESTAMP)) {
            problems.add(path, line, "the tag " + tag + " is not allowed");
        }
        return factory.textNode(text);
    }

    private static JsonNode number(String text) {
        double value = Double.parseDouble(text);
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? JsonNodeFactory.instance.numberNode((long) value)
                : JsonNodeFactory.instance.numberNode(value);
    }
}
