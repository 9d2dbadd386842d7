package org.headroom.layers.source;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.headroom.model.NearestName;
import org.jspecify.annotations.Nullable;

/** Turns each row into several, such as a pair of places into a row for each end. New columns stand behind the source's own. */
final class UnfoldedSource implements RecordSource {
    private final RecordSource main;
    private final List<String> columns;
    private final int[][] from;
    private final int ownColumns;
    private @Nullable RawRecord current;
    private int next;

    UnfoldedSource(RecordSource main, List<Map<String, String>> unfold) throws IOException {
        this.main = main;
        this.ownColumns = main.columns().size();
        List<String> added = new ArrayList<>();
        unfold.forEach(
                row -> row.keySet().stream().filter(c -> !added.contains(c)).forEach(added::add));
        this.columns = new ArrayList<>(main.columns());
        columns.addAll(added);
        this.from = new int[unfold.size()][added.size()];
        for (int row = 0; row < from.length; row++) {
            for (int i = 0; i < added.size(); i++) {
                String source = unfold.get(row).get(added.get(i));
                from[row][i] = source == null ? -1 : main.columns().indexOf(source);
                if (source != null && from[row][i] < 0) {
                    throw new SourceException(
                            "has no column \"" + source + "\" for source.unfold"
                                    + NearestName.hint(source, main.columns()),
                            "The columns are: " + String.join(", ", main.columns()));
                }
            }
        }
        this.next = from.length;
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
        if (next == from.length) {
            current = main.next();
            next = 0;
        }
        RawRecord record = current;
        if (record == null) {
            return null;
        }
        @Nullable Object[] values = ValuesRecord.values(record, ownColumns, columns.size());
        int[] columnsFrom = from[next++];
        for (int i = 0; i < columnsFrom.length; i++) {
            values[ownColumns + i] = columnsFrom[i] < 0 ? null : record.value(columnsFrom[i]);
        }
        return ValuesRecord.like(record, values);
    }

    @Override
    public void close() throws IOException {
        main.close();
    }
}
