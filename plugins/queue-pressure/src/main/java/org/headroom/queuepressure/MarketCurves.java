package org.headroom.queuepressure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One curve for each market, side and class of size, over all queue layers of the project together; one for each market and side; and one
 * for each side, all markets pooled. The curve of a class starts from that of its market, with the weight of the fewest requests that make a curve; a market
 * with too few takes the pooled one. How well they foretell later requests is measured in {@code CohortBackTest}.
 *
 * <p>A market counts only when the layers hold all three of its dated requests in service, withdrawn and active: a list of active
 * requests alone would say that nothing is ever built, a list without dated active ones that everything is decided soon. This is
 * how markets whose finished requests nobody published stay out of the pool. Markets are numbered in their natural order.
 */
final class MarketCurves {
    /** Number of a place without a market. */
    static final int NO_MARKET = -1;

    private final Map<String, Integer> numbers = new TreeMap<>();
    private final SizeClasses sizes;

    /** By market; each market's own, then those of its classes. */
    private final Map<Side, @Nullable AalenJohansen[]> own = new EnumMap<>(Side.class);

    private final Map<Side, AalenJohansen> pooled = new EnumMap<>(Side.class);

    MarketCurves(List<RequestStates> layers, QueueParameters parameters) {
        sizes = parameters.sizeClasses();
        TreeSet<String> found = new TreeSet<>();
        for (RequestStates states : layers) {
            for (String market : states.layer().texts("market")) {
                found.add(nameOf(market));
            }
        }
        found.remove("");
        for (String name : found) {
            numbers.put(name, numbers.size());
        }
        for (Side side : Side.values()) {
            fit(side, watch(side, layers, parameters), parameters.minimumRequests());
        }
    }

    /** What was watched in each market: all of it, then by class of size. */
    private Map<String, Watched[]> watch(Side side, List<RequestStates> layers, QueueParameters parameters) {
        Map<String, Watched[]> byMarket = new TreeMap<>();
        for (RequestStates states : layers) {
            @Nullable String[] markets = states.layer().texts("market");
            double[] megawatts = states.layer().numbers("requestedMw");
            for (int record = 0; record < markets.length; record++) {
                int days = states.watchedDays(record, parameters.earliestQueueDay());
                if (days >= 0 && days <= AalenJohansen.MAXIMUM_DAYS && states.is(side, record)) {
                    Watched[] market = byMarket.computeIfAbsent(nameOf(markets[record]), name -> nobody());
                    AalenJohansen.Outcome outcome = states.outcome(record);
                    market[0].add(days, outcome);
                    int size = sizes.of(megawatts[record]);
                    if (size != SizeClasses.NONE) {
                        market[1 + size].add(days, outcome);
                    }
                }
            }
        }
        return byMarket;
    }

    private Watched[] nobody() {
        return Stream.generate(Watched::new).limit(1L + sizes.count()).toArray(Watched[]::new);
    }

    private void fit(Side side, Map<String, Watched[]> byMarket, int minimumRequests) {
        @Nullable AalenJohansen[] curves = new @Nullable AalenJohansen[numbers.size() * (1 + sizes.count())];
        Watched all = new Watched();
        byMarket.forEach((name, watched) -> {
            if (watched[0].hasAllOutcomes()) {
                all.addAll(watched[0]);
                Integer number = numbers.get(name);
                if (number != null && watched[0].size() >= minimumRequests) {
                    AalenJohansen market = watched[0].curve(null, 0);
                    curves[place(number, SizeClasses.NONE)] = market;
                    for (int part = 1; part < watched.length; part++) {
                        if (watched[part].size() > 0) {
                            curves[place(number, part - 1)] = watched[part].curve(market, minimumRequests);
                        }
                    }
                }
            }
        });
        own.put(side, curves);
        if (all.size() >= minimumRequests) {
            pooled.put(side, all.curve(null, 0));
        }
    }

    private int place(int market, int size) {
        return market * (1 + sizes.count()) + 1 + size;
    }

    /** Number of a market, or {@link #NO_MARKET}. */
    int numberOf(@Nullable String market) {
        return numbers.getOrDefault(nameOf(market), NO_MARKET);
    }

    int count() {
        return numbers.size();
    }

    /** Whether the market has a curve of its own, rather than that of all markets pooled. */
    boolean hasOwn(Side side, int market) {
        return market >= 0 && ownOf(side)[place(market, SizeClasses.NONE)] != null;
    }

    /** The curve of the class of size in the market, else the market's own, else that of all markets pooled, else null. */
    @Nullable
    AalenJohansen find(Side side, int market, double mw) {
        if (market >= 0) {
            @Nullable AalenJohansen[] curves = ownOf(side);
            AalenJohansen ofClass = curves[place(market, sizes.of(mw))];
            AalenJohansen ofMarket = curves[place(market, SizeClasses.NONE)];
            if (ofClass != null || ofMarket != null) {
                return ofClass != null ? ofClass : ofMarket;
            }
        }
        return pooled.get(side);
    }

    private @Nullable AalenJohansen[] ownOf(Side side) {
        @Nullable AalenJohansen[] curves = own.get(side);
        return curves == null ? new @Nullable AalenJohansen[numbers.size() * (1 + sizes.count())] : curves;
    }

    private static String nameOf(@Nullable String market) {
        return market == null ? "" : market;
    }

    private static final class Watched {
        private int[] days = new int[16];
        private final List<AalenJohansen.Outcome> outcomes = new ArrayList<>();

        void add(int watchedDays, AalenJohansen.Outcome outcome) {
            if (outcomes.size() == days.length) {
                days = Arrays.copyOf(days, days.length * 2);
            }
            days[outcomes.size()] = watchedDays;
            outcomes.add(outcome);
        }

        void addAll(Watched other) {
            for (int i = 0; i < other.size(); i++) {
                add(other.days[i], other.outcomes.get(i));
            }
        }

        int size() {
            return outcomes.size();
        }

        boolean hasAllOutcomes() {
            return outcomes.containsAll(List.of(AalenJohansen.Outcome.values()));
        }

        AalenJohansen curve(@Nullable AalenJohansen larger, double weight) {
            return new AalenJohansen(
                    Arrays.copyOf(days, size()), outcomes.toArray(new AalenJohansen.Outcome[0]), larger, weight);
        }
    }
}
