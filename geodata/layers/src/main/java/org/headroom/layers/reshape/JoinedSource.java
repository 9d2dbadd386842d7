package org.headroom.layers.reshape;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.headroom.layers.descriptor.SourceSpec.SideTable;
import org.headroom.layers.format.CellError;
import org.headroom.layers.format.Numbers;
import org.headroom.layers.format.RawRecord;
import org.headroom.layers.format.RecordSource;
import org.headroom.layers.format.SourceException;
import org.jspecify.annotations.Nullable;

/** Adds columns of a side table to the rows of a source, where the keys agree; a row without a match keeps them missing, which is noted once. */
final class JoinedSource extends DerivedSource {
    private static final @Nullable Object[] NO_MATCH = {};

    private final String file;
    private final int[] keys;
    private final Map<List<String>, @Nullable Object[]> rows = new HashMap<>();
    private long unmatched;
    private String firstUnmatched = "";

    JoinedSource(RecordSource main, SideTable table, RecordSource side) throws IOException {
        super(main, joined(main.columns(), table.columns()));
        this.file = table.file();
        this.keys = find(main.columns(), List.copyOf(table.on().values()), "source.with.on");
        for (String column : table.columns()) {
            if (columns().indexOf(column) != columns().lastIndexOf(column)) {
                throw new SourceException(
                        "has a column \"" + column + "\" itself, which source.with takes from " + table.file(),
                        "Take another column from the side table.");
            }
        }
        int[] sideKeys = find(side.columns(), List.copyOf(table.on().keySet()), table.file());
        int[] wanted = find(side.columns(), table.columns(), table.file());
        for (RawRecord row = side.next(); row != null; row = side.next()) {
            @Nullable Object[] values = new @Nullable Object[wanted.length];
            for (int i = 0; i < wanted.length; i++) {
                values[i] = row.value(wanted[i]);
            }
            List<String> key = key(row, sideKeys);
            @Nullable Object[] other = key == null ? null : rows.putIfAbsent(key, values);
            if (other != null && !Arrays.equals(other, values)) {
                throw new SourceException(
                        "cannot be joined to " + table.file() + ": its record " + row.number() + " has the key " + key
                                + " of another one with other values",
                        "A side table has one row for each key.");
            }
        }
    }

    /** The key of a row as texts without outer blanks; null when a part is missing. */
    private static @Nullable List<String> key(RawRecord row, int[] columns) {
        List<String> key = new ArrayList<>(columns.length);
        for (int column : columns) {
            Object value = row.value(column);
            if (value == null || value instanceof CellError) {
                return null;
            }
            key.add(Numbers.code(Numbers.text(value).strip()));
        }
        return key;
    }

    @Override
    public @Nullable RawRecord next() throws IOException {
        RawRecord record = main.next();
        if (record == null) {
            return null;
        }
        List<String> key = key(record, keys);
        @Nullable Object[] more = key == null ? NO_MATCH : rows.getOrDefault(key, NO_MATCH);
        if (key != null && more == NO_MATCH && unmatched++ == 0) {
            firstUnmatched = "record " + record.number() + " with " + String.join(" + ", key);
        }
        return withMore(record, more);
    }

    @Override
    public List<String> notes() {
        List<String> notes = new ArrayList<>(super.notes());
        if (unmatched > 0) {
            notes.add(unmatched + (unmatched == 1 ? " record has" : " records have") + " no row in " + file
                    + " (the first is " + firstUnmatched + "), so what is taken from there is missing");
        }
        return notes;
    }
}
