package org.headroom.jobs.calendar;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntConsumer;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.headroom.jobs.step.Lazy;
import org.headroom.model.EvidenceClass;
import org.headroom.model.LayerKind;
import org.headroom.spi.AreaIndex;
import org.headroom.spi.FeatureLayer;
import org.headroom.spi.GeometryRole;
import org.headroom.spi.PointIndex;
import org.headroom.spi.ShapeIndex;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;

/**
 * A layer for one who asks about the same places day after day, each time with another choice of its records: the areas that cover a place are looked
 * for once and kept, so that another choice costs no other index. Immutable as seen from outside; safe for several threads.
 */
final class RememberedLayer implements FeatureLayer {
    private final FeatureLayer layer;
    private final Lazy<AreaIndex> areas;
    private final Map<Place, int[]> covering = new ConcurrentHashMap<>();

    RememberedLayer(FeatureLayer layer) {
        this.layer = layer;
        this.areas = new Lazy<>(() -> layer.areas(record -> true));
    }

    private record Place(double longitude, double latitude) {}

    private int[] covering(double longitude, double latitude) {
        return covering.computeIfAbsent(new Place(longitude, latitude), place -> {
            IntStream.Builder found = IntStream.builder();
            areas.get().covering(longitude, latitude, found::add);
            return found.build().toArray();
        });
    }

    @Override
    public AreaIndex areas(IntPredicate include) {
        BitSet included = new BitSet(size());
        for (int record = 0; record < size(); record++) {
            included.set(record, layer.isArea(record) && include.test(record));
        }
        return new Chosen(included);
    }

    /** The areas of some records. */
    private final class Chosen implements AreaIndex {
        private final BitSet included;

        Chosen(BitSet included) {
            this.included = included;
        }

        @Override
        public int size() {
            return included.cardinality();
        }

        @Override
        public int first(double longitude, double latitude) {
            return included.isEmpty()
                    ? -1
                    : Arrays.stream(RememberedLayer.this.covering(longitude, latitude))
                            .filter(included::get)
                            .findFirst()
                            .orElse(-1);
        }

        @Override
        public void covering(double longitude, double latitude, IntConsumer visitor) {
            if (included.isEmpty()) {
                return;
            }
            for (int record : RememberedLayer.this.covering(longitude, latitude)) {
                if (included.get(record)) {
                    visitor.accept(record);
                }
            }
        }

        @Override
        public Envelope extent() {
            return included.isEmpty() ? new Envelope() : areas.get().extent();
        }
    }

    @Override
    public int ordinal() {
        return layer.ordinal();
    }

    @Override
    public String id() {
        return layer.id();
    }

    @Override
    public LayerKind kind() {
        return layer.kind();
    }

    @Override
    public EvidenceClass evidenceClass() {
        return layer.evidenceClass();
    }

    @Override
    public String source() {
        return layer.source();
    }

    @Override
    public @Nullable LocalDate asOf() {
        return layer.asOf();
    }

    @Override
    public int size() {
        return layer.size();
    }

    @Override
    public String recordId(int record) {
        return layer.recordId(record);
    }

    @Override
    public boolean hasField(String field) {
        return layer.hasField(field);
    }

    @Override
    public double[] numbers(String field) {
        return layer.numbers(field);
    }

    @Override
    @SuppressWarnings("NullAway") // does not see the annotation of the array's elements in the compiled interface
    public @Nullable String[] texts(String field) {
        return layer.texts(field);
    }

    @Override
    public int[] dates(String field) {
        return layer.dates(field);
    }

    @Override
    public boolean isLocated(int record) {
        return layer.isLocated(record);
    }

    @Override
    public boolean isArea(int record) {
        return layer.isArea(record);
    }

    @Override
    public @Nullable Geometry geometry(int record) {
        return layer.geometry(record);
    }

    @Override
    public double longitude(int record) {
        return layer.longitude(record);
    }

    @Override
    public double latitude(int record) {
        return layer.latitude(record);
    }

    @Override
    public PointIndex points(IntPredicate include) {
        return layer.points(include);
    }

    @Override
    public ShapeIndex shapes(IntPredicate include) {
        return layer.shapes(include);
    }

    @Override
    public Optional<GeometryRole> role() {
        return layer.role();
    }
}
