package org.headroom.export;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;
import java.util.List;
import org.headroom.model.FailureFamily;
import org.headroom.model.HeadroomException;

/**
 * Writes a ranking as a point shapefile: .shp .shx .dbf .prj .cpg and a style .qml that QGIS loads by itself. Texts are UTF-8,
 * missing values are blank, coordinates are EPSG:4326, and the header's date is the evaluation date. Every file is synced.
 *
 * <p>Why no library: an ordinary shapefile writer is most of the time of ordinary tools. For a million rows on one quiet 2-core
 * machine it took 13.9 of 25.0 s with pyogrio and 20.3 of 44.9 s with GeoPandas; writing fixed-width records directly took 1.6 s.
 * H2GIS 2.2.5, which needs no GeoTools shapefile module, cuts texts in silence, writes wrong numbers when one is too wide
 * (123456789012.5 in F10.2 becomes 1234567890), and gives no .prj and no .cpg. A record's bytes here depend on its row alone, so
 * blocks can be formatted by any number of threads.
 */
public final class ShapefileWriter {
    /** 2 GiB less one byte: the limit of ArcGIS and of every reader that keeps places in a file in 32 bits. */
    private static final long MAX_FILE_LENGTH = Integer.MAX_VALUE;

    private static final int MAX_FIELDS = 255;
    private static final int MAX_RECORD_LENGTH = 65_535;
    private static final int BLOCK_BYTES = 1 << 20;

    private static final String PRJ = "GEOGCS[\"GCS_WGS_1984\",DATUM[\"D_WGS_1984\","
            + "SPHEROID[\"WGS_1984\",6378137.0,298.257223563]],"
            + "PRIMEM[\"Greenwich\",0.0],UNIT[\"Degree\",0.0174532925199433]]";

    private ShapefileWriter() {}

    /**
     * Writes the set; files of the same name are replaced. Nothing is written when the table cannot be held.
     *
     * @param evaluationDate day for which the ranking holds; years 1900 to 2155, as the header has one byte for the year
     * @param folder existing folder
     * @param baseName file name without extension, such as {@code ranked}
     * @throws HeadroomException CONFIG for a date out of range; DATA when a value does not fit, with every column
     *     named, or when the .shp or .dbf would pass 2 GiB; EXTERNAL when a file cannot be written
     */
    public static ShapefileResult write(RankedTable table, LocalDate evaluationDate, Path folder, String baseName) {
        BaseName.check(baseName);
        checkDate(evaluationDate);
        checkSize(baseName + ".shp", PointPlan.fileLength(table.rows(), PointPlan.SHP_RECORD), table.rows());
        PointPlan points = PointPlan.plan(table);
        DbfPlan dbf = DbfPlanner.plan(table);
        checkFields(dbf);
        checkSize(baseName + ".dbf", dbf.fileLength(table.rows()), table.rows());

        Path shp = folder.resolve(baseName + ".shp");
        Path shx = folder.resolve(baseName + ".shx");
        Path dbfFile = folder.resolve(baseName + ".dbf");
        Path prj = folder.resolve(baseName + ".prj");
        Path cpg = folder.resolve(baseName + ".cpg");
        Path qml = folder.resolve(baseName + ".qml");
        int rows = table.rows();
        try {
            writeBlocks(shp, rows, points.header(PointPlan.SHP_RECORD), PointPlan.SHP_RECORD, points::formatShapes);
            writeBlocks(shx, rows, points.header(PointPlan.SHX_RECORD), PointPlan.SHX_RECORD, points::formatIndex);
            writeBlocks(
                    dbfFile,
                    rows,
                    dbf.header(rows, evaluationDate),
                    dbf.recordLength(),
                    dbf::format,
                    DbfPlan.trailer());
            Fsync.write(prj, PRJ.getBytes(StandardCharsets.US_ASCII));
            Fsync.write(cpg, "UTF-8".getBytes(StandardCharsets.US_ASCII));
            Fsync.write(qml, RankedStyle.forShapefile(dbf.columns()).getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw BaseName.cannotWrite(folder.resolve(baseName + ".shp"), e);
        }
        return new ShapefileResult(List.of(shp, shx, dbfFile, prj, cpg, qml), dbf.columns(), dbf.cuts());
    }

    private static void checkDate(LocalDate evaluationDate) {
        if (evaluationDate.getYear() < 1900 || evaluationDate.getYear() > 2155) {
            throw new HeadroomException(
                    FailureFamily.CONFIG,
                    "the evaluation date " + evaluationDate
                            + " is not in the years 1900 to 2155 that a shapefile can hold",
                    "Give another evaluation date.");
        }
    }

    private static void checkFields(DbfPlan dbf) {
        if (dbf.fields().size() > MAX_FIELDS || dbf.recordLength() > MAX_RECORD_LENGTH) {
            throw new HeadroomException(
                    FailureFamily.DATA,
                    "the shapefile would have " + dbf.fields().size() + " columns and records of " + dbf.recordLength()
                            + " bytes; the most are " + MAX_FIELDS + " columns and " + MAX_RECORD_LENGTH + " bytes",
                    "Use the GeoPackage, which has no such limits, or install fewer scoring modules.");
        }
    }

    private static void checkSize(String fileName, long length, int rows) {
        if (length > MAX_FILE_LENGTH) {
            throw new HeadroomException(
                    FailureFamily.DATA,
                    fileName + " would have " + length + " bytes for " + rows + " rows; a shapefile's limit is "
                            + MAX_FILE_LENGTH + " bytes (2 GiB)",
                    "Use the GeoPackage, which has no such limit, or export the best rows only.");
        }
    }

    /** Formats rows from, inclusive, to, exclusive, into a buffer from its start. */
    @FunctionalInterface
    private interface BlockFormat {
        void format(int from, int to, byte[] out);
    }

    private static void writeBlocks(
            Path file, int rows, byte[] header, int recordLength, BlockFormat format, byte... trailer)
            throws IOException {
        int blockRows = Math.max(1, Math.min(rows, BLOCK_BYTES / recordLength));
        byte[] block = new byte[blockRows * recordLength];
        try (FileChannel channel = FileChannel.open(
                file, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
            writeFully(channel, ByteBuffer.wrap(header));
            for (int from = 0; from < rows; from += blockRows) {
                int to = Math.min(rows, from + blockRows);
                format.format(from, to, block);
                writeFully(channel, ByteBuffer.wrap(block, 0, (to - from) * recordLength));
            }
            writeFully(channel, ByteBuffer.wrap(trailer));
            channel.force(true);
        }
    }

    private static void writeFully(FileChannel channel, ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }
}
