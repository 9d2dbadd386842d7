package org.headroom.derate;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.IntConsumer;
import org.headroom.model.EvidenceClass;
import org.headroom.model.UnknownReason;
import org.headroom.spi.AreaIndex;
import org.headroom.spi.FeatureLayer;
import org.headroom.spi.MeasurementColumn;
import org.jspecify.annotations.Nullable;

/**
 * Flexible headroom of the areas over a place; worked out once for each. Where several areas with a load cover it, the figure lies between theirs; where one of
 * them has too few hours, nothing is known. Immutable and safe for several threads.
 */
final class AreaHeadroom {
    private static final Set<String> KINDS = Set.of("MARKET", "UTILITY", "ZONE");

    /** Mark of an area whose hours are too few. */
    private static final double TOO_FEW = -1;

    private final boolean isEmpty;
    private final List<Boundaries> boundaries = new ArrayList<>();
    private EvidenceClass evidence = EvidenceClass.ESTIMATED;

    AreaHeadroom(HourlyLoads loads, List<FeatureLayer> boundaryLayers, FlexibleParameters parameters) {
        isEmpty = loads.isEmpty();
        for (FeatureLayer layer : boundaryLayers) {
            @Nullable String[] kinds = layer.texts("boundaryKind");
            @Nullable String[] codes = layer.texts("code");
            double[] megawatts = new double[layer.size()];
            AreaIndex areas = layer.areas(record -> {
                String kind = kinds[record];
                return kind != null && KINDS.contains(kind) && loads.find(codes[record]) != null;
            });
            if (isEmpty || areas.size() == 0) {
                continue;
            }
            for (int record = 0; record < megawatts.length; record++) {
                HourlyLoads.Area area = loads.find(codes[record]);
                if (area != null) {
                    megawatts[record] = area.isWhole(parameters.minimumHours())
                            ? FlexibleLoad.largestMw(
                                    area.roomMw(parameters.seasons()), parameters.curtailmentFraction())
                            : TOO_FEW;
                    evidence = EvidenceClass.weaker(evidence, area.evidence());
                }
            }
            evidence = EvidenceClass.weaker(evidence, layer.evidenceClass());
            boundaries.add(new Boundaries(areas, megawatts));
        }
    }

    void write(MeasurementColumn out, int site, double longitude, double latitude) {
        if (isEmpty) {
            out.setUnknown(site, UnknownReason.NO_LAYER);
            return;
        }
        Found found = new Found();
        for (Boundaries layer : boundaries) {
            found.megawatts = layer.megawatts;
            layer.areas.covering(longitude, latitude, found);
        }
        if (found.low > found.high) {
            out.setUnknown(site, UnknownReason.OUTSIDE_COVERAGE);
        } else if (found.low == TOO_FEW) {
            out.setUnknown(site, UnknownReason.TOO_FEW_RECORDS);
        } else {
            out.setInterval(site, found.low, found.high, evidence);
        }
    }

    private record Boundaries(
            AreaIndex areas,
            @SuppressWarnings("ArrayRecordComponent") double[] megawatts) {}

    /** Least and greatest of what covers one place. */
    private static final class Found implements IntConsumer {
        private double[] megawatts = {};
        private double low = Double.POSITIVE_INFINITY;
        private double high = Double.NEGATIVE_INFINITY;

        @Override
        public void accept(int record) {
            low = Math.min(low, megawatts[record]);
            high = Math.max(high, megawatts[record]);
        }
    }
}
