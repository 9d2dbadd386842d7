package org.headroom.layers;

import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.CRC32C;
import java.util.zip.CheckedOutputStream;
import org.headroom.layers.column.ColumnBytes;
import org.headroom.layers.column.ColumnOutput;
import org.headroom.layers.column.FeatureColumns;
import org.headroom.layers.column.FolderStore;
import org.headroom.model.DataIssue;
import org.headroom.model.FailureFamily;
import org.headroom.model.HeadroomException;
import org.headroom.model.LayerKind;
import org.headroom.model.OutsideFailure;
import org.headroom.spi.Layer;
import org.jspecify.annotations.Nullable;

/**
 * A loaded layer as a folder: a file a column, and a header with the layer's account and the CRC-32C of each column and of itself, written
 * last. The same layer always gives the same bytes. Only plain data are read back, never objects.
 */
public final class LayerSnapshot {
    static final String MAGIC = "HEADROOM-LAYER\n";
    static final int VERSION = 3;
    static final String HEADER = "layer.header";
    private static final String BAND = "band-";
    private static final String F32 = ".f32";
    private static final int COPY_BYTES = 1 << 16;

    private LayerSnapshot() {}

    /**
     * Whether the folder has a header that is whole and of this version. It is written last, so a folder without one was left unfinished and
     * is to be made anew; {@link #read} says when a finished one was damaged afterwards.
     */
    public static boolean isFinished(Path folder) {
        try {
            checked(folder, Files.readAllBytes(folder.resolve(HEADER)));
            return true;
        } catch (IOException | HeadroomException e) {
            return false;
        }
    }

    /** Writes a layer into a folder, which is made when it is missing. Every file in it that is not part of the snapshot is left alone. */
    public static void write(LoadedLayer loaded, Path folder) {
        try {
            Files.createDirectories(folder);
            FolderStore store = new FolderStore(folder);
            Layer layer = loaded.layer();
            if (layer instanceof DefaultFeatureLayer features) {
                List<ColumnOutput> outputs = new ArrayList<>();
                for (Map.Entry<String, ColumnBytes> column :
                        features.columns().columns().entrySet()) {
                    outputs.add(copy(column.getValue(), store.create(column.getKey())));
                }
                finish(folder, features.info(), loaded.counts(), loaded.issues(), features.size(), outputs);
            } else if (layer instanceof DefaultRasterLayer raster) {
                writeRaster(folder, store, raster, loaded);
            } else {
                throw new IllegalArgumentException("not a layer of this module: " + layer);
            }
        } catch (IOException e) {
            throw unwritable(folder, e);
        }
    }

    private static ColumnOutput copy(ColumnBytes from, ColumnOutput to) throws IOException {
        try (to) {
            for (long at = 0; at < from.size(); at += COPY_BYTES) {
                byte[] some = from.getBytes(at, (int) Math.min(COPY_BYTES, from.size() - at));
                to.putBytes(some, 0, some.length);
            }
        }
        return to;
    }

    /** Writes the header of a feature layer whose columns lie in the folder already. */
    static void finish(
            Path folder,
            LayerInfo info,
            LayerCounts counts,
            List<DataIssue> issues,
            int size,
            List<ColumnOutput> columns) {
        try {
            header(folder, info, counts, issues, columns, new SnapshotHeader.Features(size));
        } catch (IOException e) {
            throw unwritable(folder, e);
        }
    }

    private static void writeRaster(Path folder, FolderStore store, DefaultRasterLayer raster, LoadedLayer loaded)
            throws IOException {
        RasterData data = raster.data();
        List<ColumnOutput> outputs = new ArrayList<>();
        for (Map.Entry<String, float[]> band : data.bands().entrySet()) {
            try (ColumnOutput output = store.create(BAND + band.getKey() + F32)) {
                for (float cell : band.getValue()) {
                    output.putFloat(cell);
                }
                outputs.add(output);
            }
        }
        header(
                folder,
                raster.info(),
                loaded.counts(),
                loaded.issues(),
                outputs,
                new SnapshotHeader.Raster(data.width(), data.height(), data.gridFromCrs(), data.crs()));
    }

    private static void header(
            Path folder,
            LayerInfo info,
            LayerCounts counts,
            List<DataIssue> issues,
            List<ColumnOutput> outputs,
            SnapshotHeader.Form form)
            throws IOException {
        List<SnapshotHeader.Column> columns = outputs.stream()
                .map(o -> new SnapshotHeader.Column(o.name(), o.bytes(), o.checkSum()))
                .sorted(Comparator.comparing(SnapshotHeader.Column::name))
                .toList();
        CRC32C sum = new CRC32C();
        try (DataOutputStream data = new DataOutputStream(new CheckedOutputStream(
                new BufferedOutputStream(Files.newOutputStream(folder.resolve(HEADER))), sum))) {
            data.write(MAGIC.getBytes(StandardCharsets.US_ASCII));
            data.writeInt(VERSION);
            new SnapshotHeader(info, counts, issues, form, columns).write(data);
            data.writeInt((int) sum.getValue());
        }
    }

    /**
     * Reads a layer back; the records of a feature layer stay in the files, which must not be changed as long as the layer is used. A DATA
     * failure when the folder is missing, damaged, of another version or not a snapshot at all.
     *
     * @param kind the layer's kind, from its descriptor
     * @param ordinal place of the layer in the run, from 0
     */
    public static LoadedLayer read(Path folder, LayerKind kind, int ordinal) {
        try {
            byte[] bytes = Files.readAllBytes(folder.resolve(HEADER));
            SnapshotHeader header = SnapshotHeader.read(checked(folder, bytes), bytes.length, kind, ordinal);
            Map<String, ColumnBytes> columns = new TreeMap<>();
            FolderStore store = new FolderStore(folder);
            for (SnapshotHeader.Column column : header.columns()) {
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

    /** What follows the version in a header whose check sum fits. */
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
        return data;
    }

    private static FeatureColumns features(SnapshotHeader.Form form, Map<String, ColumnBytes> columns) {
        return new FeatureColumns(((SnapshotHeader.Features) form).size(), columns);
    }

    private static RasterData raster(SnapshotHeader.Raster form, Map<String, ColumnBytes> columns) {
        TreeMap<String, float[]> bands = new TreeMap<>();
        columns.forEach((name, bytes) -> {
            float[] cells = new float[Math.multiplyExact(form.width(), form.height())];
            bytes.get(0, cells, cells.length);
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
