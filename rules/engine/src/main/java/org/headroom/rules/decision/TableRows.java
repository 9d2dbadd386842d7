package org.headroom.rules.decision;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.headroom.rules.decision.TableColumn.Kind;
import org.headroom.rules.spreadsheet.MergedRange;
import org.headroom.rules.spreadsheet.Sheet;
import org.headroom.rules.spreadsheet.SheetCell;
import org.headroom.rules.spreadsheet.SheetRow;

/** The rows of a sheet, at least one of which begins a decision table, by what Drools takes them for. */
final class TableRows {
    private static final String TABLE = "ruletable";

    /** What a row is for; from START to LABELS they follow one another without a gap. */
    enum Role {
        ABOVE,
        START,
        HEADER,
        OBJECT,
        CODE,
        LABELS,
        RULE,
        /** Behind the row that ended a table by having nothing in it. */
        BELOW
    }

    /**
     * One table of a sheet.
     *
     * @param row number of the row that begins it
     * @param start the cell with its name
     * @param first its first column, from 0
     * @param columns by their index in the sheet
     */
    record Table(int row, SheetCell start, int first, NavigableMap<Integer, TableColumn> columns) {
        /** The column with the names of the rules; the first one when there is none. */
        int nameColumn() {
            return columns.values().stream()
                    .filter(column -> column.kind() == Kind.NAME)
                    .mapToInt(TableColumn::index)
                    .findFirst()
                    .orElse(first);
        }
    }

    private final String sheet;
    private final List<MergedRange> merged;
    private final NavigableMap<Integer, SheetRow> rows = new TreeMap<>();
    private final NavigableMap<Integer, Table> tables = new TreeMap<>();
    private final Map<Integer, Role> roles = new TreeMap<>();

    /** @param read a sheet that has a table */
    TableRows(Sheet read) {
        sheet = read.name();
        merged = read.merged();
        for (SheetRow row : read.rows()) {
            if (!row.isBlank()) {
                rows.put(row.number(), row);
            }
        }
        for (SheetRow row : List.copyOf(rows.values())) {
            int first = startOfTable(row);
            if (first >= 0) {
                int header = row.number() + Role.HEADER.ordinal() - Role.START.ordinal();
                rows.computeIfPresent(header, (number, texts) -> filled(texts));
                tables.put(row.number(), new Table(row.number(), row.cell(first), first, columns(row.number(), first)));
            }
        }
        rows.keySet().forEach(number -> roles.put(number, findRole(number)));
    }

    static boolean hasTable(List<SheetRow> rows) {
        return rows.stream().anyMatch(row -> startOfTable(row) >= 0);
    }

    private static int startOfTable(SheetRow row) {
        for (int column = 0; column < row.texts().size(); column++) {
            if (row.texts().get(column).toLowerCase(Locale.ROOT).startsWith(TABLE)) {
                return column;
            }
        }
        return -1;
    }

    /** A row in which every column has the text of the merged cell that it is part of. */
    private SheetRow filled(SheetRow row) {
        List<String> texts = new ArrayList<>(row.texts());
        for (MergedRange range : merged) {
            for (int column = range.firstColumn(); column <= range.lastColumn(); column++) {
                if (range.has(row.number(), column) && row.cell(column).text().isEmpty()) {
                    while (texts.size() <= column) {
                        texts.add("");
                    }
                    texts.set(column, row.cell(range.firstColumn()).text());
                }
            }
        }
        return new SheetRow(row.sheet(), row.number(), texts);
    }

    /** Whether a cell is shown as one with the next ones in its row, which are blank then. */
    boolean isMergedAcross(SheetRow row, int column) {
        return merged.stream()
                .anyMatch(range ->
                        !range.isUpright() && range.firstColumn() == column && range.has(row.number(), column));
    }

    private NavigableMap<Integer, TableColumn> columns(int start, int first) {
        NavigableMap<Integer, TableColumn> columns = new TreeMap<>();
        SheetRow header = row(start + Role.HEADER.ordinal() - Role.START.ordinal());
        SheetRow code = row(start + Role.CODE.ordinal() - Role.START.ordinal());
        for (int column = first; column < header.texts().size(); column++) {
            int index = column;
            Kind.of(header.cell(column).text())
                    .ifPresent(kind -> columns.put(index, new TableColumn(kind, index, code.cell(index))));
        }
        return columns;
    }

    private Role findRole(int number) {
        Integer start = tables.floorKey(number);
        if (start == null) {
            return Role.ABOVE;
        }
        int role = Role.START.ordinal() + number - start;
        if (role <= Role.RULE.ordinal()) {
            return Role.values()[role];
        }
        // The row in which the first rule should stand may be blank; Drools takes it for a rule that says nothing.
        boolean isFirstAbove = role == Role.RULE.ordinal() + 1;
        return isFirstAbove || roles.get(number - 1) == Role.RULE && isInTable(number - 1) ? Role.RULE : Role.BELOW;
    }

    private boolean isInTable(int number) {
        List<String> texts = row(number).texts();
        int first = table(number).first();
        return texts.size() > first
                && texts.subList(first, texts.size()).stream().anyMatch(text -> !text.isEmpty());
    }

    /** The rows that are not blank, in their order. */
    List<SheetRow> all() {
        return List.copyOf(rows.values());
    }

    /** A row by its number; a blank one when there is none. */
    SheetRow row(int number) {
        SheetRow row = rows.get(number);
        return row == null ? new SheetRow(sheet, number, List.of()) : row;
    }

    /** What a row that is not blank is for. */
    Role role(SheetRow row) {
        return roles.getOrDefault(row.number(), Role.BELOW);
    }

    /** The last table that begins in or above a row. */
    Table table(int row) {
        return tables.floorEntry(row).getValue();
    }

    /** Whether what the rows of a column hold is figures, where they hold anything. */
    boolean hasOnlyFigures(Table table, TableColumn column) {
        Integer next = tables.higherKey(table.row());
        return rows.subMap(table.row(), next == null ? Integer.MAX_VALUE : next).values().stream()
                .filter(row -> role(row) == Role.RULE)
                .map(row -> row.cell(column.index()).text())
                .allMatch(text -> text.isEmpty() || text.matches("[-+]?\\d+(\\.\\d+)?"));
    }

    /** The first table. */
    Table firstTable() {
        return tables.firstEntry().getValue();
    }

    /** The address of a cell of the sheet, from one without the sheet's name. */
    String address(String cell) {
        return sheet.isEmpty() ? cell : sheet + "!" + cell;
    }

    /** The address of the cell above the tables whose text comes in a line of what was made of them; empty when there is none. */
    String addressAbove(String line) {
        for (SheetRow row : rows.headMap(tables.firstKey()).values()) {
            for (int column = 0; column < row.texts().size(); column++) {
                SheetCell cell = row.cell(column);
                if (!cell.text().isEmpty() && line.contains(cell.text())) {
                    return cell.address();
                }
            }
        }
        return "";
    }
}
