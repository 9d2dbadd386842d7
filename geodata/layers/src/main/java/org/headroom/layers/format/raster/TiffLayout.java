package org.headroom.layers.format.raster;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.headroom.layers.format.SourceException;

/**
 * What the directory of a TIFF says of its first image, held against the file before anything is read (TIFF 6.0, 1992; BigTIFF, 2007): the
 * reader takes cells that are cut off for 0, and the bytes of whatever stands at offset 0 for those that were never written.
 */
final class TiffLayout {
    /** Bounds what a hostile header can make us allocate: 400 million cells, 1.6 GB a band. */
    private static final long MAX_CELLS = 400_000_000L;

    private static final int MAX_IMAGES = 1000;

    private static final int SUBFILE_TYPE = 254;
    private static final int OLD_SUBFILE_TYPE = 255;
    private static final int OLD_REDUCED = 2;
    private static final int WIDTH = 256;
    private static final int HEIGHT = 257;
    private static final int BITS = 258;
    private static final int COMPRESSION = 259;
    private static final int PHOTOMETRIC = 262;
    private static final int STRIP_OFFSETS = 273;
    private static final int BANDS = 277;
    private static final int ROWS_PER_STRIP = 278;
    private static final int STRIP_BYTES = 279;
    private static final int PLANAR = 284;
    private static final int TILE_WIDTH = 322;
    private static final int TILE_HEIGHT = 323;
    private static final int TILE_OFFSETS = 324;
    private static final int TILE_BYTES = 325;
    private static final int SAMPLE_FORMAT = 339;
    private static final int CELL_SIZE = 33550;
    private static final int TIE_POINTS = 33922;
    private static final int AFFINE = 34264;

    private static final int WHITE_IS_ZERO = 0;
    private static final int NUMBERS_PER_TIE_POINT = 6;

    private static final int SIGNED = 2;
    private static final int FLOAT = 3;
    private static final int COMPLEX = 5;

    private static final int REDUCED = 1;
    private static final int MASK = 4;

    /** None, the fax codes, LZW, JPEG, Deflate in both numbers, PackBits and Zstandard. */
    private static final Set<Long> READ = Set.of(1L, 2L, 3L, 4L, 5L, 7L, 8L, 32946L, 32773L, 50000L);

    private static final Map<Long, String> NOT_READ =
            Map.of(34887L, "LERC", 34925L, "LZMA", 50001L, "WebP", 50002L, "JPEG XL", 34712L, "JPEG 2000");

    /** Bytes of a value by its TIFF type, from 1. */
    private static final int[] TYPE_BYTES = {0, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8, 4, 0, 0, 8, 8, 8};

    private final FileChannel file;
    private final long bytes;
    private boolean isBig;
    private ByteOrder order = ByteOrder.LITTLE_ENDIAN;
    /** Where the entry of each tag begins in the file. */
    private final Map<Integer, Long> entries = new TreeMap<>();

    private TiffLayout(FileChannel file) throws IOException {
        this.file = file;
        this.bytes = file.size();
    }

    /**
     * Refuses a file whose first image is not whole, or holds what the reader would take for something else.
     *
     * @return what somebody should know of the file, a sentence without a full stop each
     */
    static List<String> check(Path path) throws IOException {
        Path mask = path.resolveSibling(path.getFileName() + ".msk");
        if (Files.exists(mask)) {
            throw masked("has a mask beside it, " + mask.getFileName() + ", that");
        }
        try (FileChannel file = FileChannel.open(path)) {
            int images = new TiffLayout(file).check();
            return images == 1
                    ? List.of()
                    : List.of("the file holds " + images
                            + " images that are no overviews, of which only the first is read; make a file of another one, as by"
                            + " gdal_translate GTIFF_DIR:2:IN OUT.tif, and a layer of that");
        }
    }

    /** The number of images; those that show another one with fewer cells are not counted. */
    private int check() throws IOException {
        long next = firstDirectory();
        next = directory(next);
        checkImage();
        int images = 1;
        Set<Long> seen = new HashSet<>();
        while (next != 0 && seen.size() < MAX_IMAGES && seen.add(next)) {
            next = directory(next);
            long type = number(SUBFILE_TYPE, 0);
            if ((type & MASK) != 0) {
                throw masked("has a mask that");
            }
            boolean isOverview = (type & REDUCED) != 0 || number(OLD_SUBFILE_TYPE, 0) == OLD_REDUCED;
            images += isOverview ? 0 : 1;
        }
        return images;
    }

    private static SourceException masked(String mask) {
        return new SourceException(
                mask + " says which cells count, which is not read",
                "Give cells that do not count a value, as by gdalwarp -dstnodata -9999 IN OUT.");
    }

    private long firstDirectory() throws IOException {
        if (bytes < 8) {
            throw new SourceException("is not a TIFF", "Check source.file and source.format.");
        }
        ByteBuffer start = at(0, 8);
        if (start.get(0) == 'M') {
            order = ByteOrder.BIG_ENDIAN;
            start.order(order);
        }
        int magic = start.getShort(2);
        if (start.get(0) != start.get(1) || start.get(0) != 'M' && start.get(0) != 'I' || magic != 42 && magic != 43) {
            throw new SourceException("is not a TIFF", "Check source.file and source.format.");
        }
        isBig = magic == 43;
        return isBig ? at(8, 8).getLong() : start.getInt(4) & 0xFFFFFFFFL;
    }

    /** Bytes of the file; what would lie beyond its end is missing. */
    private ByteBuffer at(long offset, int count) throws IOException {
        if (offset < 0 || offset > bytes - count) {
            throw new SourceException(
                    "cannot be read as GeoTIFF: it is cut off or damaged, as its directory leads to byte "
                            + Long.toUnsignedString(offset) + ", but the file has " + bytes,
                    "Copy the file again.");
        }
        ByteBuffer read = ByteBuffer.allocate(count).order(order);
        while (read.hasRemaining() && file.read(read, offset + read.position()) >= 0) {
            continue;
        }
        return read.flip();
    }

    /** Notes where the entries of a directory begin; gives the offset of the next one, 0 after the last. */
    private long directory(long offset) throws IOException {
        entries.clear();
        long count = isBig ? at(offset, 8).getLong() : at(offset, 2).getShort() & 0xFFFF;
        int countBytes = isBig ? 8 : 2;
        int entryBytes = isBig ? 20 : 12;
        if (count < 1 || count > 0xFFFF) {
            throw damaged("a directory with " + count + " entries");
        }
        ByteBuffer all = at(offset + countBytes, (int) count * entryBytes);
        for (int i = 0; i < count; i++) {
            int tag = all.getShort(i * entryBytes) & 0xFFFF;
            entries.putIfAbsent(tag, offset + countBytes + (long) i * entryBytes);
            // The reader makes room for as many values as a tag says that it has.
            long values = isBig ? all.getLong(i * entryBytes + 4) : all.getInt(i * entryBytes + 4) & 0xFFFFFFFFL;
            if (values < 0 || values > bytes) {
                throw damaged("a tag " + tag + " with " + Long.toUnsignedString(values)
                        + " values, more than the file has bytes");
            }
        }
        long end = offset + countBytes + count * entryBytes;
        return isBig ? at(end, 8).getLong() : at(end, 4).getInt() & 0xFFFFFFFFL;
    }

    private static SourceException damaged(String what) {
        return new SourceException("is damaged: it has " + what, "Copy or export the file again.");
    }

    /** The first number of a tag, or what it is when the tag is missing. */
    private long number(int tag, long otherwise) throws IOException {
        return entries.containsKey(tag) ? values(tag, 0, 1)[0] : otherwise;
    }

    /** How many values the tag has; 0 when it is missing. */
    private long count(int tag) throws IOException {
        Long entry = entries.get(tag);
        if (entry == null) {
            return 0;
        }
        return isBig ? at(entry + 4, 8).getLong() : at(entry + 4, 4).getInt() & 0xFFFFFFFFL;
    }

    /** Some values of a tag that is there. */
    private long[] values(int tag, long from, int wanted) throws IOException {
        long entry = entries.getOrDefault(tag, 0L);
        int type = at(entry + 2, 2).getShort() & 0xFFFF;
        int size = type < TYPE_BYTES.length ? TYPE_BYTES[type] : 0;
        if (size == 0 || count(tag) < from + wanted) {
            throw damaged("a tag " + tag + " that does not hold what it must");
        }
        int inside = isBig ? 8 : 4;
        long valueAt = entry + (isBig ? 12 : 8);
        boolean isInside = count(tag) <= inside / size;
        long start = isInside
                ? valueAt
                : isBig ? at(valueAt, 8).getLong() : at(valueAt, 4).getInt() & 0xFFFFFFFFL;
        ByteBuffer read = at(start + from * size, wanted * size);
        long[] values = new long[wanted];
        for (int i = 0; i < wanted; i++) {
            values[i] = switch (size) {
                case 1 -> read.get() & 0xFF;
                case 2 -> read.getShort() & 0xFFFF;
                case 4 -> read.getInt() & 0xFFFFFFFFL;
                default -> read.getLong();
            };
        }
        return values;
    }

    private void checkImage() throws IOException {
        long width = number(WIDTH, 0);
        long height = number(HEIGHT, 0);
        if (width < 1 || height < 1 || width > Integer.MAX_VALUE || height > Integer.MAX_VALUE) {
            throw damaged("a size of " + width + " by " + height + " cells");
        }
        if (width * height > MAX_CELLS) {
            throw new SourceException(
                    "has " + width * height + " cells, more than 400 million", "Cut or coarsen the raster.");
        }
        checkCells();
        checkPlaces();
        long bands = number(BANDS, 1);
        long bits = number(BITS, 1);
        boolean isTiled = entries.containsKey(TILE_OFFSETS);
        long blockWidth = isTiled ? number(TILE_WIDTH, 0) : width;
        long blockHeight = isTiled ? number(TILE_HEIGHT, 0) : Math.min(height, number(ROWS_PER_STRIP, height));
        if (bands < 1 || blockWidth < 1 || blockHeight < 1) {
            throw damaged("blocks of " + blockWidth + " by " + blockHeight + " cells in " + bands + " bands");
        }
        long perBand = ceilDiv(width, blockWidth) * ceilDiv(height, blockHeight);
        boolean isApart = number(PLANAR, 1) == 2;
        long blocks = isApart ? perBand * bands : perBand;
        long plain = number(COMPRESSION, 1) == 1 ? ceilDiv(blockWidth * bits * (isApart ? 1 : bands), 8) : 0;
        long lastRows = isTiled ? blockHeight : height - (perBand - 1) * blockHeight;
        checkBlocks(isTiled, blocks, perBand, plain * blockHeight, plain * lastRows);
    }

    private static long ceilDiv(long number, long by) {
        return (number + by - 1) / by;
    }

    private void checkCells() throws IOException {
        long compression = number(COMPRESSION, 1);
        if (!READ.contains(compression)) {
            throw new SourceException(
                    "is packed in a way that is not read ("
                            + NOT_READ.getOrDefault(compression, "compression " + compression) + ")",
                    "Pack it another way, as by gdal_translate -co COMPRESS=DEFLATE IN OUT.");
        }
        if (number(PHOTOMETRIC, 1) == WHITE_IS_ZERO) {
            // The reader turns the cells round, as for a picture.
            throw new SourceException(
                    "is a picture in which 0 is white (MINISWHITE), whose cells are not read as they stand",
                    "Write it the other way, as by gdal_translate -co PHOTOMETRIC=MINISBLACK IN OUT.");
        }
        long bits = number(BITS, 1);
        long format = number(SAMPLE_FORMAT, 1);
        boolean isRead = format == FLOAT
                ? bits == 32 || bits == 64
                : format < COMPLEX
                        && (bits <= 8 && Long.bitCount(bits) == 1 && !(format == SIGNED && bits == 8)
                                || bits == 16
                                || bits == 32);
        if (!isRead) {
            String kind = format == FLOAT
                    ? "floating point"
                    : format >= COMPLEX ? "complex" : format == SIGNED ? "signed" : "unsigned";
            throw new SourceException(
                    "has cells of " + bits + " bits (" + kind + "), which are not read",
                    "Give them another type, as by gdal_translate -ot Float32 IN OUT.");
        }
    }

    /** The reader takes the first of several points for the whole. */
    private void checkPlaces() throws IOException {
        if (!entries.containsKey(CELL_SIZE)
                && !entries.containsKey(AFFINE)
                && count(TIE_POINTS) > NUMBERS_PER_TIE_POINT) {
            throw new SourceException(
                    "gives the places of " + count(TIE_POINTS) / NUMBERS_PER_TIE_POINT
                            + " points (ground control points), but not of its cells",
                    "Bring it to a regular grid, as by gdalwarp IN OUT.");
        }
    }

    private void checkBlocks(boolean isTiled, long blocks, long perBand, long plainBytes, long plainLastBytes)
            throws IOException {
        int offsets = isTiled ? TILE_OFFSETS : STRIP_OFFSETS;
        int sizes = isTiled ? TILE_BYTES : STRIP_BYTES;
        if (count(offsets) < blocks || count(sizes) != 0 && count(sizes) < blocks) {
            throw damaged("the places of " + Math.min(count(offsets), count(sizes) == 0 ? blocks : count(sizes))
                    + " blocks of cells, but needs " + blocks);
        }
        int step = 1 << 13;
        for (long from = 0; from < blocks; from += step) {
            int wanted = (int) Math.min(step, blocks - from);
            long[] starts = values(offsets, from, wanted);
            long[] lengths = count(sizes) == 0 ? new long[0] : values(sizes, from, wanted);
            for (int i = 0; i < wanted; i++) {
                long plain = (from + i) % perBand == perBand - 1 ? plainLastBytes : plainBytes;
                checkBlock(from + i + 1, blocks, starts[i], lengths.length == 0 ? plain : lengths[i], plain);
            }
        }
    }

    private void checkBlock(long number, long blocks, long start, long length, long plain) throws SourceException {
        if (start == 0 || length == 0) {
            throw new SourceException(
                    "has no cells in block " + number + " of " + blocks
                            + ": it is sparse, and what stands for them is not read",
                    "Write them out, as by gdal_translate -co SPARSE_OK=FALSE IN OUT.");
        }
        if (start < 0 || length < 0 || start > bytes || length > bytes - start) {
            throw new SourceException(
                    "is cut off: block " + number + " of " + blocks + " would end at byte "
                            + Long.toUnsignedString(start + length) + ", but the file has " + bytes,
                    "Copy the file again.");
        }
        if (length < plain) {
            throw damaged("only " + length + " bytes in block " + number + " of " + blocks + ", but needs " + plain);
        }
    }
}
