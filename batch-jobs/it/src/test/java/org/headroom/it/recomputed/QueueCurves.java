package org.headroom.it.recomputed;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * How many requests of the past went into service after how many days, withdrawal competing (Aalen and Johansen 1978), by market and class of size;
 * a class starts from its market with the weight of some requests (Hjort 1990).
 */
final class QueueCurves {
    private static final double DAYS_A_YEAR = 365.25;
    private static final double DAYS_A_MONTH = DAYS_A_YEAR / 12;
    private static final double MONTHS_A_YEAR = 12;

    private enum Outcome {
        OPEN,
        IN_SERVICE,
        WITHDRAWN
    }

    private record Request(double mw, long days, Outcome outcome) {}

    /** Of those at risk on a day, how many went into service and how many withdrew. */
    private record Day(double atRisk, double inService, double withdrawn) {}

    /** Share in service and share still waiting, each from a day on. */
    record Curve(TreeMap<Long, double[]> shares, long watchedDays, boolean isPooled) {
        double inService(double days) {
            return at(days)[0];
        }

        double waiting(double days) {
            return at(days)[1];
        }

        private double[] at(double days) {
            Map.Entry<Long, double[]> entry = shares.floorEntry((long) Math.floor(days));
            return entry == null ? new double[] {0, 1} : entry.getValue();
        }

        private double monthsTo(double share, double horizonYears) {
            for (Map.Entry<Long, double[]> entry : shares.entrySet()) {
                if (entry.getValue()[0] >= share) {
                    return Math.min(MONTHS_A_YEAR * horizonYears, entry.getKey() / DAYS_A_MONTH);
                }
            }
            return MONTHS_A_YEAR * horizonYears;
        }
    }

    private final Map<String, List<Request>> byMarket = new HashMap<>();
    private final Set<String> counting = new HashSet<>();
    private final Map<String, Curve> curves = new HashMap<>();
    private final double[] bounds;
    private final double minimum;
    private final double horizonYears;
    private final double waitHorizonYears;

    QueueCurves(Path data, Parameters parameters, LocalDate described) {
        bounds = parameters.numbers("sizeClassBoundsMw");
        minimum = parameters.number("minimumRequests");
        horizonYears = parameters.number("horizonYears");
        waitHorizonYears = parameters.number("waitHorizonYears");
        for (NamedCsvRecord row : Rows.of(data.resolve("queue-cohorts.csv"))) {
            Request request = request(row, described, (int) parameters.number("earliestQueueYear"));
            if (request != null) {
                byMarket.computeIfAbsent(row.getField("market"), market -> new ArrayList<>())
                        .add(request);
            }
        }
        byMarket.forEach((market, requests) -> {
            boolean hasAll = List.of(Outcome.values()).stream()
                    .allMatch(outcome -> requests.stream().anyMatch(request -> request.outcome == outcome));
            if (hasAll && requests.size() >= minimum) {
                counting.add(market);
            }
        });
    }

    private static @Nullable Request request(NamedCsvRecord row, LocalDate described, int earliestYear) {
        LocalDate entered = day(row, "queue_date");
        if (entered == null || entered.getYear() < earliestYear || entered.isAfter(described)) {
            return null;
        }
        double mw = Rows.number(row, "mw");
        boolean isOpen = row.getField("status").equals("ACTIVE");
        boolean isWithdrawn = row.getField("status").equals("WITHDRAWN");
        LocalDate end = day(row, isWithdrawn ? "withdrawn_date" : "in_service_date");
        if (isOpen || end != null && end.isAfter(described)) {
            return new Request(mw, ChronoUnit.DAYS.between(entered, described), Outcome.OPEN);
        }
        return end == null || !end.isAfter(entered)
                ? null
                : new Request(
                        mw,
                        ChronoUnit.DAYS.between(entered, end),
                        isWithdrawn ? Outcome.WITHDRAWN : Outcome.IN_SERVICE);
    }

    private static @Nullable LocalDate day(NamedCsvRecord row, String column) {
        return row.getField(column).isBlank() ? null : LocalDate.parse(row.getField(column));
    }

    /** The curve for a request of a size; that of all markets together where the market has none of its own. */
    Curve of(String market, double mw) {
        if (!counting.contains(market)) {
            return curves.computeIfAbsent("", all -> pooled());
        }
        Curve whole = curves.computeIfAbsent(market, name -> curve(byMarket.get(name), null));
        if (!(mw > 0)) {
            return whole;
        }
        int size = sizeClass(mw);
        return curves.computeIfAbsent(
                market + " " + size,
                name -> curve(
                        byMarket.get(market).stream()
                                .filter(request -> request.mw > 0 && sizeClass(request.mw) == size)
                                .toList(),
                        byMarket.get(market)));
    }

    private int sizeClass(double mw) {
        int size = 0;
        while (size < bounds.length && mw > bounds[size]) {
            size++;
        }
        return size;
    }

    private Curve pooled() {
        List<Request> all = counting.stream()
                .flatMap(market -> byMarket.get(market).stream())
                .toList();
        Curve curve = curve(all, null);
        return new Curve(curve.shares, curve.watchedDays, true);
    }

    private Curve curve(List<Request> requests, @Nullable List<Request> market) {
        TreeMap<Long, Day> own = days(requests);
        TreeMap<Long, Day> prior = market == null ? new TreeMap<>() : days(market);
        double weight = market == null ? 0 : minimum;
        TreeMap<Long, Day> all = new TreeMap<>(prior);
        all.putAll(own);
        TreeMap<Long, double[]> shares = new TreeMap<>();
        double inService = 0;
        double waiting = 1;
        for (long day : all.keySet()) {
            Map.Entry<Long, Day> next = own.ceilingEntry(day);
            Day here = own.getOrDefault(day, new Day(next == null ? 0 : next.getValue().atRisk, 0, 0));
            Day there = prior.getOrDefault(day, new Day(1, 0, 0));
            double built = (here.inService + weight * there.inService / there.atRisk) / (here.atRisk + weight);
            double gone = (here.withdrawn + weight * there.withdrawn / there.atRisk) / (here.atRisk + weight);
            inService += waiting * built;
            waiting *= 1 - built - gone;
            shares.put(day, new double[] {inService, waiting});
        }
        return new Curve(shares, shares.lastKey(), false);
    }

    /** Each day on which a request ends or is last seen. */
    private static TreeMap<Long, Day> days(List<Request> requests) {
        TreeMap<Long, double[]> counts = new TreeMap<>();
        requests.forEach(
                request -> counts.computeIfAbsent(request.days, day -> new double[3])[request.outcome.ordinal()]++);
        TreeMap<Long, Day> days = new TreeMap<>();
        double atRisk = requests.size();
        for (Map.Entry<Long, double[]> entry : counts.entrySet()) {
            double[] count = entry.getValue();
            days.put(
                    entry.getKey(),
                    new Day(atRisk, count[Outcome.IN_SERVICE.ordinal()], count[Outcome.WITHDRAWN.ordinal()]));
            atRisk -= count[0] + count[1] + count[2];
        }
        return days;
    }

    /** Share of new requests that are in service within the horizon. */
    Measured inServiceFraction(Curve curve) {
        double share = curve.inService(DAYS_A_YEAR * horizonYears);
        return told(curve, share, share);
    }

    /** Probability that a request of an age is in service within the horizon; anything where nobody watched one for so long. */
    Measured arrives(Curve curve, double ageDays) {
        double then = ageDays + DAYS_A_YEAR * horizonYears;
        double waiting = curve.waiting(ageDays);
        if (ageDays > curve.watchedDays || waiting <= 0) {
            return told(curve, 0, 1);
        }
        double low = (curve.inService(then) - curve.inService(ageDays)) / waiting;
        double more = then > curve.watchedDays ? curve.waiting(curve.watchedDays) / waiting : 0;
        return told(curve, low, low + more);
    }

    /** Months by which a share of those that ever get there are in service. */
    Measured months(Curve curve, double share) {
        double end = curve.inService(DAYS_A_YEAR * waitHorizonYears);
        double open = curve.waiting(DAYS_A_YEAR * waitHorizonYears);
        return told(
                curve,
                curve.monthsTo(share * end, waitHorizonYears),
                curve.monthsTo(share * (end + open), waitHorizonYears));
    }

    private static Measured told(Curve curve, double low, double high) {
        Measured told = Measured.between(low, high);
        return curve.isPooled ? told.asFallback() : told;
    }
}
