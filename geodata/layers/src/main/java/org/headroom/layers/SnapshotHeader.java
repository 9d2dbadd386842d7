package org.headroom.layers;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.headroom.model.DataIssue;
import org.headroom.model.EvidenceClass;
import org.headroom.model.LayerKind;
import org.headroom.spi.GeometryRole;

/**
 * What a snapshot says of itself. Numbers are big-endian, texts a length and UTF-8. No length is believed that the header is too small for.
 *
 * @param info where the layer comes from
 * @param counts what became of the records
 * @param issues every problem found
 * @param form records or a raster
 * @param columns the columns that belong to it, by name
 */
record SnapshotHeader(LayerInfo info, LayerCounts counts, List<DataIssue> issues, Form form, List<Column> columns) {
    private static final int FEATURES = 1;
    private static final int RASTER = 2;

    /** What the columns are of. */
    sealed interface Form {}

    /** @param size number of records */
    record Features(int size) implements Form {}

    /** As {@link RasterData}, without the cells. */
    record Raster(int width, int height, double[] gridFromCrs, String crs) implements Form {}

    /**
     * A file of the snapshot.
     *
     * @param checkSum CRC-32C of its bytes
     */
    record Column(String name, long bytes, int checkSum) {}

    void write(DataOutputStream out) throws IOException {
        text(out, info.id());
        text(out, info.kind().id());
        text(out, info.evidenceClass().name());
        text(out, info.source());
        text(out, info.asOf() == null ? "" : info.asOf().toString());
        text(out, info.role().map(GeometryRole::name).orElse(""));
        out.writeLong(counts.read());
        out.writeLong(counts.used());
        out.writeLong(counts.skipped());
        out.writeLong(counts.filtered());
        out.writeInt(issues.size());
        for (DataIssue issue : issues) {
            text(out, issue.effect().name());
            text(out, issue.layer());
            text(out, issue.file());
            out.writeLong(issue.record());
            text(out, issue.recordId());
            text(out, issue.field());
            text(out, issue.value());
            text(out, issue.reason());
            out.writeDouble(issue.longitude());
            out.writeDouble(issue.latitude());
        }
        if (form instanceof Raster raster) {
            out.writeByte(RASTER);
            out.writeInt(raster.width);
            out.writeInt(raster.height);
            for (double number : raster.gridFromCrs) {
                out.writeDouble(number);
            }
            text(out, raster.crs);
        } else if (form instanceof Features features) {
            out.writeByte(FEATURES);
            out.writeInt(features.size);
        }
        out.writeInt(columns.size());
        for (Column column : columns) {
            text(out, column.name);
            out.writeLong(column.bytes);
            out.writeInt(column.checkSum);
        }
    }

    private static void text(DataOutputStream out, String value) throws IOException {
        byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    /** @param bytes size of the header, the bound of every length in it */
    static SnapshotHeader read(DataInputStream in, int bytes, LayerKind kind, int ordinal) throws IOException {
        String id = text(in, bytes);
        String kindId = text(in, bytes);
        if (!kindId.equals(kind.id())) {
            throw new IOException("of kind " + kindId + ", not " + kind);
        }
        EvidenceClass evidence = EvidenceClass.valueOf(text(in, bytes));
        String source = text(in, bytes);
        String asOf = text(in, bytes);
        String role = text(in, bytes);
        LayerInfo info = new LayerInfo(
                ordinal,
                id,
                kind,
                evidence,
                source,
                asOf.isEmpty() ? null : LocalDate.parse(asOf),
                role.isEmpty() ? Optional.empty() : Optional.of(GeometryRole.valueOf(role)));
        LayerCounts counts = new LayerCounts(in.readLong(), in.readLong(), in.readLong(), in.readLong());
        int issueCount = count(in, bytes);
        List<DataIssue> issues = new ArrayList<>(issueCount);
        for (int i = 0; i < issueCount; i++) {
            issues.add(new DataIssue(
                    DataIssue.Effect.valueOf(text(in, bytes)),
                    text(in, bytes),
                    text(in, bytes),
                    in.readLong(),
                    text(in, bytes),
                    text(in, bytes),
                    text(in, bytes),
                    text(in, bytes),
                    in.readDouble(),
                    in.readDouble()));
        }
        Form form = form(in, bytes);
        int columnCount = count(in, bytes);
        List<Column> columns = new ArrayList<>(columnCount);
        for (int i = 0; i < columnCount; i++) {
            columns.add(new Column(text(in, bytes), in.readLong(), in.readInt()));
        }
        return new SnapshotHeader(info, counts, issues, form, columns);
    }

    private static Form form(DataInputStream in, int bytes) throws IOException {
        int form = in.readByte();
        if (form == FEATURES) {
            return new Features(in.readInt());
        }
        if (form != RASTER) {
            throw new IOException("unknown form " + form);
        }
        int width = in.readInt();
        int height = in.readInt();
        double[] gridFromCrs = new double[6];
        for (int i = 0; i < gridFromCrs.length; i++) {
            gridFromCrs[i] = in.readDouble();
        }
        return new Raster(width, height, gridFromCrs, text(in, bytes));
    }

    private static int count(DataInputStream in, int bytes) throws IOException {
        int count = in.readInt();
        if (count < 0 || count > bytes) {
            throw new IOException("impossible count " + count);
        }
        return count;
    }

    private static String text(DataInputStream in, int bytes) throws IOException {
        int length = count(in, bytes);
        byte[] read = in.readNBytes(length);
        if (read.length < length) {
            throw new EOFException();
        }
        return new String(read, StandardCharsets.UTF_8);
    }
}
