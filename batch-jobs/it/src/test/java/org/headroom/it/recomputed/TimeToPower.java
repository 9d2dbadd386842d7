package org.headroom.it.recomputed;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * When a site could draw the load: the longest of queue, permits, transformer and tie-line, each a distribution through three of its quantiles, by
 * the product of the distributions and a sum over the months of commissioning. No points are drawn.
 */
public final class TimeToPower {
    private static final double DAYS_A_MONTH = 365.25 / 12;
    private static final double MOST_MONTHS = 480;
    private static final double PRECISE_MONTHS = 0.001;
    private static final int SLICES = 40;

    private final Parameters parameters;
    private final double loadMw;
    private final int loadClass;
    private final double[] commissioningMonths = new double[SLICES];
    private final Step refit;
    private final Map<List<Double>, NewConnection> made = new HashMap<>();
    private final Map<NewConnection, Map<Double, Double>> quantiles = new HashMap<>();

    /** Steps of a new connection. */
    private record NewConnection(
            Step queue, double releaseMonths, Step permit, Step transformer, Step.Together tieLine) {}

    /** Reads the parameters of the policy. */
    public TimeToPower(Path policy, double loadMw) {
        this.loadMw = loadMw;
        parameters = new Parameters(policy, "time-to-power");
        double[] classes = parameters.numbers("connectionMw");
        int found = 0;
        while (found < classes.length - 1 && loadMw > classes[found]) {
            found++;
        }
        loadClass = found;
        for (int slice = 0; slice < SLICES; slice++) {
            commissioningMonths[slice] = step("commissioningMonths").quantile((slice + 0.5) / SLICES);
        }
        refit = step("refitMonths");
    }

    private Step step(String name) {
        double[] months = parameters.numbers(name);
        return new Step(months[0], months[1], months[2]);
    }

    private double ofClass(String name) {
        return parameters.numbers(name)[loadClass];
    }

    /** The criteria of a site, from what else is known of it by name. */
    public Map<String, Measured> of(Function<String, Measured> site) {
        NewConnection soonest = connection(site, false);
        NewConnection latest = connection(site, true);
        Measured median = Measured.between(quantile(soonest, 0.5), quantile(latest, 0.5));
        Measured right = site.apply("usableRightMw");
        boolean mayRefit = !right.isKnown() || right.high() >= loadMw;
        boolean surelyRefits = right.isKnown() && right.low() >= loadMw;
        boolean isPooled = site.apply("queueMonthsP50").isFallback();
        Map<String, Measured> all = new TreeMap<>();
        all.put("newConnectionMonthsP50", marked(median, isPooled));
        double saved = refit.quantile(0.5);
        all.put(
                "rightSavesMonths",
                marked(
                        Measured.between(Math.max(0, median.low() - saved), Math.max(0, median.high() - saved)),
                        isPooled));
        all.put("timeToPowerMonthsP50", whole(soonest, latest, 0.5, mayRefit, surelyRefits, isPooled));
        all.put("timeToPowerMonthsP90", whole(soonest, latest, 0.9, mayRefit, surelyRefits, isPooled));
        return all;
    }

    private Measured whole(
            NewConnection soonest,
            NewConnection latest,
            double share,
            boolean mayRefit,
            boolean surelyRefits,
            boolean isPooled) {
        double low = quantile(soonest, share);
        double high = quantile(latest, share);
        return marked(
                Measured.between(
                        mayRefit ? Math.min(low, refit.quantile(share)) : low,
                        surelyRefits ? Math.min(high, refit.quantile(share)) : high),
                isPooled && !surelyRefits);
    }

    private static Measured marked(Measured months, boolean isPooled) {
        return isPooled ? months.asFallback() : months;
    }

    private NewConnection connection(Function<String, Measured> site, boolean isLatest) {
        double[] queue = new double[3];
        List<String> names = List.of("queueMonthsP10", "queueMonthsP50", "queueMonthsP90");
        for (int i = 0; i < queue.length; i++) {
            Measured months = site.apply(names.get(i));
            queue[i] = end(months, isLatest, 0, parameters.numbers("unknownQueueMonths")[i]);
        }
        double km = end(site.apply("distanceToInterconnectionKm"), isLatest, 0, parameters.number("unknownTieLineKm"));
        double release = release(site.apply("moratoriumGate"), site.apply("moratoriumDaysLeft"), isLatest);
        return made.computeIfAbsent(
                List.of(queue[0], queue[1], queue[2], km, release),
                key -> new NewConnection(
                        new Step(queue[0], queue[1], queue[2]),
                        release,
                        step("permitMonths"),
                        transformer(),
                        tieLine(km)));
    }

    private static double end(Measured known, boolean isLatest, double least, double most) {
        return known.isKnown() ? isLatest ? known.high() : known.low() : isLatest ? most : least;
    }

    private Step transformer() {
        return new Step(
                ofClass("transformerMonthsP10"), ofClass("transformerMonthsP50"), ofClass("transformerMonthsP90"));
    }

    private Step.Together tieLine(double km) {
        return new Step.Together(step("stationMonths"), step("lineMonthsPerKm"), km * ofClass("lineFactor"));
    }

    private double release(Measured gate, Measured daysLeft, boolean isLatest) {
        if (gate.words().equals(List.of("PASS"))) {
            return 0;
        }
        if (gate.words().isEmpty()) {
            return isLatest ? parameters.number("uncheckedReleaseMonths") : 0;
        }
        boolean isSure = gate.words().equals(List.of("FAIL"));
        double least = isSure && daysLeft.isKnown() ? daysLeft.low() / DAYS_A_MONTH : 0;
        return isLatest
                ? daysLeft.isKnown() ? daysLeft.high() / DAYS_A_MONTH : parameters.number("openEndedReleaseMonths")
                : least;
    }

    private double quantile(NewConnection connection, double share) {
        return quantiles
                .computeIfAbsent(connection, one -> new HashMap<>())
                .computeIfAbsent(share, asked -> find(connection, asked));
    }

    private double find(NewConnection connection, double share) {
        double low = 0;
        double high = MOST_MONTHS;
        while (high - low > PRECISE_MONTHS) {
            double middle = (low + high) / 2;
            if (reached(connection, middle) >= share) {
                high = middle;
            } else {
                low = middle;
            }
        }
        return high;
    }

    /** Share of such loads that have power by so many months. */
    private double reached(NewConnection of, double months) {
        double built = 0;
        for (int slice = 0; slice < SLICES; slice++) {
            double left = months - commissioningMonths[slice];
            built += of.permit.reached(left - of.releaseMonths)
                    * of.transformer.reached(left)
                    * of.tieLine.reached(left);
        }
        return of.queue.reached(months) * built / SLICES;
    }

    /** The days to which the months of a site lead. */
    public static Map<String, Measured> dates(Function<String, Measured> site, LocalDate today) {
        Map<String, Measured> dates = new TreeMap<>();
        for (String share : List.of("P50", "P90")) {
            Measured months = site.apply("timeToPowerMonths" + share);
            Measured days = Measured.between(day(today, months.low()), day(today, months.high()));
            dates.put("timeToPowerDate" + share, months.isFallback() ? days.asFallback() : days);
        }
        return dates;
    }

    private static long day(LocalDate today, double months) {
        return Math.round(today.toEpochDay() + months * DAYS_A_MONTH);
    }

    /** The step that is the longest most often, both ends of what is known together. */
    public Measured binding(Function<String, Measured> site) {
        Measured right = site.apply("usableRightMw");
        if (right.isKnown() && right.low() >= loadMw) {
            return Measured.oneOf(List.of("REFIT"));
        }
        Map<String, Double> shares = new TreeMap<>(shares(connection(site, false)));
        shares(connection(site, true)).forEach((step, share) -> shares.merge(step, share, Double::sum));
        Measured longest = Measured.oneOf(List.of(shares.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .orElseThrow()
                .getKey()));
        return marked(longest, site.apply("queueMonthsP50").isFallback());
    }

    private Map<String, Double> shares(NewConnection of) {
        Map<String, Double> shares = new TreeMap<>();
        double[] sums = new double[3];
        for (int slice = 0; slice < SLICES; slice++) {
            double share = (slice + 0.5) / SLICES;
            double permit = of.releaseMonths + of.permit.quantile(share);
            double transformer = of.transformer.quantile(share);
            double tieLine = of.tieLine.quantile(share);
            sums[0] += of.transformer.reached(permit) * of.tieLine.reached(permit) * decides(of, permit);
            sums[1] += of.permit.reached(transformer - of.releaseMonths)
                    * of.tieLine.reached(transformer)
                    * decides(of, transformer);
            sums[2] += of.permit.reached(tieLine - of.releaseMonths)
                    * of.transformer.reached(tieLine)
                    * decides(of, tieLine);
        }
        shares.put("MORATORIUM_OR_PERMIT", sums[0] / SLICES);
        shares.put("TRANSFORMER", sums[1] / SLICES);
        shares.put("TIE_LINE", sums[2] / SLICES);
        double inner = (sums[0] + sums[1] + sums[2]) / SLICES;
        shares.put("STUDY_AND_AGREEMENT", 1 - inner);
        return shares;
    }

    /** Share of queues that are over when what takes so many months is ready. */
    private double decides(NewConnection of, double months) {
        return of.queue.reached(months + commissioningMonths[SLICES / 2]);
    }
}
