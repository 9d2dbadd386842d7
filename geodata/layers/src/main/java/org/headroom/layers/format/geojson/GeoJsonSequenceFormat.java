package org.headroom.layers.format.geojson;

import java.io.IOException;
import java.util.Set;
import org.headroom.layers.format.FileContent;
import org.headroom.layers.format.ReadOptions;
import org.headroom.layers.format.RecordFormat;
import org.headroom.layers.format.RecordSource;
import org.headroom.layers.format.SourceAddress;

/** GeoJSON with a feature a line or behind record separators. {@link GeoJsonFormat} reads it, too; this one has its names and endings. */
public final class GeoJsonSequenceFormat implements RecordFormat {
    @Override
    public String id() {
        return "geojsonseq";
    }

    @Override
    public Set<FileContent> contents() {
        return Set.of(FileContent.JSON);
    }

    @Override
    public Set<String> endings() {
        return Set.of(".geojsonl", ".geojsons", ".geojsonseq", ".ndjson", ".ndgeojson", ".jsonl");
    }

    @Override
    public RecordSource open(SourceAddress source, ReadOptions options) throws IOException {
        return new GeoJsonSource(source.file());
    }
}
