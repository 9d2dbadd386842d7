package org.headroom.layers.format.shapefile;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.headroom.layers.format.FileContent;
import org.headroom.layers.format.FirstBytes;
import org.headroom.layers.format.ReadOptions;
import org.headroom.layers.format.RecordFormat;
import org.headroom.layers.format.RecordSource;
import org.headroom.layers.format.SourceAddress;
import org.headroom.layers.format.SourceException;

/** A shapefile: some files of one name, side by side or in a zip. */
public final class ShapefileFormat implements RecordFormat {
    @Override
    public String id() {
        return "shapefile";
    }

    @Override
    public Set<FileContent> contents() {
        return Set.of(FileContent.SHAPEFILE, FileContent.ZIPPED_SHAPEFILE, FileContent.ZIP);
    }

    @Override
    public Set<String> endings() {
        return Set.of(".shp", ".zip");
    }

    @Override
    public Set<String> options() {
        return Set.of("encoding");
    }

    @Override
    public List<Path> files(SourceAddress source) {
        Path zip = ZippedShapefile.KIND.find(source);
        if (zip != null) {
            return List.of(zip);
        }
        Path shp = source.file();
        List<Path> files = new ArrayList<>(List.of(shp));
        for (String extension : List.of(".dbf", ".shx", ".prj", ".cpg")) {
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
        Path file = files(source).get(0);
        FileContent content = FirstBytes.find(file)
                .orElseThrow(() -> new SourceException(
                        "is neither a shapefile nor a zip: its first bytes are those of something else",
                        "Check source.file and source.format, or copy the file again."));
        if (content == FileContent.SHAPEFILE) {
            return ShapefileSource.open(source.file(), options.encoding(), () -> {});
        }
        ZippedShapefile unpacked = ZippedShapefile.unpack(source);
        try {
            return ShapefileSource.open(unpacked.shp(), options.encoding(), unpacked);
        } catch (IOException | RuntimeException e) {
            unpacked.close();
            throw e;
        }
    }
}
