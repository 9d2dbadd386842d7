package org.headroom.layers.format.flatgeobuf;

import java.io.IOException;
import java.util.Set;
import org.headroom.layers.format.FileContent;
import org.headroom.layers.format.ReadOptions;
import org.headroom.layers.format.RecordFormat;
import org.headroom.layers.format.RecordSource;
import org.headroom.layers.format.SourceAddress;

/** FlatGeobuf, version 3. */
public final class FlatGeobufFormat implements RecordFormat {
    @Override
    public String id() {
        return "flatgeobuf";
    }

    @Override
    public Set<String> endings() {
        return Set.of(".fgb");
    }

    @Override
    public Set<FileContent> contents() {
        return Set.of(FileContent.FLATGEOBUF);
    }

    @Override
    public RecordSource open(SourceAddress source, ReadOptions options) throws IOException {
        return new FlatGeobufSource(source.file());
    }
}
