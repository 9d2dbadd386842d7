package org.headroom.layers.format.geoparquet;

import java.io.IOException;
import java.util.Set;
import org.headroom.layers.format.FileContent;
import org.headroom.layers.format.ReadOptions;
import org.headroom.layers.format.RecordFormat;
import org.headroom.layers.format.RecordSource;
import org.headroom.layers.format.SourceAddress;

/** GeoParquet 1.0 and 1.1, Parquet with a column of type GEOMETRY or GEOGRAPHY, and Parquet without shapes as a table. */
public final class GeoParquetFormat implements RecordFormat {
    @Override
    public String id() {
        return "geoparquet";
    }

    @Override
    public Set<String> endings() {
        return Set.of(".parquet", ".geoparquet");
    }

    @Override
    public Set<FileContent> contents() {
        return Set.of(FileContent.PARQUET);
    }

    @Override
    public RecordSource open(SourceAddress source, ReadOptions options) throws IOException {
        return GeoParquetSource.open(source.file());
    }
}
