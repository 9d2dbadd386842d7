package org.headroom.layers.source;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import org.headroom.layers.descriptor.SourceSpec.SideTable;
import org.headroom.model.NearestName;
import org.jspecify.annotations.Nullable;

/** Adds columns of a side table to the rows of a source, where the keys agree; a row without a match keeps them missing. */
final class JoinedSource implements RecordSource {
    private final RecordSource main;
    private final List<String> columns;
    private final int[] keys;
    private final int ownColumns;
    private final Map<List<String>, @Nullable Object[]> rows = new HashMap<>();

    JoinedSource(RecordSource main, SideTable table, Path file) throws IOException {
        this.main = main;
        this.ownColumns = main.columns().size();
        this.keys = find(main.columns(), new ArrayList<>(table.on().values()), "source.with.on");
        this.columns = new ArrayList<>(main.columns());
        for (String column : table.columns()) {
            if (columns.contains(column)) {
                throw new SourceException(
                        "has a column \"" + column + "\" itself, which source.with takes from " + table.file(),
                        "Take another column from the side table.");
            }
            columns.add(column);
        }
        try (CsvSource side = CsvSource.ofTable(file, table)) {
            int[] sideKeys = find(side.columns(), new ArrayList<>(table.on().keySet()), table.file());
            int[] wanted = find(side.columns(), table.columns(), table.file());
            for (RawRecord row = side.next(); row != null; row = side.next()) {
                @Nullable
                Object[] values = Arrays.stream(wanted).mapToObj(pick(row)).toArray();
                List<String> key = key(row, sideKeys);
                @Nullable Object[] other = key == null ? null : rows.putIfAbsent(key, values);
                if (other != null && !Arrays.equals(other, values)) {
                    throw new SourceException(
                            "cannot be joined to " + table.file() + ": its record " + row.number() + " has the key "
                                    + key + " of another one with other values",
                            "A side table has one row for each key.");
                }
            }
        }
    }

    private static IntFunction<@Nullable Object> pick(RawRecord row) {
        return row::value;
    }

    private static int[] find(List<String> columns, List<String> names, String where) throws SourceException {
        int[] found = new int[names.size()];
        for (int i = 0; i < found.length; i++) {
            found[i] = columns.indexOf(names.get(i));
            if (found[i] < 0) {
                throw new SourceException(
                        "has no column \"" + names.get(i) + "\" for " + where + NearestName.hint(names.get(i), columns),
                        "The columns are: " + String.join(", ", columns));
            }
        }
        return found;
    }

    /** The key of a row as texts without outer blanks; null when a part is missing. */
    private static @Nullable List<String> key(RawRecord row, int[] columns) {
        List<String> key = new ArrayList<>(columns.length);
        for (int column : columns) {
            Object value = row.value(column);
            if (value == null) {
                return null;
            }
            key.add(Numbers.text(value).strip());
        }
        return key;
    }

    @Override
    public List<String> columns() {
        return columns;
    }

    @Override
    public Optional<String> findCrs() {
        return main.findCrs();
    }

    @Override
    public @Nullable RawRecord next() throws IOException {
        RawRecord record = main.next();
        if (record == null) {
            return null;
        }
        @Nullable Object[] values = ValuesRecord.values(record, ownColumns, columns.size());
        List<String> key = key(record, keys);
        @Nullable Object[] more = key == null ? null : rows.get(key);
        if (more != null) {
            System.arraycopy(more, 0, values, ownColumns, more.length);
        }
        return ValuesRecord.like(record, values);
    }

    @Override
    public void close() throws IOException {
        main.close();
    }
}
