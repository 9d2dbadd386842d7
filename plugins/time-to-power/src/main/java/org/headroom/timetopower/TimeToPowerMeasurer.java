package org.headroom.timetopower;

import java.time.LocalDate;
import java.util.Arrays;
import org.headroom.model.EvidenceClass;
import org.headroom.model.LoadRequest;
import org.headroom.spi.MeasurementBlock;
import org.headroom.spi.MeasurementColumn;
import org.headroom.spi.Measurer;
import org.headroom.spi.SiteBlock;
import org.jspecify.annotations.Nullable;

/** Fills the columns from what other modules measured. What they do not know widens the figures, and leaves none unknown. Immutable and safe for several threads. */
final class TimeToPowerMeasurer implements Measurer {
    private static final double DAYS_PER_MONTH = 365.25 / 12;

    private final TimeParameters parameters;
    private final LoadRequest request;
    private final double askedMw;
    private final double today;
    private final Draws draws = new Draws();
    private final NewConnection connection;

    TimeToPowerMeasurer(TimeParameters parameters, LoadRequest request, LocalDate evaluationDate) {
        this.parameters = parameters;
        this.request = request;
        this.askedMw = request.requestedLoadMw();
        this.today = evaluationDate.toEpochDay();
        this.connection = new NewConnection(parameters, draws);
    }

    @Override
    public void measure(SiteBlock sites, MeasurementBlock out) {
        QueueDraws queue = new QueueDraws(sites, parameters, draws);
        Release release = new Release(sites, parameters);
        UsableRight right = new UsableRight(sites);
        MeasurementColumn distance = sites.measured(TimeCriteria.DISTANCE);
        NewConnection look = new NewConnection(connection);
        MeasurementColumn p50 = out.column(TimeCriteria.P50);
        MeasurementColumn p90 = out.column(TimeCriteria.P90);
        MeasurementColumn binding = out.column(TimeCriteria.BINDING);
        MeasurementColumn fresh = out.column(TimeCriteria.NEW_CONNECTION);
        MeasurementColumn saves = out.column(TimeCriteria.RIGHT_SAVES);
        MeasurementColumn date50 = out.column(TimeCriteria.DATE_P50);
        MeasurementColumn date90 = out.column(TimeCriteria.DATE_P90);
        RampMw ramp = new RampMw(request.ramp(), out);
        Spread refit = parameters.refit();
        double refitDay = after(refit.p50());
        int[] longest = new int[Step.values().length];
        for (int site = 0; site < sites.size(); site++) {
            EvidenceClass evidence = evidence(queue, site);
            Arrays.fill(longest, 0);
            double[] soonest = queue.lower(site);
            double[] latest = queue.upper(site);
            look.look(soonest, release.lower(site), shortest(distance, site), longest);
            double lower50 = look.p50();
            double lower90 = look.p90();
            boolean isExact = soonest == latest
                    && release.lower(site) == release.upper(site)
                    && shortest(distance, site) == farthest(distance, site);
            if (!isExact) {
                look.look(latest, release.upper(site), farthest(distance, site), longest);
            }
            double upper50 = look.p50();
            double upper90 = look.p90();
            boolean mayRefit = right.upper(site) >= askedMw;
            boolean refits = right.lower(site) >= askedMw;
            // Whoever may refit waits for a new connection only where that is sooner.
            double low50 = mayRefit ? Math.min(refit.p50(), lower50) : lower50;
            double high50 = refits ? Math.min(refit.p50(), upper50) : upper50;
            double low90 = mayRefit ? Math.min(refit.p90(), lower90) : lower90;
            double high90 = refits ? Math.min(refit.p90(), upper90) : upper90;
            EvidenceClass ofTime = refits ? EvidenceClass.ESTIMATED : evidence;
            p50.setInterval(site, low50, high50, ofTime);
            p90.setInterval(site, low90, high90, ofTime);
            date50.setInterval(site, after(low50), after(high50), ofTime);
            date90.setInterval(site, after(low90), after(high90), ofTime);
            binding.set(site, refits ? Step.REFIT.ordinal() : mostOften(longest), ofTime);
            ramp.write(site, right.lower(site), right.upper(site), refitDay, after(lower50), after(upper50), ofTime);
            fresh.setInterval(site, lower50, upper50, evidence);
            saves.setInterval(site, Math.max(0, lower50 - refit.p50()), Math.max(0, upper50 - refit.p50()), evidence);
        }
    }

    /** The day so many months after the evaluation date, days since 1970-01-01. */
    private double after(double months) {
        return Math.round(today + months * DAYS_PER_MONTH);
    }

    /** Never better than an estimate; a stand-in where the queue's curve is one, or is not known. */
    private static EvidenceClass evidence(QueueDraws queue, int site) {
        MeasurementColumn median = queue.median();
        return median == null || !queue.isKnown(site)
                ? EvidenceClass.FALLBACK
                : EvidenceClass.weaker(EvidenceClass.ESTIMATED, median.evidence(site));
    }

    private static double shortest(@Nullable MeasurementColumn distance, int site) {
        return distance != null && distance.isKnown(site) ? distance.lower(site) : 0;
    }

    private double farthest(@Nullable MeasurementColumn distance, int site) {
        return distance != null && distance.isKnown(site) ? distance.upper(site) : parameters.unknownTieLineKm();
    }

    private static int mostOften(int[] longest) {
        int most = 0;
        for (int step = 1; step < longest.length; step++) {
            if (longest[step] > longest[most]) {
                most = step;
            }
        }
        return most;
    }
}
