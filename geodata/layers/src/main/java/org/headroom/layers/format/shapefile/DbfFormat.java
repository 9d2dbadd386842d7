package org.headroom.layers.format.shapefile;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.headroom.layers.format.ReadOptions;
import org.headroom.layers.format.RecordFormat;
import org.headroom.layers.format.RecordSource;
import org.headroom.layers.format.SourceAddress;

/** A dBASE table, without geometry. */
public final class DbfFormat implements RecordFormat {
    @Override
    public String id() {
        return "dbf";
    }

    @Override
    public Set<String> endings() {
        return Set.of(".dbf");
    }

    @Override
    public Set<String> options() {
        return Set.of("encoding");
    }

    @Override
    public boolean hasGeometry() {
        return false;
    }

    @Override
    public List<Path> files(SourceAddress source) {
        Path dbf = source.file();
        Path cpg = ShapefileFormat.sibling(dbf, ".cpg");
        return Files.isRegularFile(cpg) ? List.of(dbf, source.beside(String.valueOf(cpg.getFileName()))) : List.of(dbf);
    }

    @Override
    public RecordSource open(SourceAddress source, ReadOptions options) throws IOException {
        Path dbf = source.file();
        return new DbfSource(new DbfReader(dbf, SmallText.charset(dbf, options.encoding())));
    }
}
