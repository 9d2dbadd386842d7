package org.headroom.runs.table;

import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.stream.IntStream;
import org.headroom.export.Utf8Source;
import org.headroom.runs.RecordIds;

/** The ids of deciding records as texts, with or without their layers in front. Safe for several threads. */
final class RecordNames {
    private final RecordIds ids;

    RecordNames(RecordIds ids) {
        this.ids = ids;
    }

    /** Copies the name of a {@link RecordSource#of record}, and gives its length. */
    int copy(long record, boolean withLayer, byte[] out, int at) {
        if (record == RecordSource.NONE) {
            return Utf8Source.NONE;
        }
        int layer = RecordSource.layer(record);
        String id = Objects.requireNonNullElse(ids.id(layer, RecordSource.number(record)), "");
        String text = withLayer ? ids.layers().get(layer) + "/" + id : id;
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        System.arraycopy(bytes, 0, out, at, bytes.length);
        return bytes.length;
    }

    /** Length of the longest text that {@link #copy} gives. */
    int longest(boolean withLayer) {
        return IntStream.range(0, ids.layers().size())
                .map(layer -> ids.longestBytes(layer)
                        + (withLayer ? ids.layers().get(layer).getBytes(StandardCharsets.UTF_8).length + 1 : 0))
                .max()
                .orElse(0);
    }
}
