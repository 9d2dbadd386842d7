package org.headroom.timetopower;

import java.time.LocalDate;
import java.util.List;
import org.headroom.model.EvidenceClass;
import org.headroom.model.RampStep;
import org.headroom.model.UnknownReason;
import org.headroom.spi.MeasurementBlock;
import org.headroom.spi.MeasurementColumn;

/** The columns of a ramp: what a site has by the first day of each year, at the median. Beyond the ramp nothing is asked. For one thread. */
final class RampMw {
    private final List<RampStep> steps;
    private final double[] firstDays;
    private final List<MeasurementColumn> columns;

    RampMw(List<RampStep> steps, MeasurementBlock out) {
        this.steps = steps;
        firstDays = steps.stream()
                .mapToDouble(step -> LocalDate.of(step.year(), 1, 1).toEpochDay())
                .toArray();
        columns = TimeCriteria.RAMP.stream().map(out::column).toList();
    }

    /**
     * Writes a site.
     *
     * @param leastMw least usable right, MW
     * @param mostMw greatest usable right, MW
     * @param refitDay when it is refitted, days since 1970-01-01
     * @param soonestDay when a new connection is there at best
     * @param latestDay when it is there at worst
     */
    void write(
            int site,
            double leastMw,
            double mostMw,
            double refitDay,
            double soonestDay,
            double latestDay,
            EvidenceClass evidence) {
        for (int i = 0; i < columns.size(); i++) {
            if (i < steps.size()) {
                double wantedMw = steps.get(i).loadMw();
                boolean isRefitted = refitDay <= firstDays[i];
                columns.get(i)
                        .setInterval(
                                site,
                                latestDay <= firstDays[i] ? wantedMw : isRefitted ? Math.min(wantedMw, leastMw) : 0,
                                soonestDay <= firstDays[i] ? wantedMw : isRefitted ? Math.min(wantedMw, mostMw) : 0,
                                evidence);
            } else {
                columns.get(i).setUnknown(site, UnknownReason.NOT_CHECKED);
            }
        }
    }
}
