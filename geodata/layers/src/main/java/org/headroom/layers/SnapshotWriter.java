package org.headroom.layers;

import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.headroom.model.DataIssue;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.WKBWriter;

/** Writes the body of a snapshot; {@link SnapshotReader} is its mirror. Numbers are big-endian, texts UTF-8. */
final class SnapshotWriter {
    static final int FEATURES = 1;
    static final int RASTER = 2;

    private final DataOutputStream out;

    SnapshotWriter(DataOutputStream out) {
        this.out = out;
    }

    void write(LoadedLayer loaded) throws IOException {
        if (loaded.layer() instanceof DefaultFeatureLayer features) {
            out.writeByte(FEATURES);
            account(loaded, features.info());
            features(features.data());
        } else if (loaded.layer() instanceof DefaultRasterLayer raster) {
            out.writeByte(RASTER);
            account(loaded, raster.info());
            raster(raster.data());
        } else {
            throw new IllegalArgumentException("not a layer of this module: " + loaded.layer());
        }
    }

    private void account(LoadedLayer loaded, LayerInfo info) throws IOException {
        text(info.id());
        text(info.kind().id());
        text(info.evidenceClass().name());
        text(info.source());
        text(info.asOf() == null ? "" : info.asOf().toString());
        out.writeLong(loaded.counts().read());
        out.writeLong(loaded.counts().used());
        out.writeLong(loaded.counts().skipped());
        out.writeLong(loaded.counts().filtered());
        out.writeInt(loaded.issues().size());
        for (DataIssue issue : loaded.issues()) {
            text(issue.effect().name());
            text(issue.layer());
            text(issue.file());
            out.writeLong(issue.record());
            text(issue.recordId());
            text(issue.field());
            text(issue.value());
            text(issue.reason());
            out.writeDouble(issue.longitude());
            out.writeDouble(issue.latitude());
        }
    }

    private void features(FeatureData data) throws IOException {
        out.writeInt(data.recordIds().length);
        for (String id : data.recordIds()) {
            text(id);
        }
        numbers(data.longitudes());
        numbers(data.latitudes());
        ints(data.geometryOf());
        out.writeInt(data.geometries().size());
        WKBWriter wkb = new WKBWriter();
        for (Geometry geometry : data.geometries()) {
            byte[] bytes = wkb.write(geometry);
            out.writeInt(bytes.length);
            out.write(bytes);
        }
        out.writeInt(data.numbers().size());
        for (Map.Entry<String, double[]> column : data.numbers().entrySet()) {
            text(column.getKey());
            numbers(column.getValue());
        }
        out.writeInt(data.texts().size());
        for (Map.Entry<String, @Nullable String[]> column : data.texts().entrySet()) {
            text(column.getKey());
            texts(column.getValue());
        }
        out.writeInt(data.dates().size());
        for (Map.Entry<String, int[]> column : data.dates().entrySet()) {
            text(column.getKey());
            ints(column.getValue());
        }
    }

    private void raster(RasterData data) throws IOException {
        out.writeInt(data.width());
        out.writeInt(data.height());
        numbers(data.gridFromCrs());
        text(data.crs());
        out.writeInt(data.bands().size());
        for (Map.Entry<String, float[]> band : data.bands().entrySet()) {
            text(band.getKey());
            for (float cell : band.getValue()) {
                out.writeInt(Float.floatToIntBits(cell));
            }
        }
    }

    private void numbers(double[] values) throws IOException {
        for (double value : values) {
            out.writeLong(Double.doubleToLongBits(value));
        }
    }

    private void ints(int[] values) throws IOException {
        for (int value : values) {
            out.writeInt(value);
        }
    }

    /** Distinct texts in the order of their first use, then one number a record; -1 is missing. */
    private void texts(@Nullable String[] values) throws IOException {
        Map<String, Integer> numbers = new LinkedHashMap<>();
        int[] use = new int[values.length];
        for (int i = 0; i < use.length; i++) {
            String value = values[i];
            Integer known = value == null ? Integer.valueOf(-1) : numbers.get(value);
            if (known == null) {
                known = numbers.size();
                numbers.put(String.valueOf(value), known);
            }
            use[i] = known;
        }
        out.writeInt(numbers.size());
        for (String value : numbers.keySet()) {
            text(value);
        }
        ints(use);
    }

    private void text(String value) throws IOException {
        byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }
}
