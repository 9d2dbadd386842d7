package org.headroom.layers;

import java.util.Arrays;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.headroom.layers.index.GridAreaIndex;
import org.headroom.layers.index.KdTreePointIndex;
import org.headroom.spi.AreaIndex;
import org.headroom.spi.FeatureLayer;
import org.headroom.spi.PointIndex;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/** Records in columns. Immutable as long as nobody writes to the arrays that it hands out; safe for several threads. */
public final class DefaultFeatureLayer extends AbstractLayer implements FeatureLayer {
    private final FeatureData data;

    DefaultFeatureLayer(LayerInfo info, FeatureData data) {
        super(info);
        this.data = data;
    }

    @Override
    public int size() {
        return data.recordIds().length;
    }

    @Override
    public String recordId(int record) {
        return data.recordIds()[record];
    }

    @Override
    public boolean hasField(String field) {
        return data.numbers().containsKey(field)
                || data.texts().containsKey(field)
                || data.dates().containsKey(field);
    }

    @Override
    public double[] numbers(String field) {
        double[] column = data.numbers().get(field);
        if (column == null) {
            column = new double[size()];
            Arrays.fill(column, Double.NaN);
        }
        return column;
    }

    @Override
    @SuppressWarnings("NullAway") // does not see the annotation of the array's elements in the compiled interface
    public @Nullable String[] texts(String field) {
        @Nullable String[] column = data.texts().get(field);
        return column == null ? new @Nullable String[size()] : column;
    }

    @Override
    public int[] dates(String field) {
        int[] column = data.dates().get(field);
        if (column == null) {
            column = new int[size()];
            Arrays.fill(column, NO_DATE);
        }
        return column;
    }

    @Override
    public boolean isLocated(int record) {
        return !Double.isNaN(data.longitudes()[record]);
    }

    @Override
    public boolean isArea(int record) {
        return data.geometryOf()[record] >= 0;
    }

    @Override
    public double longitude(int record) {
        return data.longitudes()[record];
    }

    @Override
    public double latitude(int record) {
        return data.latitudes()[record];
    }

    /** The record's area, a valid polygon or multipolygon in EPSG:4326 that may be shared; null when it has none. Do not change it. */
    public @Nullable Geometry area(int record) {
        int geometry = data.geometryOf()[record];
        return geometry < 0 ? null : data.geometries().get(geometry);
    }

    @Override
    public PointIndex points(IntPredicate include) {
        int[] records = IntStream.range(0, size())
                .filter(r -> isLocated(r) && include.test(r))
                .toArray();
        return new KdTreePointIndex(data.longitudes(), data.latitudes(), records);
    }

    @Override
    public AreaIndex areas(IntPredicate include) {
        int[] records = IntStream.range(0, size())
                .filter(r -> isArea(r) && include.test(r))
                .toArray();
        return new GridAreaIndex(data.geometries().toArray(new Geometry[0]), data.geometryOf(), records);
    }

    FeatureData data() {
        return data;
    }
}
