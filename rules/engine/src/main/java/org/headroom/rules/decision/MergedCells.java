package org.headroom.rules.decision;

import java.util.Map;
import org.headroom.rules.decision.TableColumn.Kind;
import org.headroom.rules.spreadsheet.SheetRow;

/**
 * The cells that say what the columns below are about. One that holds for several columns is merged in a workbook, which reads as a text
 * with blank cells behind it, and repeated with three dots in CSV; both are taken for the same here.
 */
record MergedCells(SheetRow row, Map<Integer, TableColumn> columns) {
    private static final String DOTS = "...";

    /** What holds for a column; empty when nothing does. */
    String text(int column) {
        String own = own(column);
        return own.isEmpty() && isLikeLeft(column) ? text(column - 1) : own;
    }

    /** The column with which the merged cell begins. */
    int start(int column) {
        boolean merged = isLikeLeft(column)
                && !text(column - 1).isEmpty()
                && text(column - 1).equals(text(column));
        return merged ? start(column - 1) : column;
    }

    boolean isMerged(int column) {
        return start(column) != column || start(column + 1) == column;
    }

    private String own(int column) {
        String text = row.cell(column).text();
        return text.endsWith(DOTS)
                ? text.substring(0, text.length() - DOTS.length()).strip()
                : text;
    }

    private boolean isLikeLeft(int column) {
        TableColumn own = columns.get(column);
        TableColumn left = columns.get(column - 1);
        return own != null
                && left != null
                && own.kind() == left.kind()
                && (own.kind() == Kind.CONDITION || own.kind() == Kind.ACTION);
    }
}
