package org.headroom.layers.format.shapefile;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.headroom.layers.format.ReadOptions;
import org.headroom.layers.format.RecordFormat;
import org.headroom.layers.format.RecordSource;
import org.headroom.layers.format.SourceAddress;

/** A shapefile: some files of one name. */
public final class ShapefileFormat implements RecordFormat {
    @Override
    public String id() {
        return "shapefile";
    }

    @Override
    public Set<String> endings() {
        return Set.of(".shp");
    }

    @Override
    public Set<String> options() {
        return Set.of("encoding");
    }

    @Override
    public List<Path> files(SourceAddress source) {
        Path shp = source.file();
        List<Path> files = new ArrayList<>(List.of(shp));
        for (String extension : List.of(".dbf", ".prj", ".cpg")) {
            Path part = sibling(shp, extension);
            if (Files.isRegularFile(part)) {
                files.add(source.beside(String.valueOf(part.getFileName())));
            }
        }
        return files;
    }

    /** The part of a shapefile with another extension, in lower or, where only that exists, upper case. */
    static Path sibling(Path shp, String extension) {
        String name = String.valueOf(shp.getFileName());
        int dot = name.lastIndexOf('.');
        String base = dot < 0 ? name : name.substring(0, dot);
        Path lower = shp.resolveSibling(base + extension);
        Path upper = shp.resolveSibling(base + extension.toUpperCase(Locale.ROOT));
        return !Files.exists(lower) && Files.exists(upper) ? upper : lower;
    }

    @Override
    public RecordSource open(SourceAddress source, ReadOptions options) throws IOException {
        return new ShapefileSource(source.file(), options.encoding());
    }
}
