package org.headroom.layers.format.geopackage;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.headroom.layers.format.FileContent;
import org.headroom.layers.format.ReadOptions;
import org.headroom.layers.format.RecordFormat;
import org.headroom.layers.format.RecordSource;
import org.headroom.layers.format.SourceAddress;

/** A table of a GeoPackage. */
public final class GeoPackageFormat implements RecordFormat {
    @Override
    public String id() {
        return "geopackage";
    }

    @Override
    public Set<FileContent> contents() {
        return Set.of(FileContent.GEOPACKAGE);
    }

    @Override
    public Set<String> endings() {
        return Set.of(".gpkg");
    }

    @Override
    public Set<String> options() {
        return Set.of("table");
    }

    @Override
    public List<Path> files(SourceAddress source) {
        return DatabaseFile.parts(source);
    }

    @Override
    public RecordSource open(SourceAddress source, ReadOptions options) throws IOException {
        return new GeoPackageSource(source, options.table());
    }
}
