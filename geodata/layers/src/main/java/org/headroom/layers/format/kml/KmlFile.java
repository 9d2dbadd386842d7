package org.headroom.layers.format.kml;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipEntry;
import org.headroom.layers.format.FileContent;
import org.headroom.layers.format.FirstBytes;
import org.headroom.layers.format.SourceAddress;
import org.headroom.layers.format.SourceZip;
import org.jspecify.annotations.Nullable;

/** A file of KML, where it comes in a zip unpacked into a temporary file, which goes when it is closed. */
final class KmlFile implements Closeable {
    static final SourceZip.Kind KIND = new SourceZip.Kind(".kmz", ".kml", "KML file");

    /** The file that a KMZ begins with by custom (OGC 12-007r2, annex C). */
    private static final String MAIN = "doc.kml";

    private final Path path;
    private final boolean isUnpacked;
    private final List<String> notes;

    private KmlFile(Path path, boolean isUnpacked, List<String> notes) {
        this.path = path;
        this.isUnpacked = isUnpacked;
        this.notes = notes;
    }

    static KmlFile of(SourceAddress source) throws IOException {
        Path named = KIND.find(source);
        Path file = named == null ? source.file() : named;
        Optional<FileContent> content = FirstBytes.find(file);
        boolean isZip = content.isPresent()
                && (content.get() == FileContent.KMZ
                        || content.get() == FileContent.ZIP
                        || content.get() == FileContent.ZIPPED_SHAPEFILE);
        return isZip ? SourceZip.with(source, KIND, KmlFile::unpack) : new KmlFile(file, false, List.of());
    }

    private static KmlFile unpack(SourceZip zip) throws IOException {
        ZipEntry main = main(zip);
        ZipEntry entry = main == null ? zip.choose() : main;
        int others = zip.found().size() - 1;
        List<String> notes = main == null || others == 0
                ? List.of()
                : List.of("of the zip only " + MAIN + " was read, and " + others + " other .kml in it "
                        + (others == 1 ? "was" : "were") + " not; name one in source.file to read it");
        KmlFile unpacked = new KmlFile(Files.createTempFile("headroom-kmz", ".kml"), true, notes);
        try {
            zip.unpack(entry, unpacked.path);
            return unpacked;
        } catch (IOException | RuntimeException e) {
            unpacked.close();
            throw e;
        }
    }

    private static @Nullable ZipEntry main(SourceZip zip) {
        return zip.isNamed()
                ? null
                : zip.found().stream()
                        .filter(entry -> entry.getName().equals(MAIN))
                        .findFirst()
                        .orElse(null);
    }

    Path path() {
        return path;
    }

    List<String> notes() {
        return notes;
    }

    @Override
    public void close() throws IOException {
        if (isUnpacked) {
            Files.deleteIfExists(path);
        }
    }
}
