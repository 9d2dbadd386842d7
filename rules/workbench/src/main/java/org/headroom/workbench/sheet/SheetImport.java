package org.headroom.workbench.sheet;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.headroom.model.FailureFamily;
import org.headroom.model.HeadroomException;
import org.headroom.rules.check.PolicyProblem;
import org.headroom.rules.check.Problems;
import org.headroom.rules.decision.DecisionTables;
import org.headroom.rules.file.PolicyFolder;
import org.headroom.rules.policy.Policy;
import org.headroom.rules.spreadsheet.Sheet;
import org.headroom.rules.spreadsheet.SheetCell;
import org.headroom.rules.spreadsheet.SheetFigures;
import org.headroom.rules.spreadsheet.SheetRow;
import org.headroom.rules.spreadsheet.Spreadsheet;
import org.headroom.rules.vocabulary.Vocabulary;
import org.yaml.snakeyaml.nodes.MappingNode;

/** Holds a sheet against the criteria tables of a policy. Nothing is written here. */
public final class SheetImport {
    private static final int MAX_CHARACTERS = 10_000;

    private final String file;
    private final Problems problems;
    private final List<SheetChange> changes = new ArrayList<>();
    private final Map<String, String> texts = new HashMap<>();

    /** Cells by the table's path and line, for the problems that the check of the policy finds. */
    private final Map<String, String> cells = new HashMap<>();

    private SheetImport(String file, Problems problems) {
        this.file = file;
        this.problems = problems;
    }

    /**
     * Reads a sheet, and checks the policy as it would be with its values.
     *
     * @param problems takes every problem, of the sheet by cell
     * @return what would change; empty when there was a problem
     * @throws HeadroomException of family DATA when there is no such sheet; EXTERNAL when a file cannot be read
     */
    public static Optional<SheetEdits> read(Path sheet, Path folder, Vocabulary vocabulary, Problems problems) {
        PolicyFolder policy = PolicyFolder.read(folder, problems);
        List<CriteriaYaml> tables = CriteriaYaml.readAll(policy, problems);
        String file = String.valueOf(sheet.getFileName());
        List<Sheet> sheets = sheets(sheet, file, problems);
        Optional<Sheet> criteria = criteria(sheets, file, problems);
        if (!problems.isEmpty() || criteria.isEmpty()) {
            return Optional.empty();
        }
        SheetTable table = new SheetTable(file, criteria.get().rows(), problems);
        if (!problems.isEmpty()) {
            return Optional.empty();
        }
        table.compare(tables.stream()
                .flatMap(t -> t.lines().stream())
                .map(CriteriaLine::id)
                .toList());
        SheetImport read = new SheetImport(file, problems);
        tables.forEach(yaml -> read.edit(yaml, table));
        TableImport decisionTables = new TableImport(file, policy, problems);
        decisionTables.read(sheets, read.changes, read.texts);
        if (!problems.isEmpty()) {
            return Optional.empty();
        }
        read.check(folder, vocabulary, table, decisionTables);
        return problems.isEmpty() ? Optional.of(new SheetEdits(read.changes, read.texts)) : Optional.empty();
    }

    private static List<Sheet> sheets(Path path, String file, Problems problems) {
        if (!Files.isRegularFile(path)) {
            throw new HeadroomException(
                    FailureFamily.DATA, "there is no file " + path, "Give a sheet that rules export has written.");
        }
        byte[] bytes = PolicyFolder.bytes(path, file, problems);
        return problems.isEmpty() ? Spreadsheet.read(file, bytes, problems) : List.of();
    }

    private static Optional<Sheet> criteria(List<Sheet> sheets, String file, Problems problems) {
        Optional<Sheet> found = sheets.stream()
                .filter(sheet -> Spreadsheet.isCsv(file) || sheet.name().equals(PolicyWorkbook.SHEET))
                .findFirst();
        found.ifPresentOrElse(sheet -> sheet.problems().forEach(problems::add), () -> {
            if (problems.isEmpty()) {
                problems.add(file, 0, "has no sheet named \"" + PolicyWorkbook.SHEET + "\"");
            }
        });
        return found;
    }

    private void edit(CriteriaYaml yaml, SheetTable table) {
        YamlEditor editor = new YamlEditor(yaml.text());
        int before = changes.size();
        for (CriteriaLine line : yaml.lines()) {
            SheetRow row = table.rows().get(line.id());
            if (row != null) {
                edit(yaml.path(), line, table, row, editor);
            }
        }
        if (changes.size() > before) {
            texts.put(yaml.path(), editor.edited());
        }
    }

    private void edit(String path, CriteriaLine line, SheetTable table, SheetRow row, YamlEditor editor) {
        Map<CriteriaColumn, String> values = new EnumMap<>(CriteriaColumn.class);
        for (CriteriaColumn column : CriteriaColumn.values()) {
            if (column.isEditable()) {
                SheetCell cell = table.cell(row, column);
                try {
                    values.put(column, value(column, cell.text(), values));
                } catch (IllegalArgumentException e) {
                    table.problem(cell, column.title() + ": " + e.getMessage());
                    return;
                }
            }
        }
        if (values.getOrDefault(CriteriaColumn.WEIGHT, "").isEmpty()
                != line.text(CriteriaColumn.WEIGHT).isEmpty()) {
            table.problem(
                    table.cell(row, CriteriaColumn.WEIGHT),
                    line.text(CriteriaColumn.WEIGHT).isEmpty()
                            ? "a weight, but this policy has its weights from weights.yaml; leave the cell empty"
                            : "the weight is missing");
            return;
        }
        boolean valueChanged = false;
        for (Map.Entry<CriteriaColumn, String> entry : values.entrySet()) {
            CriteriaColumn column = entry.getKey();
            String old = line.text(column);
            if (!old.equals(entry.getValue())) {
                changes.add(new SheetChange(
                        path, line.text(CriteriaColumn.CRITERION), column.title(), old, entry.getValue()));
                switch (column) {
                    case WEIGHT -> editor.figure(CriteriaYaml.child(line.node(), "weight"), entry.getValue());
                    case REASONING, SOURCE -> editor.text(line.node(), column.title(), entry.getValue());
                    default -> valueChanged = true;
                }
            }
        }
        if (valueChanged) {
            String function = values.getOrDefault(CriteriaColumn.VALUE_FUNCTION, "");
            editor.value(
                    (MappingNode) CriteriaYaml.child(line.node(), "value"),
                    function,
                    AnchorText.split(line.text(CriteriaColumn.VALUE_FUNCTION), line.text(CriteriaColumn.ANCHORS)),
                    AnchorText.split(function, values.getOrDefault(CriteriaColumn.ANCHORS, "")));
        }
    }

    private static String value(CriteriaColumn column, String text, Map<CriteriaColumn, String> before) {
        if (text.length() > MAX_CHARACTERS) {
            throw new IllegalArgumentException(
                    "the text has " + text.length() + " characters, at most " + MAX_CHARACTERS + " are read");
        }
        String line = CriteriaYaml.inOneLine(text);
        if (line.chars().anyMatch(c -> Character.isISOControl(c) || c == '\uFEFF' || c >= '\uFFFE')) {
            throw new IllegalArgumentException("the text holds a character that cannot be seen; write it anew");
        }
        return switch (column) {
            case WEIGHT -> line.isEmpty() ? "" : SheetFigures.read(line);
            case ANCHORS ->
                AnchorText.join(AnchorText.split(before.getOrDefault(CriteriaColumn.VALUE_FUNCTION, ""), line));
            default -> {
                if (line.isEmpty()) {
                    throw new IllegalArgumentException("the cell is empty");
                }
                yield line;
            }
        };
    }

    private void check(Path folder, Vocabulary vocabulary, SheetTable table, TableImport decisionTables) {
        List<PolicyProblem> found = Policy.check(folder, vocabulary, texts);
        Problems again = new Problems();
        texts.forEach((path, text) -> {
            if (!DecisionTables.isTable(path)) {
                CriteriaYaml.read(path, text, again)
                        .ifPresent(yaml -> yaml.lines().forEach(line -> place(path, line, table)));
            }
        });
        for (PolicyProblem problem : found) {
            String cell = problem.file().equals("criteria")
                    ? table.range(CriteriaColumn.WEIGHT)
                    : cells.getOrDefault(problem.file() + ":" + problem.line(), "");
            problems.add(
                    cell.isEmpty()
                            ? decisionTables.placed(problem)
                            : problem.inFile(file).withCell(cell));
        }
    }

    /** Notes the lines of a criterion's fields; where several share a line, the changed one has it. */
    private void place(String path, CriteriaLine line, SheetTable table) {
        SheetRow row = table.rows().get(line.id());
        if (row == null) {
            return;
        }
        Map<CriteriaColumn, String> keys = Map.of(
                CriteriaColumn.CRITERION, "criterion",
                CriteriaColumn.WEIGHT, "weight",
                CriteriaColumn.ANCHORS, "value",
                CriteriaColumn.REASONING, "reasoning",
                CriteriaColumn.SOURCE, "source");
        keys.forEach((column, key) -> {
            int at = CriteriaYaml.child(line.node(), key).getStartMark().getLine() + 1;
            boolean changed = changes.stream()
                    .anyMatch(c -> c.criterion().equals(line.text(CriteriaColumn.CRITERION))
                            && c.field().equals(column.title()));
            String address = table.cell(row, column).address();
            if (changed) {
                cells.put(path + ":" + at, address);
            } else {
                cells.putIfAbsent(path + ":" + at, address);
            }
        });
    }
}
