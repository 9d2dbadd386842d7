package org.headroom.layers.format.table;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Names of the columns of a sheet or CSV file. */
final class TableHeader {
    private TableHeader() {}

    /** Whether a cell of the header belongs to the cell on its left, with which it is merged; rows and columns count from 0. */
    @FunctionalInterface
    interface Merged {
        boolean withLeft(int row, int column);
    }

    /**
     * Names without outer blanks, line breaks as single blanks; a column without a name gets its number, from 1. Texts of several rows are joined
     * by a blank; the heading of a group stands before the name of each of its columns.
     *
     * @param rows the rows of the header, at least one
     * @param merged which cells a heading reaches over; null where the file does not say, so a heading with a name below itself reaches over blank
     *     cells to the right that have one
     */
    static List<String> named(List<? extends List<? extends @Nullable Object>> rows, @Nullable Merged merged) {
        int count = rows.stream().mapToInt(List::size).max().orElse(0);
        String[][] texts = new String[rows.size()][count];
        for (int r = 0; r < texts.length; r++) {
            List<? extends @Nullable Object> row = rows.get(r);
            for (int c = 0; c < count; c++) {
                Object cell = c < row.size() ? row.get(c) : null;
                texts[r][c] = cell == null
                        ? ""
                        : cell.toString().replaceAll("\\s+", " ").strip();
            }
        }
        List<String> names = new ArrayList<>(count);
        String[] groups = new String[texts.length];
        Arrays.fill(groups, "");
        for (int c = 0; c < count; c++) {
            StringBuilder name = new StringBuilder();
            boolean isNewGroup = false;
            for (int r = 0; r < texts.length; r++) {
                boolean hasName = hasTextBelow(texts, r, c);
                boolean isNew = !texts[r][c].isEmpty();
                isNewGroup |= isNew;
                boolean isLast = r == texts.length - 1;
                if (merged == null || isLast ? isNewGroup : isNew || !merged.withLeft(r, c)) {
                    groups[r] = merged != null || hasName ? texts[r][c] : "";
                }
                String part = isNew ? texts[r][c] : merged != null || hasName ? groups[r] : "";
                name.append(name.isEmpty() || part.isEmpty() ? "" : " ").append(part);
            }
            names.add(name.isEmpty() ? Integer.toString(c + 1) : name.toString());
        }
        return names;
    }

    private static boolean hasTextBelow(String[][] texts, int row, int column) {
        for (int r = row + 1; r < texts.length; r++) {
            if (!texts[r][column].isEmpty()) {
                return true;
            }
        }
        return false;
    }

    static List<String> numbered(int count) {
        List<String> names = new ArrayList<>(count);
        for (int i = 1; i <= count; i++) {
            names.add(Integer.toString(i));
        }
        return names;
    }
}
