package org.headroom.workbench.sheet;

import java.io.StringReader;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.headroom.rules.check.Problems;
import org.headroom.rules.file.PolicyFolder;
import org.headroom.rules.file.PolicyYaml;
import org.headroom.rules.spreadsheet.SheetFigures;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * A criteria table as its text and the places of its lines in it. Nodes only: no object is made of what a file says.
 *
 * @param path within the policy folder
 * @param text the whole file
 * @param lines in the file's order
 */
record CriteriaYaml(String path, String text, List<CriteriaLine> lines) {
    CriteriaYaml {
        lines = List.copyOf(lines);
    }

    /** All tables of a policy; one that does not agree with its schema is a problem and left out. */
    static List<CriteriaYaml> readAll(PolicyFolder folder, Problems problems) {
        List<CriteriaYaml> tables = new ArrayList<>();
        for (String path : folder.paths("criteria/")) {
            String text = folder.text(path, problems);
            if (PolicyYaml.read(path, text, "criteria", problems).isPresent()) {
                read(path, text, problems).ifPresent(tables::add);
            }
        }
        return tables;
    }

    /** The lines of a text that agrees with the schema; empty when there was a problem. */
    static Optional<CriteriaYaml> read(String path, String text, Problems problems) {
        Node root = new Yaml(new LoaderOptions()).compose(new StringReader(text));
        List<CriteriaLine> lines = new ArrayList<>();
        String module = scalar(child(root, "module"));
        if (child(root, "criteria") instanceof SequenceNode rows) {
            for (Node row : rows.getValue()) {
                try {
                    lines.add(line(module, (MappingNode) row));
                } catch (NumberFormatException e) {
                    problems.add(
                            path,
                            row.getStartMark().getLine() + 1,
                            "a figure is written in a way that a sheet cannot show; write it in decimal digits");
                    return Optional.empty();
                }
            }
        }
        return Optional.of(new CriteriaYaml(path, text, lines));
    }

    private static CriteriaLine line(String module, MappingNode row) {
        Map<CriteriaColumn, String> texts = new EnumMap<>(CriteriaColumn.class);
        texts.put(CriteriaColumn.MODULE, module);
        texts.put(CriteriaColumn.CRITERION, scalar(child(row, "criterion")));
        Node weight = child(row, "weight");
        texts.put(CriteriaColumn.WEIGHT, weight == row ? "" : figure(weight));
        NodeTuple value = ((MappingNode) child(row, "value")).getValue().get(0);
        texts.put(CriteriaColumn.VALUE_FUNCTION, scalar(value.getKeyNode()));
        texts.put(CriteriaColumn.ANCHORS, AnchorText.join(anchors(value.getValueNode())));
        texts.put(CriteriaColumn.REASONING, inOneLine(scalar(child(row, "reasoning"))));
        texts.put(CriteriaColumn.SOURCE, inOneLine(scalar(child(row, "source"))));
        return new CriteriaLine(texts, row);
    }

    private static List<AnchorText> anchors(Node body) {
        List<AnchorText> anchors = new ArrayList<>();
        if (body instanceof MappingNode settings) {
            settings.getValue()
                    .forEach(s -> anchors.add(new AnchorText(scalar(s.getKeyNode()), figure(s.getValueNode()))));
        } else if (body instanceof SequenceNode pairs) {
            for (Node pair : pairs.getValue()) {
                List<Node> both = ((SequenceNode) pair).getValue();
                anchors.add(new AnchorText(figure(both.get(0)), figure(both.get(1))));
            }
        }
        return anchors;
    }

    /** The value of a key; the node itself when it has none such. */
    static Node child(Node node, String key) {
        if (node instanceof MappingNode mapping) {
            for (NodeTuple entry : mapping.getValue()) {
                if (scalar(entry.getKeyNode()).equals(key)) {
                    return entry.getValueNode();
                }
            }
        }
        return node;
    }

    /** A text as a cell shows it: white space of any kind and length is one blank. */
    static String inOneLine(String text) {
        return text.strip().replaceAll("\\s+", " ");
    }

    private static String scalar(Node node) {
        return node instanceof ScalarNode scalar ? scalar.getValue() : "";
    }

    private static String figure(Node node) {
        return SheetFigures.text(new BigDecimal(scalar(node)));
    }
}
