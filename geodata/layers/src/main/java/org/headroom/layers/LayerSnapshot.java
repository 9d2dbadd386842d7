package org.headroom.layers;

import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.zip.CRC32C;
import java.util.zip.CheckedOutputStream;
import org.headroom.columns.ColumnBytes;
import org.headroom.columns.ColumnFile;
import org.headroom.columns.ColumnStore;
import org.headroom.columns.ColumnWriteException;
import org.headroom.columns.ColumnWriter;
import org.headroom.layers.column.FeatureColumns;
import org.headroom.model.DataIssue;
import org.headroom.model.FailureFamily;
import org.headroom.model.HeadroomException;
import org.headroom.model.LayerKind;
import org.headroom.model.OutsideFailure;
import org.headroom.spi.Layer;
import org.jspecify.annotations.Nullable;

/**
 * A loaded layer as a folder: a file a column, and a header with the layer's account and the CRC-32C of each column and of itself, written
 * last. The header has the name of the folder, which tells what the layer was made from, so one that lies under another name is none. The same
 * layer always gives the same bytes. Only plain data are read back, never objects.
 */
public final class LayerSnapshot {
    static final String MAGIC = "HEADROOM-LAYER\n";
    static final int VERSION = 10;
    static final String HEADER = "layer.header";
    private static final String BAND = "band-";
    private static final String F32 = ".f32";

    private LayerSnapshot() {}

    /**
     * Whether the folder has a header that is whole, of this version and of a folder of this name. It is written last, so a folder without one
     * was left unfinished and is to be made anew; {@link #read} says when a finished one was damaged afterwards.
     */
    public static boolean isFinished(Path folder) {
        try {
            checked(folder, Files.readAllBytes(folder.resolve(HEADER)));
            return true;
        } catch (IOException | HeadroomException e) {
            return false;
        }
    }

    /** Writes the header of a feature layer whose columns lie in the folder already. */
    static void finish(
            Path folder,
            String name,
            LayerInfo info,
            LayerCounts counts,
            List<DataIssue> issues,
            int size,
            List<ColumnWriter> columns) {
        try {
            header(folder, name, info, counts, issues, columns, new SnapshotHeader.Features(size));
        } catch (IOException e) {
            throw unwritable(folder, e);
        }
    }

    /** Writes a raster into a folder. */
    static void write(DefaultRasterLayer raster, LayerCounts counts, List<DataIssue> issues, Path folder, String name) {
        RasterData data = raster.data();
        try {
            ColumnStore store = ColumnStore.folder(folder);
            try (store) {
                for (Map.Entry<String, float[]> band : data.bands().entrySet()) {
                    ColumnWriter out = store.create(BAND + band.getKey() + F32).begin();
                    for (float cell : band.getValue()) {
                        out.putInt(Float.floatToRawIntBits(cell), 0);
                    }
                }
            }
            SnapshotHeader.Form form =
                    new SnapshotHeader.Raster(data.width(), data.height(), data.gridFromCrs(), data.crs());
            header(folder, name, raster.info(), counts, issues, store.written(), form);
        } catch (ColumnWriteException e) {
            throw unwritable(folder, Objects.requireNonNull(e.getCause()));
        } catch (IOException e) {
            throw unwritable(folder, e);
        }
    }

    private static void header(
            Path folder,
            String name,
            LayerInfo info,
            LayerCounts counts,
            List<DataIssue> issues,
            List<ColumnWriter> outputs,
            SnapshotHeader.Form form)
            throws IOException {
        List<SnapshotHeader.Column> columns = outputs.stream()
                .map(o -> new SnapshotHeader.Column(o.name(), o.size(), o.checkSum()))
                .sorted(Comparator.comparing(SnapshotHeader.Column::name))
                .toList();
        CRC32C sum = new CRC32C();
        try (DataOutputStream data = new DataOutputStream(new CheckedOutputStream(
                new BufferedOutputStream(Files.newOutputStream(folder.resolve(HEADER))), sum))) {
            data.write(MAGIC.getBytes(StandardCharsets.US_ASCII));
            data.writeInt(VERSION);
            data.writeUTF(name);
            new SnapshotHeader(info, counts, issues, form, columns).write(data);
            data.writeInt((int) sum.getValue());
        }
    }

    /**
     * Reads a layer back; the records of a feature layer stay in the files, which must not be changed as long as the layer is used. A DATA
     * failure when the folder is missing, damaged, of another name or version, or not a snapshot at all.
     *
     * @param kind the layer's kind, from its descriptor
     * @param ordinal place of the layer in the run, from 0
     */
    public static LoadedLayer read(Path folder, LayerKind kind, int ordinal) {
        try {
            byte[] bytes = Files.readAllBytes(folder.resolve(HEADER));
            SnapshotHeader header = SnapshotHeader.read(checked(folder, bytes), bytes.length, kind, ordinal);
            Map<String, ColumnBytes> columns = new TreeMap<>();
            ColumnStore store = ColumnStore.folder(folder);
            for (SnapshotHeader.Column column : header.columns()) {
                if (!Files.isRegularFile(folder.resolve(column.name()))) {
                    throw refused(folder, "is not whole: its file " + column.name() + " is missing", null);
                }
                ColumnBytes found = store.open(column.name());
                if (found.size() != column.bytes() || found.checkSum() != column.checkSum()) {
                    throw refused(folder, "is damaged: the check sum of " + column.name() + " does not fit", null);
                }
                columns.put(column.name(), found);
            }
            Layer layer = header.form() instanceof SnapshotHeader.Raster raster
                    ? new DefaultRasterLayer(header.info(), raster(raster, columns))
                    : new DefaultFeatureLayer(header.info(), features(header.form(), columns));
            return new LoadedLayer(layer, header.counts(), header.issues());
        } catch (IOException | RuntimeException e) {
            if (e instanceof HeadroomException known) {
                throw known;
            }
            throw refused(folder, "is damaged or missing", e);
        }
    }

    /** What follows the name in a header whose check sum fits. */
    private static DataInputStream checked(Path folder, byte[] header) throws IOException {
        DataInputStream data = new DataInputStream(new ByteArrayInputStream(header));
        if (!new String(data.readNBytes(MAGIC.length()), StandardCharsets.ISO_8859_1).equals(MAGIC)) {
            throw refused(folder, "is not a layer snapshot", null);
        }
        int version = data.readInt();
        if (version != VERSION) {
            throw refused(folder, "has version " + version + ", but this program reads version " + VERSION, null);
        }
        int end = header.length - Integer.BYTES;
        CRC32C sum = new CRC32C();
        sum.update(header, 0, end);
        DataInputStream tail = new DataInputStream(new ByteArrayInputStream(header, end, Integer.BYTES));
        if (tail.readInt() != (int) sum.getValue()) {
            throw refused(folder, "is damaged: the check sum of its header does not fit", null);
        }
        String name = data.readUTF();
        if (!name.equals(String.valueOf(folder.getFileName()))) {
            throw refused(folder, "was made as " + name + ", of another layer or another state of it", null);
        }
        return data;
    }

    private static FeatureColumns features(SnapshotHeader.Form form, Map<String, ColumnBytes> columns) {
        return new FeatureColumns(((SnapshotHeader.Features) form).size(), columns);
    }

    private static RasterData raster(SnapshotHeader.Raster form, Map<String, ColumnBytes> columns) {
        TreeMap<String, float[]> bands = new TreeMap<>();
        columns.forEach((name, bytes) -> {
            float[] cells = new float[Math.multiplyExact(form.width(), form.height())];
            new ColumnFile(bytes, cells.length, Float.BYTES).column(0).readFloats(0, cells.length, cells);
            bands.put(name.substring(BAND.length(), name.length() - F32.length()), cells);
        });
        return new RasterData(form.width(), form.height(), form.gridFromCrs(), form.crs(), bands);
    }

    static HeadroomException unwritable(Path folder, IOException e) {
        return new HeadroomException(
                FailureFamily.EXTERNAL,
                "layer snapshot " + folder + " cannot be written: " + OutsideFailure.reason(e),
                "Check free space and permissions.",
                e);
    }

    private static HeadroomException refused(Path folder, String what, @Nullable Exception cause) {
        return new HeadroomException(
                FailureFamily.DATA,
                "layer snapshot " + folder + " " + what,
                "Delete it; the layer is then read again.",
                cause);
    }
}
