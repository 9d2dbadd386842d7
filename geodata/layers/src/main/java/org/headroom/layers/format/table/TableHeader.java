package org.headroom.layers.format.table;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Names of the columns of a sheet or CSV file. */
final class TableHeader {
    private TableHeader() {}

    /** Names without outer blanks, line breaks as single blanks; a column without a name gets its number, from 1. */
    static List<String> named(List<? extends @Nullable Object> cells) {
        List<String> names = new ArrayList<>(cells.size());
        for (int i = 0; i < cells.size(); i++) {
            Object cell = cells.get(i);
            String name =
                    cell == null ? "" : cell.toString().replaceAll("\\s+", " ").strip();
            names.add(name.isEmpty() ? Integer.toString(i + 1) : name);
        }
        return names;
    }

    static List<String> numbered(int count) {
        List<String> names = new ArrayList<>(count);
        for (int i = 1; i <= count; i++) {
            names.add(Integer.toString(i));
        }
        return names;
    }
}
