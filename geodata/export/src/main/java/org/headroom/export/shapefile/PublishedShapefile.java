package org.headroom.export.shapefile;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.headroom.export.FixedDecimal;
import org.headroom.export.PublishedTable;

/** The sets of a shapefile that {@link ShapefileWriter} wrote. */
public final class PublishedShapefile implements PublishedTable {
    private final String baseName;
    private final Map<String, String> dbfNames;
    private final List<Part> parts = new ArrayList<>();

    private PublishedShapefile(String baseName, Map<String, String> dbfNames) {
        this.baseName = baseName;
        this.dbfNames = Map.copyOf(dbfNames);
    }

    /**
     * Opens all sets.
     *
     * @param dbfNames names in the shapefile by long names
     */
    public static PublishedShapefile open(Path folder, String baseName, Map<String, String> dbfNames)
            throws IOException {
        PublishedShapefile opened = new PublishedShapefile(baseName, dbfNames);
        try {
            for (int number = 1; ; number++) {
                String name = number == 1 ? baseName : baseName + "_" + number;
                if (number > 1 && !Files.exists(folder.resolve(name + ".dbf"))) {
                    return opened;
                }
                opened.parts.add(new Part(folder, name));
            }
        } catch (IOException | RuntimeException e) {
            opened.close();
            throw e;
        }
    }

    @Override
    public String file() {
        return baseName + ".dbf";
    }

    @Override
    public long rows() {
        return parts.stream().mapToLong(part -> part.rows).sum();
    }

    /** Sets whose three files do not say the same number of records, one sentence each. */
    public List<String> disagreements() throws IOException {
        List<String> found = new ArrayList<>();
        for (Part part : parts) {
            part.findDisagreement().ifPresent(found::add);
        }
        return found;
    }

    @Override
    public boolean has(String column) {
        return dbfNames.containsKey(column);
    }

    @Override
    public Optional<String> findDifference(long row, String column, double value) throws IOException {
        long inPart = row;
        for (Part part : parts) {
            if (inPart < part.rows) {
                return part.findDifference(inPart, dbfNames.getOrDefault(column, ""), value);
            }
            inPart -= part.rows;
        }
        return Optional.of("no row " + (row + 1));
    }

    @Override
    public void close() throws IOException {
        for (Part part : parts) {
            part.dbf.close();
        }
    }

    /** A field of the .dbf: its place in a record, its width and its decimals. */
    private record Field(int offset, int width, int decimals) {}

    /** One set. */
    private static final class Part {
        private static final int PREAMBLE = 32;

        private final Path folder;
        private final String name;
        private final FileChannel dbf;
        private final long rows;
        private final int headerLength;
        private final int recordLength;
        private final Map<String, Field> fields = new HashMap<>();

        Part(Path folder, String name) throws IOException {
            this.folder = folder;
            this.name = name;
            dbf = FileChannel.open(folder.resolve(name + ".dbf"), StandardOpenOption.READ);
            boolean done = false;
            try {
                ByteBuffer preamble = read(dbf, 0, PREAMBLE).order(ByteOrder.LITTLE_ENDIAN);
                rows = Integer.toUnsignedLong(preamble.getInt(4));
                headerLength = Short.toUnsignedInt(preamble.getShort(8));
                recordLength = Short.toUnsignedInt(preamble.getShort(10));
                readFields();
                done = true;
            } finally {
                if (!done) {
                    dbf.close();
                }
            }
        }

        private void readFields() throws IOException {
            int offset = 1;
            for (int at = PREAMBLE; at + PREAMBLE < headerLength; at += PREAMBLE) {
                byte[] field = read(dbf, at, PREAMBLE).array();
                String fieldName = new String(field, 0, 11, StandardCharsets.US_ASCII).replaceFirst("\0.*", "");
                int width = Byte.toUnsignedInt(field[16]);
                fields.put(fieldName, new Field(offset, width, field[17]));
                offset += width;
            }
        }

        Optional<String> findDisagreement() throws IOException {
            long shp = records(".shp", PointPlan.SHP_RECORD);
            long shx = records(".shx", PointPlan.SHX_RECORD);
            boolean isWhole = dbf.size() == headerLength + rows * recordLength + 1;
            return shp == rows && shx == rows && isWhole
                    ? Optional.empty()
                    : Optional.of(name + ".dbf says " + rows + " records" + (isWhole ? "" : " and has another length")
                            + ", " + name + ".shp has " + shp + " and " + name + ".shx has " + shx);
        }

        private long records(String extension, int record) throws IOException {
            return (Files.size(folder.resolve(name + extension)) - PointPlan.HEADER_LENGTH) / record;
        }

        Optional<String> findDifference(long row, String fieldName, double value) throws IOException {
            Field field = fields.get(fieldName);
            if (field == null) {
                return Optional.of("no field " + fieldName);
            }
            byte[] cell = read(dbf, headerLength + row * recordLength + field.offset, field.width)
                    .array();
            String shown = new String(cell, StandardCharsets.US_ASCII).strip();
            return shown.equals(FixedDecimal.toString(value, field.decimals)) ? Optional.empty() : Optional.of(shown);
        }

        private static ByteBuffer read(FileChannel channel, long at, int length) throws IOException {
            ByteBuffer buffer = ByteBuffer.allocate(length);
            while (buffer.hasRemaining()) {
                if (channel.read(buffer, at + buffer.position()) < 0) {
                    throw new IOException("the file ends " + buffer.remaining() + " bytes too early");
                }
            }
            return buffer.flip();
        }
    }
}
