package org.headroom.layers.format.table;

import java.io.IOException;
import java.util.Set;
import org.headroom.layers.format.ReadOptions;
import org.headroom.layers.format.RecordFormat;
import org.headroom.layers.format.RecordSource;
import org.headroom.layers.format.SourceAddress;

/** CSV, without geometry. */
public final class CsvFormat implements RecordFormat {
    @Override
    public String id() {
        return "csv";
    }

    @Override
    public Set<String> endings() {
        return Set.of(".csv");
    }

    @Override
    public Set<String> options() {
        return Set.of("headerRow", "headerRows", "skipRows", "delimiter", "encoding", "fillDown");
    }

    @Override
    public boolean hasGeometry() {
        return false;
    }

    @Override
    public RecordSource open(SourceAddress source, ReadOptions options) throws IOException {
        return new CsvSource(source.file(), options);
    }
}
