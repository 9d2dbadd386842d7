package org.headroom.layers.format;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** Tells what a file holds by how it begins. */
public final class FirstBytes {
    private static final int COUNT = 512;
    private static final int MAX_ENTRIES = 10_000;

    /** Beginnings as ISO-8859-1 texts; none begins another. */
    private static final Map<String, FileContent> BEGINNINGS = Map.ofEntries(
            Map.entry("\0\0\47\n", FileContent.SHAPEFILE),
            Map.entry("SQLite format 3\0", FileContent.GEOPACKAGE),
            Map.entry("fgb\3", FileContent.FLATGEOBUF),
            Map.entry("PAR1", FileContent.PARQUET),
            Map.entry("ARROW1", FileContent.ARROW),
            Map.entry("FEA1", FileContent.ARROW),
            Map.entry("\0\1\0\0Standard ", FileContent.ACCESS),
            Map.entry("\37\213", FileContent.GZIP),
            Map.entry("BZh", FileContent.PACKED),
            Map.entry("\3757zXZ\0", FileContent.PACKED),
            Map.entry("(\265/\375", FileContent.PACKED),
            Map.entry("7z\274\257\47\34", FileContent.PACKED),
            Map.entry("Rar!\32\7", FileContent.PACKED),
            Map.entry("%PDF-", FileContent.PDF),
            Map.entry("\320\317\21\340\241\261\32\341", FileContent.OLD_OFFICE),
            Map.entry("II*\0", FileContent.TIFF),
            Map.entry("MM\0*", FileContent.TIFF),
            Map.entry("II+\0", FileContent.TIFF),
            Map.entry("MM\0+", FileContent.TIFF),
            Map.entry("\211PNG\r\n", FileContent.PICTURE),
            Map.entry("\377\330\377", FileContent.PICTURE),
            Map.entry("GIF8", FileContent.PICTURE),
            Map.entry("CDF\1", FileContent.NETCDF),
            Map.entry("CDF\2", FileContent.NETCDF),
            Map.entry("\211HDF\r\n", FileContent.NETCDF),
            Map.entry("version https://git-lfs", FileContent.LFS_POINTER));

    private FirstBytes() {}

    /**
     * Refuses a file that is known to hold something that its format does not read.
     *
     * @param format the format that the file is to be read by
     */
    public static void check(LayerFormat format, Path file) throws IOException {
        Optional<FileContent> found = find(file);
        if (found.isPresent() && !format.contents().contains(found.get())) {
            FileContent content = found.get();
            String other = content == FileContent.EMPTY ? "" : ", not what the format " + format.id() + " reads";
            throw new SourceException(content.words() + other, content.advice());
        }
    }

    /** What the file holds; empty when its beginning tells nothing, as that of CSV does. */
    public static Optional<FileContent> find(Path file) throws IOException {
        byte[] bytes;
        try (InputStream in = Files.newInputStream(file)) {
            bytes = in.readNBytes(COUNT);
        }
        if (bytes.length == 0) {
            return Optional.of(FileContent.EMPTY);
        }
        String start = new String(bytes, StandardCharsets.ISO_8859_1);
        if (start.startsWith("PK\3\4") || start.startsWith("PK\5\6")) {
            return Optional.of(zip(file));
        }
        for (Map.Entry<String, FileContent> beginning : BEGINNINGS.entrySet()) {
            String key = beginning.getKey();
            // A table may begin with a column PAR1.
            if (start.startsWith(key) && (!key.matches("[A-Za-z0-9]+") || isBinary(start))) {
                return Optional.of(beginning.getValue());
            }
        }
        return text(start);
    }

    private static boolean isBinary(String start) {
        return start.chars().anyMatch(c -> c < ' ' && c != '\t' && c != '\r' && c != '\n');
    }

    private static Optional<FileContent> text(String start) {
        String text = (start.startsWith("\357\273\277") ? start.substring(3) : start)
                .replace('\36', ' ')
                .strip();
        if (text.matches("(?s)(\\{\\s*[\"}]|\\[\\s*[\\[{]).*")) {
            return Optional.of(FileContent.JSON);
        }
        String lower = text.toLowerCase(Locale.ROOT);
        if (lower.startsWith("<!doctype html") || lower.startsWith("<html")) {
            return Optional.of(FileContent.HTML);
        }
        if (lower.startsWith("<kml") || lower.startsWith("<?xml") && lower.contains("<kml")) {
            return Optional.of(FileContent.KML);
        }
        if (lower.startsWith("<?xml")) {
            return Optional.of(lower.contains("<html") ? FileContent.HTML : FileContent.XML);
        }
        return Optional.empty();
    }

    private static FileContent zip(Path file) {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            int left = MAX_ENTRIES;
            for (Enumeration<? extends ZipEntry> e = zip.entries(); e.hasMoreElements() && left > 0; left--) {
                String name = e.nextElement().getName().toLowerCase(Locale.ROOT);
                if (name.startsWith("xl/")) {
                    return FileContent.XLSX;
                }
                if (name.endsWith(".shp")) {
                    return FileContent.ZIPPED_SHAPEFILE;
                }
                if (name.endsWith(".kml")) {
                    return FileContent.KMZ;
                }
                if (name.equals("mimetype")) {
                    return FileContent.OPEN_DOCUMENT;
                }
            }
            return FileContent.ZIP;
        } catch (IOException | IllegalArgumentException e) {
            // What the JDK says of an entry that is whole and that it cannot unpack.
            String reason = String.valueOf(e.getMessage());
            return reason.contains("encrypted entry") || reason.contains("compression method")
                    ? FileContent.LOCKED_ZIP
                    : FileContent.DAMAGED_ZIP;
        }
    }
}
