package org.headroom.rules.decision;

import java.util.HashMap;
import java.util.Map;
import org.headroom.rules.decision.TableColumn.Kind;
import org.headroom.rules.spreadsheet.SheetRow;

/**
 * The cells that say what the columns below are about. One that holds for several columns is merged in a workbook, which reads as a text
 * with blank cells behind it, and repeated with three dots in CSV; both are taken for the same here.
 */
final class MergedCells {
    private static final String DOTS = "...";

    private final Map<Integer, String> texts = new HashMap<>();
    private final Map<Integer, Integer> starts = new HashMap<>();

    /** @param columns of the table, from the left */
    MergedCells(SheetRow row, Iterable<TableColumn> columns) {
        TableColumn left = null;
        for (TableColumn column : columns) {
            String own = withoutDots(row.cell(column.index()).text());
            String before = left != null && isLike(left, column) ? text(left.index()) : "";
            boolean merged = !before.isEmpty() && (own.isEmpty() || own.equals(before));
            texts.put(column.index(), merged ? before : own);
            starts.put(column.index(), merged ? start(column.index() - 1) : column.index());
            left = column;
        }
    }

    /** What holds for a column; empty when nothing does. */
    String text(int column) {
        return texts.getOrDefault(column, "");
    }

    /** The column with which the cell begins that holds for a column. */
    int start(int column) {
        return starts.getOrDefault(column, column);
    }

    /** Whether the cell holds for several columns. */
    boolean isMerged(int column) {
        return start(column) != column || start(column + 1) == column;
    }

    private static String withoutDots(String text) {
        if (text.endsWith("\u2026")) {
            // What word processors and spreadsheets make of three dots.
            return text.substring(0, text.length() - 1).strip();
        }
        return text.endsWith(DOTS)
                ? text.substring(0, text.length() - DOTS.length()).strip()
                : text;
    }

    private static boolean isLike(TableColumn left, TableColumn column) {
        return left.index() == column.index() - 1
                && left.kind() == column.kind()
                && (column.kind() == Kind.CONDITION || column.kind() == Kind.ACTION);
    }
}
