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
import org.headroom.layers.format.SourceException;
import org.headroom.layers.format.SourceZip;
import org.jspecify.annotations.Nullable;

/** A file of KML, where it comes in a zip unpacked into a temporary file, which goes when it is closed. */
final class KmlFile implements Closeable {
    static final SourceZip.Kind KIND = new SourceZip.Kind(".kmz", ".kml", "KML file");

    /** The file that a KMZ begins with by custom (OGC 12-007r2, annex C). */
    private static final String MAIN = "doc.kml";

    private final Path path;
    private final boolean isUnpacked;
    /** Names of the files of KML that lie in the same zip and are not read. */
    private final List<String> others;

    private KmlFile(Path path, boolean isUnpacked, List<String> others) {
        this.path = path;
        this.isUnpacked = isUnpacked;
        this.others = others;
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
        List<String> others = main == null
                ? List.of()
                : zip.found().stream()
                        .map(ZipEntry::getName)
                        .filter(name -> !name.equals(MAIN))
                        .toList();
        KmlFile unpacked = new KmlFile(Files.createTempFile("headroom-kmz", ".kml"), true, others);
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

    /** A main file without a placemark is a list of links to the others, as some programs write it. */
    SourceException empty() {
        return new SourceException(
                "has no placemark in its " + MAIN + ", which links to other files: " + String.join(", ", others),
                "Name one in source.file, as in a.kmz/" + others.get(0) + ".");
    }

    boolean hasOthers() {
        return !others.isEmpty();
    }

    List<String> notes() {
        int count = others.size();
        return count == 0
                ? List.of()
                : List.of("of the zip only " + MAIN + " was read, and " + count + " other .kml in it "
                        + (count == 1 ? "was" : "were") + " not; name one in source.file to read it");
    }

    @Override
    public void close() throws IOException {
        if (isUnpacked) {
            Files.deleteIfExists(path);
        }
    }
}
