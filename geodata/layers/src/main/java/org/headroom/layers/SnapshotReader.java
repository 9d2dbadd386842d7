package org.headroom.layers;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.headroom.model.DataIssue;
import org.headroom.model.EvidenceClass;
import org.headroom.model.LayerKind;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKBReader;

/** Reads the body of a snapshot. No length is believed that the file is too small for. */
final class SnapshotReader {
    private final DataInputStream in;
    private final long bytes;

    /** @param bytes size of the file, the bound of every length in it */
    SnapshotReader(DataInputStream in, long bytes) {
        this.in = in;
        this.bytes = bytes;
    }

    LoadedLayer read(int ordinal) throws IOException, ParseException {
        int form = in.readByte();
        String id = text();
        LayerKind kind = LayerKind.findById(text()).orElseThrow();
        EvidenceClass evidence = EvidenceClass.valueOf(text());
        String source = text();
        String asOf = text();
        LayerInfo info =
                new LayerInfo(ordinal, id, kind, evidence, source, asOf.isEmpty() ? null : LocalDate.parse(asOf));
        LayerCounts counts = new LayerCounts(in.readLong(), in.readLong(), in.readLong(), in.readLong());
        int issueCount = count(1);
        List<DataIssue> issues = new ArrayList<>(issueCount);
        for (int i = 0; i < issueCount; i++) {
            issues.add(new DataIssue(
                    DataIssue.Effect.valueOf(text()),
                    text(),
                    text(),
                    in.readLong(),
                    text(),
                    text(),
                    text(),
                    text(),
                    in.readDouble(),
                    in.readDouble()));
        }
        return switch (form) {
            case SnapshotWriter.FEATURES -> new LoadedLayer(new DefaultFeatureLayer(info, features()), counts, issues);
            case SnapshotWriter.RASTER -> new LoadedLayer(new DefaultRasterLayer(info, raster()), counts, issues);
            default -> throw new IOException("unknown form " + form);
        };
    }

    private FeatureData features() throws IOException, ParseException {
        int size = count(24);
        String[] ids = new String[size];
        for (int i = 0; i < size; i++) {
            ids[i] = text();
        }
        double[] longitudes = numbers(size);
        double[] latitudes = numbers(size);
        int[] geometryOf = ints(size);
        int geometryCount = count(4);
        List<Geometry> geometries = new ArrayList<>(geometryCount);
        WKBReader wkb = new WKBReader();
        for (int i = 0; i < geometryCount; i++) {
            geometries.add(wkb.read(in.readNBytes(count(1))));
        }
        TreeMap<String, double[]> numbers = new TreeMap<>();
        for (int i = count(4); i > 0; i--) {
            numbers.put(text(), numbers(size));
        }
        TreeMap<String, @Nullable String[]> texts = new TreeMap<>();
        for (int i = count(4); i > 0; i--) {
            texts.put(text(), texts(size));
        }
        TreeMap<String, int[]> dates = new TreeMap<>();
        for (int i = count(4); i > 0; i--) {
            dates.put(text(), ints(size));
        }
        return new FeatureData(ids, longitudes, latitudes, geometryOf, List.copyOf(geometries), numbers, texts, dates);
    }

    private RasterData raster() throws IOException {
        int width = in.readInt();
        int height = in.readInt();
        double[] affine = numbers(6);
        String crs = text();
        TreeMap<String, float[]> bands = new TreeMap<>();
        for (int i = count(4); i > 0; i--) {
            String field = text();
            long cells = (long) width * height;
            if (width < 1 || height < 1 || cells > bytes / 4) {
                throw new IOException("impossible raster size " + width + " x " + height);
            }
            float[] band = new float[(int) cells];
            for (int c = 0; c < band.length; c++) {
                band[c] = Float.intBitsToFloat(in.readInt());
            }
            bands.put(field, band);
        }
        return new RasterData(width, height, affine, crs, bands);
    }

    private int count(int bytesEach) throws IOException {
        int count = in.readInt();
        if (count < 0 || count > bytes / bytesEach) {
            throw new IOException("impossible count " + count);
        }
        return count;
    }

    private double[] numbers(int size) throws IOException {
        double[] values = new double[size];
        for (int i = 0; i < size; i++) {
            values[i] = Double.longBitsToDouble(in.readLong());
        }
        return values;
    }

    private int[] ints(int size) throws IOException {
        int[] values = new int[size];
        for (int i = 0; i < size; i++) {
            values[i] = in.readInt();
        }
        return values;
    }

    private @Nullable String[] texts(int size) throws IOException {
        String[] distinct = new String[count(4)];
        for (int i = 0; i < distinct.length; i++) {
            distinct[i] = text();
        }
        @Nullable String[] values = new @Nullable String[size];
        for (int i = 0; i < size; i++) {
            int use = in.readInt();
            values[i] = use < 0 ? null : distinct[use];
        }
        return values;
    }

    private String text() throws IOException {
        int length = count(1);
        byte[] read = in.readNBytes(length);
        if (read.length < length) {
            throw new EOFException();
        }
        return new String(read, StandardCharsets.UTF_8);
    }
}
