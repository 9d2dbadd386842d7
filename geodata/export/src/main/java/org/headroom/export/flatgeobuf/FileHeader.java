package org.headroom.export.flatgeobuf;

import com.google.flatbuffers.FlatBufferBuilder;
import java.nio.ByteBuffer;
import java.util.List;
import org.headroom.export.ExportColumn;
import org.headroom.export.ExportColumn.NumberColumn;
import org.headroom.export.ExportColumn.WholeColumn;
import org.headroom.export.Extent;
import org.headroom.export.Publication;
import org.wololo.flatgeobuf.generated.Column;
import org.wololo.flatgeobuf.generated.ColumnType;
import org.wololo.flatgeobuf.generated.Crs;
import org.wololo.flatgeobuf.generated.GeometryType;
import org.wololo.flatgeobuf.generated.Header;

/** What stands at the beginning of a FlatGeobuf file: columns, reference system, box, count. */
final class FileHeader {
    private static final int EPSG_4326 = 4326;

    private FileHeader() {}

    /** The header behind its length. */
    static ByteBuffer of(Publication ranking, PackedPoints points) {
        FlatBufferBuilder builder = new FlatBufferBuilder(1 << 14);
        List<ExportColumn> columns = ranking.table().columns();
        int[] tables =
                columns.stream().mapToInt(column -> column(builder, column)).toArray();
        int columnsAt = Header.createColumnsVector(builder, tables);
        int organisation = builder.createString("EPSG");
        int crsName = builder.createString("WGS 84");
        int crs = Crs.createCrs(builder, organisation, EPSG_4326, crsName, 0, 0, 0);
        int name = builder.createString(ranking.baseName());
        int title = builder.createString("Ranked sites on " + ranking.evaluationDate());
        int description =
                builder.createString("Headroom ranks places where a large computing load can be connected to the"
                        + " grid; the column rank has the order.");
        Extent extent = points.extent();
        int envelope = extent == null
                ? 0
                : Header.createEnvelopeVector(
                        builder, new double[] {extent.minX(), extent.minY(), extent.maxX(), extent.maxY()});
        Header.startHeader(builder);
        Header.addName(builder, name);
        if (extent != null) {
            Header.addEnvelope(builder, envelope);
        }
        Header.addGeometryType(builder, GeometryType.Point);
        Header.addColumns(builder, columnsAt);
        Header.addFeaturesCount(builder, points.rows());
        Header.addIndexNodeSize(builder, points.rows() == 0 ? 0 : PackedPoints.NODE_SIZE);
        Header.addCrs(builder, crs);
        Header.addTitle(builder, title);
        Header.addDescription(builder, description);
        Header.finishSizePrefixedHeaderBuffer(builder, Header.endHeader(builder));
        return builder.dataBuffer();
    }

    private static int column(FlatBufferBuilder builder, ExportColumn column) {
        int name = builder.createString(column.name());
        int title = builder.createString(column.title());
        int description = builder.createString(column.heading().description());
        Column.startColumn(builder);
        Column.addName(builder, name);
        Column.addType(builder, type(column));
        Column.addTitle(builder, title);
        Column.addDescription(builder, description);
        return Column.endColumn(builder);
    }

    static int type(ExportColumn column) {
        if (column instanceof NumberColumn) {
            return ColumnType.Double;
        } else if (column instanceof WholeColumn whole) {
            return whole.isDay() ? ColumnType.DateTime : ColumnType.Long;
        }
        return ColumnType.String;
    }
}
