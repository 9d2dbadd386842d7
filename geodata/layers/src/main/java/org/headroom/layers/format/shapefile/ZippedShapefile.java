package org.headroom.layers.format.shapefile;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.headroom.layers.format.SourceAddress;
import org.headroom.layers.format.SourceException;
import org.headroom.model.NearestName;
import org.jspecify.annotations.Nullable;

/**
 * A shapefile unpacked from a zip into a temporary folder, which goes when it is closed. Its parts get names of their own there, so that no
 * name in the zip leads anywhere.
 */
final class ZippedShapefile implements Closeable {
    private static final Pattern ADDRESS = Pattern.compile("(?i)(.+?\\.zip)(?:/(.+))?");
    private static final List<String> PARTS = List.of(".shp", ".shx", ".dbf", ".prj", ".cpg");
    private static final int MAX_ENTRIES = 10_000;
    private static final long MAX_UNPACKED_BYTES = 4L << 30;

    /** Tables of blanks pack well; what packs better than this and is large is made to fill a disk. */
    private static final int MAX_RATIO = 200;

    private static final long RATIO_COUNTS_FROM_BYTES = 256L << 20;
    private static final int MAX_SHOWN = 10;

    private final Path folder;

    private ZippedShapefile(Path folder) {
        this.folder = folder;
    }

    /** The zip that an address names, perhaps with a name in it; null when the address has no zip. */
    static @Nullable Path zip(SourceAddress source) {
        Matcher parts = ADDRESS.matcher(source.address());
        return parts.matches() ? source.folder().apply(parts.group(1)) : null;
    }

    /** Unpacks the set that the address names, or the only one. */
    static ZippedShapefile unpack(SourceAddress source) throws IOException {
        Matcher parts = ADDRESS.matcher(source.address());
        boolean isZipName = parts.matches();
        Path file = isZipName ? source.folder().apply(parts.group(1)) : source.file();
        try (ZipFile zip = new ZipFile(file.toFile())) {
            List<ZipEntry> entries = entries(zip);
            ZipEntry shp = shp(entries, isZipName ? parts.group(2) : null, source.address());
            ZippedShapefile unpacked = new ZippedShapefile(Files.createTempDirectory("headroom-zip"));
            try {
                unpacked.take(zip, entries, base(shp.getName()));
                return unpacked;
            } catch (IOException | RuntimeException e) {
                unpacked.close();
                throw e;
            }
        } catch (ZipException | IllegalArgumentException e) {
            throw new SourceException("is a zip that is cut off or damaged", "Copy or download the file again.");
        }
    }

    private static List<ZipEntry> entries(ZipFile zip) throws SourceException {
        if (zip.size() > MAX_ENTRIES) {
            throw new SourceException("is a zip with more than 10,000 entries", "Unpack it, and name the .shp in it.");
        }
        List<ZipEntry> entries = new ArrayList<>();
        for (Enumeration<? extends ZipEntry> e = zip.entries(); e.hasMoreElements(); ) {
            ZipEntry entry = e.nextElement();
            // What macOS puts beside each file.
            if (!entry.isDirectory() && !entry.getName().matches("(?s)(.*/)?(__MACOSX/|\\._).*")) {
                entries.add(entry);
            }
        }
        return entries;
    }

    private static ZipEntry shp(List<ZipEntry> entries, @Nullable String wanted, String address)
            throws SourceException {
        List<ZipEntry> found =
                entries.stream().filter(e -> lower(e).endsWith(".shp")).toList();
        List<String> names = found.stream().map(ZipEntry::getName).toList();
        String shown = String.join(", ", names.subList(0, Math.min(MAX_SHOWN, names.size())))
                + (names.size() > MAX_SHOWN ? " and " + (names.size() - MAX_SHOWN) + " more" : "");
        if (found.isEmpty()) {
            List<String> others =
                    entries.stream().map(ZipEntry::getName).limit(MAX_SHOWN).toList();
            throw new SourceException(
                    "is a zip without a shapefile; it has: "
                            + (others.isEmpty() ? "nothing" : String.join(", ", others)),
                    "Unpack it, and name the file in it that holds the layer.");
        }
        if (wanted != null) {
            return found.stream()
                    .filter(e -> e.getName().equals(wanted))
                    .findFirst()
                    .orElseThrow(() -> new SourceException(
                            "has no \"" + wanted + "\" in the zip" + NearestName.hint(wanted, names) + " It has: "
                                    + shown,
                            "Correct source.file."));
        }
        if (found.size() > 1) {
            throw new SourceException(
                    "is a zip with " + found.size() + " shapefiles: " + shown,
                    "Name one in source.file, such as " + address + "/" + names.get(0) + ".");
        }
        return found.get(0);
    }

    private void take(ZipFile zip, List<ZipEntry> entries, String base) throws IOException {
        for (ZipEntry entry : entries) {
            String name = entry.getName();
            String part = name.substring(base(name).length()).toLowerCase(Locale.ROOT);
            if (base(name).equals(base) && PARTS.contains(part) && !Files.exists(folder.resolve("zipped" + part))) {
                try (InputStream in = zip.getInputStream(entry);
                        OutputStream out = Files.newOutputStream(folder.resolve("zipped" + part))) {
                    long sum = copy(in, out, Math.max(1, entry.getCompressedSize()));
                    // Java itself holds no sum against what it unpacks.
                    if (entry.getCrc() >= 0 && entry.getCrc() != sum) {
                        throw new SourceException(
                                "is a zip in which " + name + " is damaged: its check sum is wrong",
                                "Copy or download the file again.");
                    }
                }
            }
        }
    }

    /** Counts what comes out, as what the zip says of sizes need not be true; gives its check sum. */
    private static long copy(InputStream in, OutputStream out, long packed) throws IOException {
        byte[] buffer = new byte[1 << 16];
        CRC32 sum = new CRC32();
        long unpacked = 0;
        for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
            unpacked += n;
            if (unpacked > MAX_UNPACKED_BYTES || unpacked > RATIO_COUNTS_FROM_BYTES && unpacked / MAX_RATIO > packed) {
                throw new SourceException(
                        "is a zip whose shapefile unpacks to more than " + (unpacked >> 20) + " MiB",
                        "If that is right, unpack it, and name the .shp in it.");
            }
            sum.update(buffer, 0, n);
            out.write(buffer, 0, n);
        }
        return sum.getValue();
    }

    private static String lower(ZipEntry entry) {
        return entry.getName().toLowerCase(Locale.ROOT);
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
