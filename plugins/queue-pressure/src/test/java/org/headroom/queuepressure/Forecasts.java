package org.headroom.queuepressure;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.headroom.queuepressure.AalenJohansen.Outcome;
import org.headroom.spi.FeatureLayer;

/**
 * What could be foretold on a day from the requests that stood in the queues then: by the module's curves, and by what is usual instead. Each of the two
 * others is reckoned for each market, and for each class of size in it that has a hundred requests.
 */
final class Forecasts {
    private static final int FEWEST = 100;

    private final QueueParameters parameters = TestParameters.standard();
    private final MarketCurves curves;
    private final Map<String, List<Watched>> strata = new HashMap<>();

    Forecasts(FeatureLayer layer, LocalDate day) {
        RequestStates states = new RequestStates(layer, day);
        curves = new MarketCurves(List.of(states), parameters);
        String[] markets = layer.texts("market");
        double[] sizes = layer.numbers("requestedMw");
        for (int record = 0; record < layer.size(); record++) {
            int days = states.watchedDays(record, parameters.earliestQueueDay());
            if (days >= 0) {
                Watched watched = new Watched(days, states.outcome(record));
                for (String stratum : new String[] {markets[record], name(markets[record], sizes[record])}) {
                    strata.computeIfAbsent(stratum, key -> new ArrayList<>()).add(watched);
                }
            }
        }
    }

    private String name(String market, double mw) {
        return market + " " + parameters.sizeClasses().of(mw);
    }

    /** By the module: probability that a request, open at an age, is in service within a time. */
    double ofModule(String market, double mw, double ageDays, double withinDays) {
        AalenJohansen curve = curves.find(Side.GENERATION, curves.numberOf(market), mw);
        return middle(curve, ageDays, withinDays);
    }

    /** By Kaplan and Meier: what is withdrawn might still have come. */
    double ofKaplanMeier(String market, double mw, boolean byClass, double ageDays, double withinDays) {
        return middle(kaplanMeier.computeIfAbsent(key(market, mw, byClass), this::kaplanMeier), ageDays, withinDays);
    }

    private final Map<String, AalenJohansen> kaplanMeier = new HashMap<>();

    private AalenJohansen kaplanMeier(String stratum) {
        List<Watched> watched = strata.getOrDefault(stratum, List.of());
        return new AalenJohansen(
                watched.stream().mapToInt(Watched::days).toArray(),
                watched.stream()
                        .map(w -> w.outcome == Outcome.WITHDRAWN ? Outcome.ACTIVE : w.outcome)
                        .toArray(Outcome[]::new));
    }

    /** By the median of what went into service: all of them are there by then, and none before. */
    double ofMedian(String market, double mw, boolean byClass, double ageDays, double withinDays) {
        double median = medians.computeIfAbsent(key(market, mw, byClass), this::median);
        return median <= ageDays + withinDays ? 1 : 0;
    }

    private final Map<String, Double> medians = new HashMap<>();

    private double median(String stratum) {
        int[] days = strata.getOrDefault(stratum, List.of()).stream()
                .filter(w -> w.outcome == Outcome.IN_SERVICE)
                .mapToInt(Watched::days)
                .sorted()
                .toArray();
        return Arrays.stream(days).skip((days.length - 1) / 2).findFirst().orElse(Integer.MAX_VALUE);
    }

    private String key(String market, double mw, boolean byClass) {
        String stratum = name(market, mw);
        return byClass && strata.getOrDefault(stratum, List.of()).size() >= FEWEST ? stratum : market;
    }

    private static double middle(AalenJohansen curve, double ageDays, double withinDays) {
        return (curve.inServiceWithinLower(ageDays, withinDays) + curve.inServiceWithinUpper(ageDays, withinDays)) / 2;
    }

    /** Mean square of what was foretold less what came: Brier (1950), "Verification of forecasts expressed in terms of probability". */
    static <T> double brier(List<T> cases, Function<T, Double> foretold, Function<T, Boolean> came) {
        return cases.stream()
                .mapToDouble(one -> foretold.apply(one) - (came.apply(one) ? 1 : 0))
                .map(miss -> miss * miss)
                .average()
                .orElseThrow();
    }

    private record Watched(int days, Outcome outcome) {}
}
