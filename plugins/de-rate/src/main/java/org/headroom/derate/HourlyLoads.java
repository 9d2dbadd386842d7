package org.headroom.derate;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import org.headroom.model.EvidenceClass;
import org.headroom.model.LayerField;
import org.headroom.model.LayerKind;
import org.headroom.spi.FeatureLayer;
import org.jspecify.annotations.Nullable;

/** The hourly load of areas, from layers whose records are hours. What has no area, day or figure is left out. Immutable. */
final class HourlyLoads {
    /** The load of an area, an hour a record, without a place: the area is the boundary of the same code. */
    static final LayerKind KIND = new LayerKind(
            "hourly-load",
            LayerField.text("areaCode", "area whose load it is: code of a boundary of kind MARKET, UTILITY or ZONE")
                    .asRequired(),
            LayerField.date("loadDate", "day of the hour, as the area counts its days")
                    .asRequired(),
            LayerField.number("loadMw", "MW", "mean load of the hour").between(0, 2_000_000));

    private final Map<String, Area> areas = new TreeMap<>();

    HourlyLoads(Iterable<FeatureLayer> layers) {
        for (FeatureLayer layer : layers) {
            @Nullable String[] codes = layer.texts("areaCode");
            int[] days = layer.dates("loadDate");
            double[] loads = layer.numbers("loadMw");
            for (int record = 0; record < layer.size(); record++) {
                String code = codes[record];
                if (code != null && days[record] != FeatureLayer.NO_DATE && loads[record] >= 0) {
                    areas.computeIfAbsent(code, name -> new Area())
                            .add(LocalDate.ofEpochDay(days[record]).getMonthValue() - 1, loads[record], layer);
                }
            }
        }
    }

    boolean isEmpty() {
        return areas.isEmpty();
    }

    /** The load of an area; null where no hour of it is on record. */
    @Nullable
    Area find(@Nullable String code) {
        return code == null ? null : areas.get(code);
    }

    /** What is on record of one area. */
    static final class Area {
        private final double[][] byMonth = new double[Seasons.MONTHS][0];
        private final int[] hours = new int[Seasons.MONTHS];
        private EvidenceClass evidence = EvidenceClass.REPORTED;

        private void add(int month, double loadMw, FeatureLayer layer) {
            if (hours[month] == byMonth[month].length) {
                byMonth[month] = Arrays.copyOf(byMonth[month], Math.max(1_024, 2 * hours[month]));
            }
            byMonth[month][hours[month]++] = loadMw;
            evidence = EvidenceClass.weaker(evidence, layer.evidenceClass());
        }

        /** Whether every month has a part of the hours, and all together are enough. */
        boolean isWhole(double minimumHours) {
            return Arrays.stream(hours).sum() >= minimumHours
                    && Arrays.stream(hours).allMatch(count -> count > 0);
        }

        double[] roomMw(Seasons seasons) {
            double[][] filled = new double[Seasons.MONTHS][];
            Arrays.setAll(filled, month -> Arrays.copyOf(byMonth[month], hours[month]));
            return seasons.roomMw(filled);
        }

        EvidenceClass evidence() {
            return evidence;
        }
    }
}
