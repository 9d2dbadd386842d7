package org.headroom.timetopower;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.headroom.spi.MeasurementColumn;
import org.headroom.spi.SiteBlock;
import org.jspecify.annotations.Nullable;

/**
 * Months from a request to service, in each draw, as the queue's module measured their quantiles at the sites of one block: at the lower ends and at the
 * upper ones. Most sites of a block lie in few markets, so what was worked out for one is kept for the others. For one thread.
 */
final class QueueDraws {
    private final @Nullable MeasurementColumn p10;
    private final @Nullable MeasurementColumn p50;
    private final @Nullable MeasurementColumn p90;
    private final double[] deviates;
    private final double[] none = new double[Draws.COUNT];
    private final double[] unknown;
    private final Map<Spread, double[]> known = new HashMap<>();
    private double[] lastBelow = none;
    private double[] lastAbove = none;
    private double[] lastUpper = none;

    QueueDraws(SiteBlock sites, TimeParameters parameters, Draws draws) {
        p10 = sites.measured(TimeCriteria.QUEUE_P10);
        p50 = sites.measured(TimeCriteria.QUEUE_P50);
        p90 = sites.measured(TimeCriteria.QUEUE_P90);
        deviates = draws.of(0);
        unknown = parameters.unknownQueue().at(deviates);
    }

    /** The column of the median; null where no module measures it. */
    @Nullable
    MeasurementColumn median() {
        return p50;
    }

    boolean isKnown(int site) {
        return p10 != null && p50 != null && p90 != null && p10.isKnown(site) && p50.isKnown(site) && p90.isKnown(site);
    }

    /** At the lower ends; no time at all where nothing is known. Do not write to it. */
    double[] lower(int site) {
        if (p10 == null || p50 == null || p90 == null || !isKnown(site)) {
            return none;
        }
        return of(p10.lower(site), p50.lower(site), p90.lower(site));
    }

    /** At the upper ends, in no draw below the lower ones. Do not write to it. */
    double[] upper(int site) {
        if (p10 == null || p50 == null || p90 == null || !isKnown(site)) {
            return unknown;
        }
        double[] above = of(p10.upper(site), p50.upper(site), p90.upper(site));
        double[] below = lower(site);
        if (above == below) {
            return above;
        }
        if (above != lastAbove || below != lastBelow) {
            lastAbove = above;
            lastBelow = below;
            lastUpper = Arrays.copyOf(above, above.length);
            for (int i = 0; i < lastUpper.length; i++) {
                lastUpper[i] = Math.max(lastUpper[i], below[i]);
            }
        }
        return lastUpper;
    }

    private double[] of(double tenth, double half, double ninth) {
        double middle = Math.max(tenth, half);
        return known.computeIfAbsent(new Spread(tenth, middle, Math.max(middle, ninth)), spread -> spread.at(deviates));
    }
}
