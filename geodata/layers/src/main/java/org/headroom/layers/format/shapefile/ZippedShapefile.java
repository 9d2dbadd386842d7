package org.headroom.layers.format.shapefile;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.zip.ZipEntry;
import org.headroom.layers.format.SourceAddress;
import org.headroom.layers.format.SourceZip;

/**
 * A shapefile unpacked from a zip into a temporary folder, which goes when it is closed. Its parts get names of their own there, so that no
 * name in the zip leads anywhere.
 */
final class ZippedShapefile implements Closeable {
    static final SourceZip.Kind KIND = new SourceZip.Kind(".zip", ".shp", "shapefile");
    private static final List<String> PARTS = List.of(".shp", ".shx", ".dbf", ".prj", ".cpg");

    private final Path folder;

    private ZippedShapefile(Path folder) {
        this.folder = folder;
    }

    /** Unpacks the set that the address names, or the only one. */
    static ZippedShapefile unpack(SourceAddress source) throws IOException {
        return SourceZip.with(source, KIND, zip -> {
            ZipEntry shp = zip.choose();
            ZippedShapefile unpacked = new ZippedShapefile(Files.createTempDirectory("headroom-zip"));
            try {
                unpacked.take(zip, base(shp.getName()));
                return unpacked;
            } catch (IOException | RuntimeException e) {
                unpacked.close();
                throw e;
            }
        });
    }

    private void take(SourceZip zip, String base) throws IOException {
        for (ZipEntry entry : zip.entries()) {
            String name = entry.getName();
            String part = name.substring(base(name).length()).toLowerCase(Locale.ROOT);
            if (base(name).equals(base) && PARTS.contains(part) && !Files.exists(folder.resolve("zipped" + part))) {
                zip.unpack(entry, folder.resolve("zipped" + part));
            }
        }
    }

    private static String base(String name) {
        int dot = name.lastIndexOf('.');
        return dot <= name.lastIndexOf('/') ? name : name.substring(0, dot);
    }

    Path shp() {
        return folder.resolve("zipped.shp");
    }

    @Override
    public void close() throws IOException {
        for (String part : PARTS) {
            Files.deleteIfExists(folder.resolve("zipped" + part));
        }
        Files.deleteIfExists(folder);
    }
}
