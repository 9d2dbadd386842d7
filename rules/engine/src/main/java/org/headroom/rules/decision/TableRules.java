package org.headroom.rules.decision;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.drools.decisiontable.parser.DefaultRuleSheetListener;
import org.drools.template.model.DRLOutput;
import org.drools.template.model.Package;
import org.drools.template.model.Rule;
import org.drools.template.parser.DataListener;
import org.headroom.rules.check.PolicyProblem;
import org.headroom.rules.check.Problems;
import org.headroom.rules.decision.TableColumn.Kind;
import org.headroom.rules.drl.RuleFile;
import org.headroom.rules.rule.RulePlace;
import org.headroom.rules.spreadsheet.SheetRow;

/** The rules that Drools makes of a sheet, and the cell from which each place in their text comes. */
final class TableRules implements RuleFile.Origin {
    private static final Pattern MARK = Pattern.compile("/\\*@(\\d{1,3})\\*/");
    private static final Pattern FOR_PROGRAMMERS = Pattern.compile("Exception|[Ii]nternal|java\\.|org\\.|\\[ERR|null");
    private static final Pattern CELL = Pattern.compile("cell ([A-Z]{1,3}[0-9]{1,7})");

    private final String path;
    private final TableRows rows;
    private final String text;

    private final List<Integer> lineStarts = new ArrayList<>();

    /** Numbers of the rows by the place in the text at which their rules begin. */
    private final NavigableMap<Integer, Integer> starts = new TreeMap<>();

    private TableRules(String path, TableRows rows, Package rules) {
        this.path = path;
        this.rows = rows;
        DRLOutput all = new DRLOutput();
        rules.renderDRL(all);
        text = all.getDRL();
        lineStarts.add(0);
        for (int end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', end + 1)) {
            lineStarts.add(end + 1);
        }
        int from = 0;
        for (Rule rule : rules.getRules()) {
            DRLOutput one = new DRLOutput();
            rule.renderDRL(one);
            int start = text.indexOf(one.getDRL(), from);
            starts.put(start, rule.getSpreadsheetRowNumber());
            from = start + one.getDRL().length();
        }
    }

    /** The rules of a sheet; empty when there was a problem. */
    static Optional<RuleFile> of(String path, TableRows rows, Problems problems) {
        DefaultRuleSheetListener listener = new DefaultRuleSheetListener();
        try {
            listener.startSheet(path);
            for (SheetRow row : rows.all()) {
                read(row, rows, listener);
            }
            listener.finishSheet();
            TableRules rules = new TableRules(path, rows, listener.getRuleSet());
            return Optional.of(new RuleFile(path, rules.text, rules));
        } catch (RuntimeException e) {
            // Drools throws whatever it stumbles over.
            String message = String.valueOf(e.getMessage());
            Matcher cell = CELL.matcher(message);
            boolean found = cell.find();
            boolean isForPeople = found && !FOR_PROGRAMMERS.matcher(message).find();
            problems.add(PolicyProblem.error(
                            path, 0, "the decision table cannot be read" + (isForPeople ? ": " + message : ""))
                    .withCell(found ? rows.address(cell.group(1)) : "")
                    .withKind("decision-table")
                    .withAdvice(
                            isForPeople
                                    ? ""
                                    : "hold its headers, the cells below them and the code against an example"));
            return Optional.empty();
        }
    }

    /** Drools counts rows and columns from 0. */
    private static void read(SheetRow row, TableRows rows, DataListener listener) {
        int number = row.number() - 1;
        listener.newRow(number, row.texts().size());
        switch (rows.role(row)) {
            case OBJECT -> {
                Collection<TableColumn> columns =
                        rows.table(row.number()).columns().values();
                MergedCells cells = new MergedCells(row, columns);
                for (TableColumn column : columns) {
                    int at = column.index();
                    if (column.kind() != Kind.CONDITION && column.kind() != Kind.ACTION) {
                        continue;
                    }
                    int merged = cells.isMerged(at) ? cells.start(at) : DataListener.NON_MERGED;
                    listener.newCell(number, at, cells.text(at), merged);
                }
            }
            case CODE -> {
                TableRows.Table table = rows.table(row.number());
                for (TableColumn column : table.columns().values()) {
                    if (column.kind().hasCode() && !column.code().text().isEmpty()) {
                        String code = column.marked(rows.hasOnlyFigures(table, column));
                        listener.newCell(number, column.index(), code, DataListener.NON_MERGED);
                    }
                }
            }
            default -> {
                for (int column = 0; column < row.texts().size(); column++) {
                    listener.newCell(number, column, row.texts().get(column), DataListener.NON_MERGED);
                }
            }
        }
    }

    @Override
    public RulePlace at(int line, int column) {
        int start = startOf(line);
        Map.Entry<Integer, Integer> rule = starts.floorEntry(start);
        int end = text.indexOf('\n', start);
        String content = text.substring(start, end < 0 ? text.length() : end);
        if (line < 1 || rule == null) {
            return RulePlace.inRow(path, rows.addressAbove(content));
        }
        SheetRow row = rows.row(rule.getValue());
        TableRows.Table table = rows.table(row.number());
        int found = -1;
        int behind = 0;
        Matcher mark = MARK.matcher(content);
        while (mark.find() && (found < 0 || mark.end() < column)) {
            found = Integer.parseInt(mark.group(1));
            behind = column - 1 - mark.end();
        }
        TableColumn known = table.columns().get(found);
        if (known == null) {
            return RulePlace.inRow(path, row.cell(table.nameColumn()).address());
        }
        return behind >= 0 && known.isOwn(behind)
                ? RulePlace.aboveRows(path, known.code().address())
                : RulePlace.inRow(path, row.cell(known.index()).address());
    }

    private int startOf(int line) {
        return lineStarts.get(Math.min(Math.max(0, line - 1), lineStarts.size() - 1));
    }
}
