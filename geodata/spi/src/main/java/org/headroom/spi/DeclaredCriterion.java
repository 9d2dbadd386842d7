package org.headroom.spi;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.Set;
import org.headroom.model.Criterion;
import org.jspecify.annotations.Nullable;

/**
 * A criterion that a policy declares over layers, for a module that {@linkplain ScoringModule#declaring takes} such ones. Checked as a whole
 * by whoever reads it, but for what hangs on the layers: these may be missing, or lack the field.
 *
 * @param criterion what rules and tables name
 * @param measure how it is measured
 * @param layers ids of the layers whose records count, as if they were one; not empty
 * @param where conditions that a record must meet to count; all of them, none for every record
 * @param field the field of the layers that is read; null for a measure that {@linkplain Measure#readsField reads none}
 * @param over which part of the earth stands for a site
 * @param radiusKm radius of the circle round a site that is a point, or of every site with {@link Over#CIRCLE}; NaN where there is none
 * @param maximumDistanceKm how far a record may lie to be found; infinite for no limit
 * @param combine how several values become one
 * @param threshold the quantile, from 0 to 1, or the value that {@link Combine#SHARE_ABOVE} and {@link Combine#SHARE_BELOW} compare with; else NaN
 * @param coverage where the layers know everything, so that finding nothing means that there is nothing; of grids, where their cells mean something
 * @param otherwise what {@link Measure#VALUE_AT} gives where the layers know everything and no area lies; empty for UNKNOWN
 */
public record DeclaredCriterion(
        Criterion criterion,
        Measure measure,
        List<String> layers,
        List<FieldCondition> where,
        @Nullable String field,
        Over over,
        double radiusKm,
        double maximumDistanceKm,
        Combine combine,
        double threshold,
        Coverage coverage,
        OptionalDouble otherwise) {
    public DeclaredCriterion {
        layers = List.copyOf(layers);
        where = List.copyOf(where);
        if (layers.isEmpty()) {
            throw new IllegalArgumentException("criterion " + criterion.id() + " names no layer");
        }
    }

    /** How a criterion is measured. */
    public enum Measure {
        /** Geodesic distance to the nearest record, km; 0 within it. */
        DISTANCE_TO(false, true),
        /** Number of records within. */
        COUNT_WITHIN(false, true),
        /** Sum of a field over the records within. */
        SUM_WITHIN(true, true),
        /** A field of the nearest record. */
        VALUE_AT_NEAREST(true, false),
        /** A field of the area in which a site lies. */
        VALUE_AT(true, false),
        /** Share that areas cover, from 0 to 1. */
        SHARE_COVERED(false, true),
        /** A grid's value at the site. */
        RASTER_VALUE(true, false),
        /** A figure of a grid's cells within. */
        RASTER_STATISTIC(true, false);

        private final boolean readsField;
        private final boolean needsCoverage;

        Measure(boolean readsField, boolean needsCoverage) {
            this.readsField = readsField;
            this.needsCoverage = needsCoverage;
        }

        /** Whether it reads a field of the layers. */
        public boolean readsField() {
            return readsField;
        }

        /** Whether finding nothing is an answer, so that it must be said where the layers know everything. */
        public boolean needsCoverage() {
            return needsCoverage;
        }

        /** Whether it reads grids rather than records. */
        public boolean isRaster() {
            return this == RASTER_VALUE || this == RASTER_STATISTIC;
        }

        /** The name in policies: {@code distanceTo} for DISTANCE_TO. */
        public String id() {
            StringBuilder id = new StringBuilder();
            for (String word : name().toLowerCase(Locale.ROOT).split("_", -1)) {
                id.append(id.isEmpty() ? word : Character.toUpperCase(word.charAt(0)) + word.substring(1));
            }
            return id.toString();
        }
    }

    /** Which part of the earth stands for a site. */
    public enum Over {
        /** Its place, which of an area is a point inside. */
        POINT,
        /** Its own area; its place, or a circle where there is a radius, for a site that is a point. */
        SITE,
        /** A circle round its place. */
        CIRCLE
    }

    /** How several values become one. */
    public enum Combine {
        /** By what their areas, or the cells, measure. */
        MEAN,
        MINIMUM,
        MAXIMUM,
        /** The value of the record that covers most. */
        LARGEST,
        /** From the smallest to the greatest, as an interval. */
        RANGE,
        QUANTILE,
        /** Share of the cells above the threshold. */
        SHARE_ABOVE,
        /** Share of the cells below the threshold. */
        SHARE_BELOW,
        /** The cell in which the place lies. */
        NEAREST,
        /** Between the four nearest cells. */
        BILINEAR
    }

    /**
     * Where the layers know everything.
     *
     * @param extent where
     * @param layer id of the layer whose areas say so; null but for {@link Extent#LAYER}
     */
    public record Coverage(Extent extent, @Nullable String layer) {
        /** At every site. */
        public static final Coverage EVERYWHERE = new Coverage(Extent.EVERYWHERE, null);

        /** What the layers know everything of. */
        public enum Extent {
            EVERYWHERE,
            /** Within the box of longitudes and latitudes in which their records, those that do not count too, lie. */
            RECORDS,
            /** Within the areas of a layer. */
            LAYER
        }
    }

    /** Ids of all layers that it needs: those that count, and the one that says where they know everything. */
    public Set<String> layerIds() {
        Set<String> ids = new LinkedHashSet<>(layers);
        if (coverage.layer() != null) {
            ids.add(coverage.layer());
        }
        return ids;
    }
}
