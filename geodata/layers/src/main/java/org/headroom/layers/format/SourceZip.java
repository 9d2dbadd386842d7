package org.headroom.layers.format;

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
import org.headroom.model.NearestName;
import org.jspecify.annotations.Nullable;

/**
 * A zip that a source lies in. Its address is that of the zip, perhaps with the name of an entry behind it ({@code a.zip/b/c.shp}). What is unpacked
 * gets a name of the caller's own, so that no name in the zip leads anywhere. Not safe for several threads.
 */
public final class SourceZip {
    private static final int MAX_ENTRIES = 10_000;
    private static final long MAX_UNPACKED_BYTES = 4L << 30;

    /** Tables of blanks pack well; what packs better than this and is large is made to fill a disk. */
    private static final int MAX_RATIO = 200;

    private static final long RATIO_COUNTS_FROM_BYTES = 256L << 20;
    private static final int MAX_SHOWN = 10;

    private final ZipFile zip;
    private final SourceAddress source;
    private final Kind kind;
    private final @Nullable String wanted;
    private final List<ZipEntry> entries = new ArrayList<>();

    /**
     * What is looked for.
     *
     * @param packed ending of the zip's name, in lower case with the dot
     * @param ending that of the entry
     * @param noun what the entry is, as in "a shapefile"
     */
    public record Kind(String packed, String ending, String noun) {
        private Matcher match(SourceAddress source) {
            return Pattern.compile("(?i)(.+?" + Pattern.quote(packed) + ")(?:/(.+))?")
                    .matcher(source.address());
        }

        /** The zip that an address names, perhaps with a name in it; null when the address has no zip. */
        public @Nullable Path find(SourceAddress source) {
            Matcher parts = match(source);
            return parts.matches() ? source.folder().file(parts.group(1)) : null;
        }
    }

    /** Something that is done with an open zip. */
    public interface Unpacking<T> {
        T unpack(SourceZip zip) throws IOException;
    }

    private SourceZip(ZipFile zip, SourceAddress source, Kind kind, @Nullable String wanted) throws SourceException {
        this.zip = zip;
        this.source = source;
        this.kind = kind;
        this.wanted = wanted;
        if (zip.size() > MAX_ENTRIES) {
            throw new SourceException(
                    "is a zip with more than 10,000 entries", "Unpack it, and name the " + kind.ending + " in it.");
        }
        for (Enumeration<? extends ZipEntry> e = zip.entries(); e.hasMoreElements(); ) {
            ZipEntry entry = e.nextElement();
            // What macOS puts beside each file.
            if (!entry.isDirectory() && !entry.getName().matches("(?s)(.*/)?(__MACOSX/|\\._).*")) {
                entries.add(entry);
            }
        }
    }

    /** Opens the zip for as long as the work takes. */
    public static <T> T with(SourceAddress source, Kind kind, Unpacking<T> work) throws IOException {
        Matcher parts = kind.match(source);
        boolean isZipName = parts.matches();
        Path file = isZipName ? source.folder().file(parts.group(1)) : source.file();
        try (ZipFile zip = new ZipFile(file.toFile())) {
            return work.unpack(new SourceZip(zip, source, kind, isZipName ? parts.group(2) : null));
        } catch (ZipException | IllegalArgumentException e) {
            throw new SourceException("is a zip that is cut off or damaged", "Copy or download the file again.");
        }
    }

    /** All entries that are files. */
    public List<ZipEntry> entries() {
        return entries;
    }

    /** Those of the kind that is looked for. */
    public List<ZipEntry> found() {
        return entries.stream()
                .filter(e -> e.getName().toLowerCase(Locale.ROOT).endsWith(kind.ending))
                .toList();
    }

    /** Whether the address names an entry. */
    public boolean isNamed() {
        return wanted != null;
    }

    /** The entry that the address names, or the only one of its kind. */
    public ZipEntry choose() throws SourceException {
        List<ZipEntry> found = found();
        List<String> names = found.stream().map(ZipEntry::getName).toList();
        String shown = String.join(", ", names.subList(0, Math.min(MAX_SHOWN, names.size())))
                + (names.size() > MAX_SHOWN ? " and " + (names.size() - MAX_SHOWN) + " more" : "");
        if (found.isEmpty()) {
            List<String> others =
                    entries.stream().map(ZipEntry::getName).limit(MAX_SHOWN).toList();
            throw new SourceException(
                    "is a zip without a " + kind.noun + "; it has: "
                            + (others.isEmpty() ? "nothing" : String.join(", ", others)),
                    "Unpack it, and name the file in it that holds the layer.");
        }
        String name = wanted;
        if (name != null) {
            return found.stream()
                    .filter(e -> e.getName().equals(name))
                    .findFirst()
                    .orElseThrow(() -> new SourceException(
                            "has no \"" + name + "\" in the zip" + NearestName.hint(name, names) + " It has: " + shown,
                            "Correct source.file."));
        }
        if (found.size() > 1) {
            throw new SourceException(
                    "is a zip with " + found.size() + " " + kind.noun + "s: " + shown,
                    "Name one in source.file, such as " + source.address() + "/" + names.get(0) + ".");
        }
        return found.get(0);
    }

    /** Unpacks an entry into a file. */
    public void unpack(ZipEntry entry, Path to) throws IOException {
        try (InputStream in = zip.getInputStream(entry);
                OutputStream out = Files.newOutputStream(to)) {
            long sum = copy(in, out, Math.max(1, entry.getCompressedSize()));
            // Java itself holds no sum against what it unpacks.
            if (entry.getCrc() >= 0 && entry.getCrc() != sum) {
                throw new SourceException(
                        "is a zip in which " + entry.getName() + " is damaged: its check sum is wrong",
                        "Copy or download the file again.");
            }
        }
    }

    /** Counts what comes out, as what the zip says of sizes need not be true; gives its check sum. */
    private long copy(InputStream in, OutputStream out, long packed) throws IOException {
        byte[] buffer = new byte[1 << 16];
        CRC32 sum = new CRC32();
        long unpacked = 0;
        for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
            unpacked += n;
            if (unpacked > MAX_UNPACKED_BYTES || unpacked > RATIO_COUNTS_FROM_BYTES && unpacked / MAX_RATIO > packed) {
                throw new SourceException(
                        "is a zip whose " + kind.noun + " unpacks to more than " + (unpacked >> 20) + " MiB",
                        "If that is right, unpack it, and name the " + kind.ending + " in it.");
            }
            sum.update(buffer, 0, n);
            out.write(buffer, 0, n);
        }
        return sum.getValue();
    }
}
