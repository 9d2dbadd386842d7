package org.headroom.workbench.sheet;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.DumperOptions.FlowStyle;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.nodes.CollectionNode;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** Writes new values into the text of a YAML file in the places of the old ones; all other characters stay as they are. */
final class YamlEditor {
    private static final int WIDTH = 140;
    private static final Pattern PLAIN = Pattern.compile("\\p{L}[\\p{L}\\p{N} .;()/'-]*[\\p{L}\\p{N}.)]");
    private static final Set<String> NOT_TEXTS = Set.of("true", "false", "null", "yes", "no", "on", "off");

    private final String text;
    private final String lineEnd;
    private final List<Edit> edits = new ArrayList<>();

    private record Edit(int start, int end, String replacement) {}

    YamlEditor(String text) {
        this.text = text;
        this.lineEnd = text.contains("\r\n") ? "\r\n" : "\n";
    }

    void figure(Node node, String figure) {
        replace(node, figure);
    }

    /** A text of one line; one that was folded stays folded. */
    void text(MappingNode line, String key, String value) {
        ScalarNode node = (ScalarNode) CriteriaYaml.child(line, key);
        boolean block = node.getScalarStyle() == ScalarStyle.FOLDED || node.getScalarStyle() == ScalarStyle.LITERAL;
        replace(
                node,
                block
                        ? folded(value, line.getStartMark().getColumn() + 2)
                        : PLAIN.matcher(value).matches() && !NOT_TEXTS.contains(value.toLowerCase(Locale.ROOT))
                                ? value
                                : quoted(value));
    }

    /** A value function; when only figures differ, only those are written. */
    void value(MappingNode value, String valueFunction, List<AnchorText> before, List<AnchorText> after) {
        NodeTuple entry = value.getValue().get(0);
        boolean sameFunction = ((ScalarNode) entry.getKeyNode()).getValue().equals(valueFunction);
        boolean ofPairs = entry.getValueNode() instanceof SequenceNode;
        if (!sameFunction
                || before.size() != after.size()
                || !ofPairs && !names(before).equals(names(after))) {
            replace(value, "{" + valueFunction + ": " + flow(valueFunction, after) + "}");
            return;
        }
        for (int i = 0; i < after.size(); i++) {
            Node figure;
            if (entry.getValueNode() instanceof SequenceNode pairs) {
                List<Node> pair = ((SequenceNode) pairs.getValue().get(i)).getValue();
                figureIfChanged(pair.get(0), before.get(i).at(), after.get(i).at());
                figure = pair.get(1);
            } else {
                figure = ((MappingNode) entry.getValueNode()).getValue().get(i).getValueNode();
            }
            figureIfChanged(figure, before.get(i).value(), after.get(i).value());
        }
    }

    private void figureIfChanged(Node node, String before, String after) {
        if (!before.equals(after)) {
            figure(node, after);
        }
    }

    private static List<String> names(List<AnchorText> anchors) {
        return anchors.stream().map(AnchorText::at).toList();
    }

    private static String flow(String valueFunction, List<AnchorText> anchors) {
        boolean ofPairs = AnchorText.OF_PAIRS.contains(valueFunction);
        List<String> parts = anchors.stream()
                .map(a -> ofPairs ? "[" + a.at() + ", " + a.value() + "]" : name(a.at()) + ": " + a.value())
                .toList();
        return (ofPairs ? "[" : "{") + String.join(", ", parts) + (ofPairs ? "]" : "}");
    }

    private static String name(String label) {
        return label.matches("[A-Za-z][A-Za-z0-9_]+") && !NOT_TEXTS.contains(label.toLowerCase(Locale.ROOT))
                ? label
                : quoted(label);
    }

    private static String quoted(String value) {
        return "\"" + new String(JsonStringEncoder.getInstance().quoteAsString(value)) + "\"";
    }

    private String folded(String value, int indent) {
        StringBuilder out = new StringBuilder(">-");
        int column = WIDTH;
        for (String word : value.split(" ", -1)) {
            if (column + 1 + word.length() > WIDTH) {
                out.append(lineEnd).append(" ".repeat(indent));
                column = indent;
            } else {
                out.append(' ');
                column++;
            }
            out.append(word);
            column += word.length();
        }
        return out.toString();
    }

    private void replace(Node node, String replacement) {
        int start = text.offsetByCodePoints(0, node.getStartMark().getIndex());
        int end = text.offsetByCodePoints(0, end(node));
        while (end > start && Character.isWhitespace(text.charAt(end - 1))) {
            end--;
        }
        edits.add(new Edit(start, end, replacement));
    }

    /** The parser ends a block at the next token, so comments would be within it; its last value ends before them. */
    private static int end(Node node) {
        if (node instanceof CollectionNode<?> collection && collection.getFlowStyle() == FlowStyle.BLOCK) {
            List<?> parts = collection.getValue();
            Object last = parts.get(parts.size() - 1);
            return end(last instanceof NodeTuple entry ? entry.getValueNode() : (Node) last);
        }
        return node.getEndMark().getIndex();
    }

    /** The text with all edits. */
    String edited() {
        StringBuilder out = new StringBuilder(text);
        edits.stream()
                .sorted(Comparator.comparingInt(Edit::start).reversed())
                .forEach(edit -> out.replace(edit.start, edit.end, edit.replacement));
        return out.toString();
    }
}
