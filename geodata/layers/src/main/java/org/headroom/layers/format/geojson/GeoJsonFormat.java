package org.headroom.layers.format.geojson;

import java.io.IOException;
import java.util.Set;
import org.headroom.layers.format.FileContent;
import org.headroom.layers.format.ReadOptions;
import org.headroom.layers.format.RecordFormat;
import org.headroom.layers.format.RecordSource;
import org.headroom.layers.format.SourceAddress;

/** GeoJSON. */
public final class GeoJsonFormat implements RecordFormat {
    @Override
    public String id() {
        return "geojson";
    }

    @Override
    public Set<FileContent> contents() {
        return Set.of(FileContent.JSON);
    }

    @Override
    public Set<String> endings() {
        return Set.of(".geojson", ".json");
    }

    @Override
    public RecordSource open(SourceAddress source, ReadOptions options) throws IOException {
        return new GeoJsonSource(source.file());
    }
}
