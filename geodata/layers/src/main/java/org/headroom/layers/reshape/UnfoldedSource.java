package org.headroom.layers.reshape;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.headroom.layers.format.RawRecord;
import org.headroom.layers.format.RecordSource;
import org.jspecify.annotations.Nullable;

/** Turns each row into several, such as a pair of places into a row for each end. New columns stand behind the source's own. */
final class UnfoldedSource extends DerivedSource {
    private final int[][] from;
    private @Nullable RawRecord current;
    private int next;

    UnfoldedSource(RecordSource main, List<Map<String, String>> unfold) throws IOException {
        this(
                main,
                unfold,
                unfold.stream().flatMap(row -> row.keySet().stream()).distinct().toList());
    }

    private UnfoldedSource(RecordSource main, List<Map<String, String>> unfold, List<String> added) throws IOException {
        super(main, joined(main.columns(), added));
        this.from = new int[unfold.size()][added.size()];
        for (int row = 0; row < from.length; row++) {
            for (int i = 0; i < added.size(); i++) {
                String source = unfold.get(row).get(added.get(i));
                from[row][i] = source == null ? -1 : find(main.columns(), List.of(source), "source.unfold")[0];
            }
        }
        this.next = from.length;
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
        int[] columnsFrom = from[next++];
        @Nullable Object[] more = new @Nullable Object[columnsFrom.length];
        for (int i = 0; i < more.length; i++) {
            more[i] = columnsFrom[i] < 0 ? null : record.value(columnsFrom[i]);
        }
        return withMore(record, more);
    }
}
