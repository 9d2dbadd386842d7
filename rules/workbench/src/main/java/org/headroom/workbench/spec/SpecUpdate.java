package org.headroom.workbench.spec;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.headroom.rules.check.Problems;
import org.headroom.rules.file.PolicyFolder;
import org.headroom.rules.policy.Policy;
import org.headroom.workbench.explanation.Explanation;
import org.yaml.snakeyaml.DumperOptions.FlowStyle;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * What the examples of a policy would expect if each that differs expected what the policy gives: a proposal for a person to look at. Nothing is
 * written here. Only what is expected is replaced; comments and all other characters of a file stay. Immutable.
 *
 * @param changes by file and line
 * @param texts the new text of each file that changes, by path within the policy folder
 */
public record SpecUpdate(List<Change> changes, Map<String, String> texts) {
    public SpecUpdate {
        changes = List.copyOf(changes);
        texts = Map.copyOf(texts);
    }

    /**
     * One expectation that would be another.
     *
     * @param file path within the policy folder
     * @param line line of the expectation, from 1
     * @param example name of the example
     * @param what what is expected of, such as {@code tier}
     * @param before as the file has it
     * @param after as the policy gives it
     */
    public record Change(String file, int line, String example, String what, String before, String after) {}

    private record Edit(int start, int end, String replacement) {}

    /**
     * Finds what would change.
     *
     * @param policy loaded from the same folder
     * @param folder the policy folder
     */
    public static SpecUpdate propose(Policy policy, Path folder) {
        List<Change> changes = new ArrayList<>();
        Map<String, String> texts = new TreeMap<>();
        Map<String, List<Edit>> edits = new TreeMap<>();
        SpecRunner.run(policy, folder, (example, got) -> {
            String text = texts.computeIfAbsent(example.file(), path -> read(folder, path));
            for (Map.Entry<String, JsonNode> one : example.expect().properties()) {
                find(example, one, got, text, changes, edits);
            }
        });
        edits.forEach((file, ofFile) -> texts.computeIfPresent(file, (path, text) -> edited(text, ofFile)));
        texts.keySet().retainAll(edits.keySet());
        return new SpecUpdate(changes, texts);
    }

    private static void find(
            SpecExample example,
            Map.Entry<String, JsonNode> expected,
            Explanation got,
            String text,
            List<Change> changes,
            Map<String, List<Edit>> edits) {
        String what = expected.getKey();
        if (SpecExpect.compare(JsonNodeFactory.instance.objectNode().set(what, expected.getValue()), got)
                .isEmpty()) {
            return;
        }
        Node node = node(text, example, what);
        int start = text.offsetByCodePoints(0, node.getStartMark().getIndex());
        int end = text.offsetByCodePoints(0, end(node));
        while (end > start && Character.isWhitespace(text.charAt(end - 1))) {
            end--;
        }
        String after = SpecExpect.asGot(what, expected.getValue(), got);
        changes.add(new Change(
                example.file(),
                node.getStartMark().getLine() + 1,
                example.name(),
                what,
                text.substring(start, end).replaceAll("\\s+", " "),
                after));
        edits.computeIfAbsent(example.file(), f -> new ArrayList<>()).add(new Edit(start, end, after));
    }

    private static String read(Path folder, String path) {
        Problems problems = new Problems();
        return PolicyFolder.text(PolicyFolder.bytes(folder.resolve(path), path, problems), path, problems);
    }

    /** The value of an expectation of the example that begins on the example's line. */
    private static Node node(String text, SpecExample example, String what) {
        Node root = new Yaml(new LoaderOptions()).compose(new StringReader(text));
        for (Node one : ((SequenceNode) child(root, "examples")).getValue()) {
            if (one.getStartMark().getLine() + 1 == example.line()) {
                return child(child(one, "expect"), what);
            }
        }
        throw new IllegalStateException(example.file() + " has no example on line " + example.line());
    }

    private static Node child(Node parent, String key) {
        for (NodeTuple entry : ((MappingNode) parent).getValue()) {
            if (((ScalarNode) entry.getKeyNode()).getValue().equals(key)) {
                return entry.getValueNode();
            }
        }
        throw new IllegalStateException("there is no " + key);
    }

    /** The parser ends a block at the next token, so comments would be within it; its last value ends before them. */
    private static int end(Node node) {
        if (node instanceof MappingNode map && !map.getValue().isEmpty() && isBlock(map.getFlowStyle())) {
            return end(map.getValue().get(map.getValue().size() - 1).getValueNode());
        }
        if (node instanceof SequenceNode list && !list.getValue().isEmpty() && isBlock(list.getFlowStyle())) {
            return end(list.getValue().get(list.getValue().size() - 1));
        }
        return node.getEndMark().getIndex();
    }

    private static boolean isBlock(FlowStyle style) {
        return style == FlowStyle.BLOCK;
    }

    private static String edited(String text, List<Edit> edits) {
        StringBuilder out = new StringBuilder(text);
        edits.stream()
                .sorted(Comparator.comparingInt(Edit::start).reversed())
                .forEach(edit -> out.replace(edit.start(), edit.end(), edit.replacement()));
        return out.toString();
    }
}
