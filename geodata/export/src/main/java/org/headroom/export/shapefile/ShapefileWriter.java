package org.headroom.export.shapefile;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.headroom.export.About;
import org.headroom.export.BaseName;
import org.headroom.export.ExportResult;
import org.headroom.export.Extent;
import org.headroom.export.Publication;
import org.headroom.export.PublishedTable;
import org.headroom.export.RankedTable;
import org.headroom.export.ReadBackFormat;
import org.headroom.model.FailureFamily;
import org.headroom.model.HeadroomException;

/**
 * Writes a ranking as a point shapefile: .shp .shx .dbf .prj .cpg, a style .qml that QGIS loads by itself and a .sld for others, metadata
 * (ISO 19139) in .shp.xml, and what each field means in .fields.csv. Texts are UTF-8, missing texts and days are blank, missing numbers are
 * -9999 or lower ({@link UnknownNumber}), coordinates are EPSG:4326, and the header's date is the evaluation date. Every file is synced.
 *
 * <p>A .shp or .dbf of 2 GiB or more is read by few. When the rows do not fit, the first go into the set {@code ranked}, the next
 * into the set {@code ranked_2}, and so on: each set is complete, has the same columns, and gives the box round all points.
 *
 * <p>Why no library: an ordinary shapefile writer is most of the time of ordinary tools. For a million rows on one quiet 2-core
 * machine it took 13.9 of 25.0 s with pyogrio and 20.3 of 44.9 s with GeoPandas; writing fixed-width records directly took 1.6 s.
 * H2GIS 2.2.5, which needs no GeoTools shapefile module, cuts texts in silence, writes wrong numbers when one is too wide
 * (123456789012.5 in F10.2 becomes 1234567890), and gives no .prj and no .cpg. A record's bytes here depend on its row alone, so
 * blocks can be formatted by any number of threads.
 */
public final class ShapefileWriter implements ReadBackFormat {
    private static final int MAX_FIELDS = 255;
    private static final int MAX_RECORD_LENGTH = 65_535;

    @Override
    public String id() {
        return "shapefile";
    }

    @Override
    public ExportResult write(Publication ranking) {
        ShapefileResult written = write(
                ranking.table(), ranking.about(), ranking.folder(), ranking.baseName(), ranking.threads(), Sizes.USUAL);
        return new ExportResult(
                written.files(),
                written.columns().stream().collect(Collectors.toMap(DbfColumn::column, DbfColumn::dbfName)),
                written.cuts().stream()
                        .map(cut -> cut.toIssue(ranking.baseName() + ".dbf"))
                        .toList());
    }

    @Override
    public List<String> files(String baseName) {
        return List.of(baseName + ".dbf", baseName + "_");
    }

    @Override
    public PublishedTable open(Path folder, String baseName, Map<String, String> shortNames) throws IOException {
        return PublishedShapefile.open(folder, baseName, shortNames);
    }

    /** Like {@link #write(RankedTable, LocalDate, Path, String, int)} with the caller's own thread. */
    public static ShapefileResult write(RankedTable table, LocalDate evaluationDate, Path folder, String baseName) {
        return write(table, evaluationDate, folder, baseName, 1);
    }

    /**
     * Writes the set, or sets; files of the same name are replaced. Nothing is written when the table cannot be held, and when
     * anything else fails no file is left.
     *
     * @param evaluationDate day for which the ranking holds; years 1900 to 2155, as the header has one byte for the year
     * @param folder existing folder
     * @param baseName file name without extension, such as {@code ranked}
     * @param threads how many threads format and write, at least 1; they change the speed only
     * @throws HeadroomException CONFIG for a date out of range, or for two columns with one name; DATA when a value does not
     *     fit, with every column named; EXTERNAL when a file cannot be written
     */
    public static ShapefileResult write(
            RankedTable table, LocalDate evaluationDate, Path folder, String baseName, int threads) {
        return write(table, About.onlyDated(evaluationDate), folder, baseName, threads, Sizes.USUAL);
    }

    /**
     * Sizes that tests make small.
     *
     * @param fileBytes longest .shp and .dbf
     * @param blockBytes records of the .dbf that are formatted at once
     */
    record Sizes(long fileBytes, int blockBytes) {
        /** Files of 2 GiB less one byte: the limit of ArcGIS and of every reader that keeps places in a file in 32 bits. */
        static final Sizes USUAL = new Sizes(Integer.MAX_VALUE, 1 << 18);
    }

    static ShapefileResult write(
            RankedTable table, About about, Path folder, String baseName, int threads, Sizes sizes) {
        BaseName.check(baseName);
        LocalDate evaluationDate = about.date();
        checkDate(evaluationDate);
        DbfPlan dbf = DbfPlan.of(table.columns());
        checkFields(dbf);
        int blockRows = Math.max(1, Math.min(table.rows(), sizes.blockBytes() / dbf.recordLength()));
        ShapefilePlan plan = new ShapefilePlan(
                new PointPlan(table, extent(table)),
                dbf,
                evaluationDate,
                folder,
                baseName,
                partRows(dbf, sizes.fileBytes()),
                blockRows,
                about);
        try (ShapefileSets sets = new ShapefileSets(plan, threads)) {
            return new ShapefileResult(sets.write(), dbf.columns(), dbf.cuts());
        } catch (IOException e) {
            throw BaseName.cannotWrite(folder.resolve(baseName + ".shp"), e);
        }
    }

    private static Extent extent(RankedTable table) {
        if (table.rows() == 0) {
            return Extent.NONE;
        }
        return Objects.requireNonNull(
                table.extent(), "the box round the points, which stands before them in a shapefile");
    }

    /** Rows that fit into one set. */
    private static int partRows(DbfPlan dbf, long fileBytes) {
        long shapes = (fileBytes - PointPlan.fileLength(0, PointPlan.SHP_RECORD)) / PointPlan.SHP_RECORD;
        long records = (fileBytes - dbf.fileLength(0)) / dbf.recordLength();
        return Math.toIntExact(Math.min(shapes, records));
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
}
