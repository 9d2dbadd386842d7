package org.headroom.export.shapefile;

import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import org.headroom.export.ExportColumn;
import org.headroom.export.WrittenFile;
import org.headroom.export.metadata.IsoMetadata;
import org.headroom.export.style.MapStyle;
import org.headroom.export.style.RankedStyle;

/** The files of one shapefile while they are written. */
final class ShapefileSet implements BlockRun.Sink, Closeable {
    /** In the order in which the files are named. */
    static final List<String> EXTENSIONS =
            List.of(".shp", ".shx", ".dbf", ".prj", ".cpg", ".qml", ".sld", ".shp.xml", ".fields.csv");

    private static final String PRJ = "GEOGCS[\"GCS_WGS_1984\",DATUM[\"D_WGS_1984\","
            + "SPHEROID[\"WGS_1984\",6378137.0,298.257223563]],"
            + "PRIMEM[\"Greenwich\",0.0],UNIT[\"Degree\",0.0174532925199433]]";
    private static final byte[] NO_TRAILER = {};

    private final ShapefilePlan plan;
    private final int first;
    private final int rows;
    private final List<BlockFile> files = new ArrayList<>();
    private final BlockFile shpFile;
    private final BlockFile shxFile;
    private final BlockFile dbfFile;

    /** @param first row of the first record */
    ShapefileSet(ShapefilePlan plan, int first, ExecutorService helpers) throws IOException {
        this.plan = plan;
        this.first = first;
        rows = Math.min(plan.partRows(), plan.points().table().rows() - first);
        PointPlan points = plan.points();
        DbfPlan dbf = plan.dbf();
        try {
            shpFile = open(".shp", points.header(rows, PointPlan.SHP_RECORD), PointPlan.SHP_RECORD, helpers);
            shxFile = open(".shx", points.header(rows, PointPlan.SHX_RECORD), PointPlan.SHX_RECORD, helpers);
            dbfFile = open(".dbf", dbf.header(rows, plan.evaluationDate()), dbf.recordLength(), helpers);
        } catch (IOException e) {
            close();
            throw e;
        }
    }

    private BlockFile open(String extension, byte[] header, int recordLength, ExecutorService helpers)
            throws IOException {
        BlockFile file = new BlockFile(path(extension), header, recordLength, helpers);
        files.add(file);
        return file;
    }

    /** Row behind the last. */
    int end() {
        return first + rows;
    }

    @Override
    public void write(RowBlock block) throws IOException {
        int number = block.from - first;
        plan.points().formatShapes(block.from, block.to, first, block.shp);
        PointPlan.formatIndex(number, number + block.rows(), block.shx);
        plan.dbf().format(block.from, block.to, block.dbf);
        shpFile.write(block.shp, block.rows(), number);
        shxFile.write(block.shx, block.rows(), number);
        dbfFile.write(block.dbf, block.rows(), number);
    }

    @Override
    public void digest(RowBlock block) {
        shpFile.digest(block.shp, block.rows());
        shxFile.digest(block.shx, block.rows());
        dbfFile.digest(block.dbf, block.rows());
    }

    /** Completes and syncs all files. */
    List<WrittenFile> finish() throws IOException {
        DbfPlan dbf = plan.dbf();
        List<ExportColumn> all = plan.points().table().columns();
        Map<String, String> names = dbf.names();
        List<ExportColumn> shown =
                all.stream().filter(column -> names.containsKey(column.name())).toList();
        MapStyle style = RankedStyle.ofPoints(
                shown, name -> names.getOrDefault(name, name), plan.about().classes());
        IsoMetadata metadata =
                new IsoMetadata(plan.about(), plan.points().extent(), rows, plan.baseName() + ".shp", "shapefile");
        return List.of(
                shpFile.finish(NO_TRAILER),
                shxFile.finish(NO_TRAILER),
                dbfFile.finish(DbfPlan.trailer()),
                WrittenFile.write(path(".prj"), PRJ.getBytes(StandardCharsets.US_ASCII)),
                WrittenFile.write(path(".cpg"), "UTF-8".getBytes(StandardCharsets.US_ASCII)),
                text(".qml", style.qml()),
                text(".sld", style.sld(plan.baseName())),
                text(".shp.xml", metadata.xml()),
                text(".fields.csv", FieldsTable.of(all, dbf.columns(), dbf.cuts())));
    }

    private WrittenFile text(String extension, String content) throws IOException {
        return WrittenFile.write(path(extension), content.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void close() throws IOException {
        for (BlockFile file : files) {
            file.close();
        }
    }

    private Path path(String extension) {
        return plan.file(first, extension);
    }
}
