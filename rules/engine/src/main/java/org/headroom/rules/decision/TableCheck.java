package org.headroom.rules.decision;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.headroom.rules.check.Advice;
import org.headroom.rules.check.PolicyProblem;
import org.headroom.rules.check.Problems;
import org.headroom.rules.decision.TableColumn.Kind;
import org.headroom.rules.decision.TableRows.Role;
import org.headroom.rules.decision.TableRows.Table;
import org.headroom.rules.spreadsheet.SheetCell;
import org.headroom.rules.spreadsheet.SheetRow;

/** Finds what Drools would misunderstand in a sheet, or pass over without a word, and what would grow too large. */
final class TableCheck {
    private static final int LONGEST_CELL = 1_000;
    private static final long MAX_CHARACTERS = 1L << 21;

    private static final String RULE_SET = "ruleset";
    private static final List<String> SETTINGS = List.of(RULE_SET, "import", "notes");
    private static final List<String> KINDS =
            List.of(Kind.values()).stream().map(Kind::name).toList();

    private final String path;
    private final TableRows rows;
    private final Problems problems;
    private boolean hasRuleSet;
    private long characters;

    TableCheck(String path, TableRows rows, Problems problems) {
        this.path = path;
        this.rows = rows;
        this.problems = problems;
    }

    void check() {
        for (SheetRow row : rows.all()) {
            switch (rows.role(row)) {
                case ABOVE -> setting(row);
                case HEADER -> header(row);
                case OBJECT, CODE -> filledCells(row);
                case LABELS -> labels(row);
                case RULE -> {
                    filledCells(row);
                    conditions(row);
                }
                case BELOW -> below(row);
                case START -> {
                    // Its text is a name for the rows that have none.
                }
            }
        }
        if (!hasRuleSet) {
            error(
                    rows.firstTable().start(),
                    "there is no RuleSet above the table",
                    "write RuleSet into a cell and headroom.policy into the next one");
        }
        if (characters > MAX_CHARACTERS) {
            error(
                    rows.firstTable().start(),
                    "the sheet makes more than the " + MAX_CHARACTERS + " characters of rules that are read",
                    "make several files of it");
        }
    }

    private void setting(SheetRow row) {
        for (int column = 0; column < row.texts().size(); column++) {
            SheetCell cell = row.cell(column);
            if (!cell.text().isEmpty()) {
                String name = cell.text().toLowerCase(Locale.ROOT);
                hasRuleSet |= name.equals(RULE_SET);
                if (name.startsWith("sep=")) {
                    error(
                            cell,
                            "\"" + cell.text() + "\" is no part of a table",
                            "take the line out: the sign between two columns is found without it");
                } else if (!SETTINGS.contains(name)) {
                    error(
                            cell,
                            "\"" + cell.text() + "\" is not allowed above a table",
                            "only RuleSet, Import and Notes stand there, each with its text in the next cell");
                }
                return;
            }
        }
    }

    private void header(SheetRow row) {
        for (int column = rows.table(row.number()).first(); column < row.texts().size(); column++) {
            SheetCell cell = row.cell(column);
            if (!cell.text().isEmpty() && Kind.of(cell.text()).isEmpty()) {
                error(
                        cell,
                        "\"" + cell.text() + "\" is not a header that is allowed",
                        Advice.nearest(cell.text(), KINDS));
            }
        }
    }

    /** Drools never reads this row; a rule that stands in it would be lost. */
    private void labels(SheetRow row) {
        for (TableColumn column : rows.table(row.number()).columns().values()) {
            SheetCell cell = row.cell(column.index());
            if (column.kind().hasCode() && cell.text().matches("[-+.]?\\d.*")) {
                error(
                        cell,
                        "the row below the code is for the titles of the columns, and is not read as a rule",
                        "put a row with titles above it");
                return;
            }
        }
    }

    private void filledCells(SheetRow row) {
        Table table = rows.table(row.number());
        for (int column = table.first(); column < row.texts().size(); column++) {
            SheetCell cell = row.cell(column);
            TableColumn known = table.columns().get(column);
            if (cell.text().isEmpty()) {
                continue;
            }
            if (rows.role(row) == Role.RULE && rows.isMergedAcross(row, column)) {
                error(
                        cell,
                        "the cell is merged with those to its right, which say nothing then",
                        "undo the merge, and write into each column what holds for the rule");
                continue;
            }
            boolean hasHeader = !header(table).cell(column).text().isEmpty();
            if (known == null && !hasHeader) {
                error(cell, "the cell has no header above it", "keep notes to the left of the table");
            } else if (cell.text().length() > LONGEST_CELL) {
                error(
                        cell,
                        "the cell has " + cell.text().length() + " characters, at most " + LONGEST_CELL + " are read",
                        "");
            } else if (cell.text().contains("/*") || cell.text().contains("*/")) {
                error(cell, "a comment may not stand in a cell", "keep notes to the left of the table");
            } else if (rows.role(row) == Role.RULE
                    && known != null
                    && known.kind().hasCode()) {
                characters += known.mostCharacters(cell.text());
                flaw(known, cell.text()).ifPresent(flaw -> error(cell, flaw.message(), flaw.advice()));
            }
        }
    }

    private static Optional<CellParts.Flaw> flaw(TableColumn column, String cell) {
        if (cell.matches("(?s).*\\R.*")) {
            return Optional.of(new CellParts.Flaw(
                    "the cell has several lines",
                    "write it in one; where rows from below are in it, a quote of the cell is not closed"));
        }
        String code = column.code().text();
        return (column.kind() == Kind.CONDITION ? CellSlips.find(code, cell) : Optional.<CellParts.Flaw>empty())
                .or(() -> CellParts.find(code, cell));
    }

    /** A row without a condition would hold for every site, and Drools leaves the pattern out with the conditions. */
    private void conditions(SheetRow row) {
        Table table = rows.table(row.number());
        List<TableColumn> conditions = table.columns().values().stream()
                .filter(column -> column.kind() == Kind.CONDITION)
                .toList();
        boolean isRule = table.columns().values().stream()
                .anyMatch(column -> column.kind().hasCode()
                        && !row.cell(column.index()).text().isEmpty());
        if (isRule
                && !conditions.isEmpty()
                && conditions.stream()
                        .allMatch(column -> row.cell(column.index()).text().isEmpty())) {
            error(
                    row.cell(conditions.get(0).index()),
                    "no condition of the row is filled in, so it would hold for every site",
                    "fill one in, or take the row out");
        }
    }

    private SheetRow header(Table table) {
        return rows.row(table.row() + 1);
    }

    private void below(SheetRow row) {
        for (TableColumn column : rows.table(row.number()).columns().values()) {
            SheetCell cell = row.cell(column.index());
            if (column.kind().hasCode() && !cell.text().isEmpty()) {
                error(
                        cell,
                        "a blank row above has ended the table, so this row is not read",
                        "take the blank row out, or keep notes to the left of the table");
                return;
            }
        }
    }

    private void error(SheetCell cell, String message, String advice) {
        problems.add(PolicyProblem.error(path, 0, message)
                .withCell(cell.address())
                .withKind("decision-table")
                .withAdvice(advice));
    }
}
