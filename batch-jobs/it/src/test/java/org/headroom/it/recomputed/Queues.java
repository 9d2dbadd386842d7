package org.headroom.it.recomputed;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
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
import java.util.function.ToDoubleFunction;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.geojson.GeoJsonReader;

/** What waits for a connection in the county of a place, how much of it is likely to arrive, and how long a request takes in its market. */
public final class Queues {
    private static final List<String> MARKETS =
            List.of("CAISO", "ERCOT", "ISO-NE", "MISO", "NYISO", "PJM", "SPP", "SOUTHEAST-NON-ISO", "WEST-NON-ISO");
    /** Of 2020: withheld, as their descriptor says that after three years nobody can tell. */
    private static final Set<String> WITHHELD = Set.of("SOUTHEAST-NON-ISO", "WEST-NON-ISO");

    private final Map<String, IndexedPointInAreaLocator> footprints = new TreeMap<>();
    private final Map<String, List<Request>> byCounty = new HashMap<>();
    private final Set<String> covered = new HashSet<>();
    /** What utilities tell of the wait of a load, by county; the flag says whether all who connect there wait so long. */
    private final Map<String, Map<Boolean, List<Measured>>> told = new HashMap<>();

    private final QueueCurves curves;
    private final Counties counties;
    private final double coverageKm;
    private final double loadMw;

    /** A request: MW and how many of it there are, at least and at most. */
    private record Request(
            String market,
            String side,
            double least,
            double most,
            double leastCount,
            double mostCount,
            Measured share) {}

    /**
     * Reads the files of the pack and the parameters of the policy.
     *
     * @param cohortsDescribed day that the cohorts describe
     * @param loadMw of the load that is asked for
     */
    public Queues(
            Path data, Path policy, Counties counties, LocalDate today, LocalDate cohortsDescribed, double loadMw) {
        this.counties = counties;
        this.loadMw = loadMw;
        Parameters parameters = new Parameters(policy, "queue-pressure");
        if (!parameters.words("waitSide").equals(List.of("GENERATION"))) {
            throw new IllegalStateException("other parameters than those that are understood here");
        }
        coverageKm = parameters.number("coverageRadiusKm");
        curves = new QueueCurves(data, parameters, cohortsDescribed);
        for (String market : MARKETS) {
            Path file = data.resolve("market-" + market.toLowerCase(java.util.Locale.ROOT) + ".geojson");
            try {
                footprints.put(
                        market,
                        new IndexedPointInAreaLocator(
                                new GeoJsonReader().read(Files.readString(file)).getGeometryN(0)));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (ParseException e) {
                throw new IllegalStateException(file.toString(), e);
            }
        }
        for (NamedCsvRecord row : Rows.of(data.resolve("large-load-waits.csv"))) {
            if (!(Rows.number(row, "from_mw") > loadMw)) {
                told.computeIfAbsent(Rows.fips(row.getField("county_fips")), county -> new TreeMap<>())
                        .computeIfAbsent(row.getField("scope").equals("AREA"), isForAll -> new ArrayList<>())
                        .add(Measured.between(Rows.number(row, "low_months"), Rows.number(row, "high_months")));
            }
        }
        Set<List<String>> seen = new HashSet<>();
        double unsizedMw = parameters.number("unsizedRequestMw");
        for (NamedCsvRecord row : Rows.of(data.resolve("queue-open.csv"))) {
            double mw = Rows.number(row, "mw");
            if (!WITHHELD.contains(row.getField("market"))
                    && !row.getField("county_fips").isBlank()
                    && !(mw < 0)
                    && seen.add(List.of(
                            row.getField("market"),
                            row.getField("request_id"),
                            row.getField("side"),
                            row.getField("status"),
                            row.getField("mw"),
                            row.getField("county_fips")))) {
                add(row, Double.isNaN(mw) ? 0 : mw, Double.isNaN(mw) ? unsizedMw : mw, today);
            }
        }
    }

    private void add(NamedCsvRecord row, double least, double most, LocalDate today) {
        String market = row.getField("market");
        boolean isSure = !row.getField("status").equals("UNKNOWN")
                && row.getField("county_count").equals("1");
        QueueCurves.Curve curve = curves.of(market, Rows.number(row, "mw"));
        boolean isForetold = row.getField("side").equals("GENERATION")
                && !row.getField("queue_date").isBlank();
        Measured share = !isForetold
                ? Measured.between(0, 1)
                : curves.arrives(curve, ChronoUnit.DAYS.between(LocalDate.parse(row.getField("queue_date")), today));
        Request request = new Request(market, row.getField("side"), isSure ? least : 0, most, isSure ? 1 : 0, 1, share);
        covered.add(market + " " + request.side);
        for (String county : row.getField("county_fips").split(";")) {
            byCounty.computeIfAbsent(Rows.fips(county), code -> new ArrayList<>())
                    .add(request);
        }
    }

    /**
     * All criteria at a place.
     *
     * @param county that the place lies in
     * @param usableRightMw import right that stands free there
     */
    public Map<String, Measured> at(Coordinate place, String county, Measured usableRightMw) {
        List<String> over = new ArrayList<>();
        footprints.forEach((market, footprint) -> {
            if (footprint.locate(place) != Location.EXTERIOR) {
                over.add(market);
            }
        });
        List<Request> here = byCounty.getOrDefault(county, List.of());
        if (over.isEmpty()) {
            over.add(marketOutside(place, here));
        }
        double openLeast = usableRightMw.isKnown() ? 1 - Math.min(1, usableRightMw.high() / loadMw) : 0;
        double openMost = usableRightMw.isKnown() ? 1 - Math.min(1, usableRightMw.low() / loadMw) : 1;
        Map<String, Measured> at = new TreeMap<>();
        sums(at, here, over, "Generation", openLeast, openMost);
        sums(at, here, over, "Load", openLeast, openMost);
        List<String> with = over.stream()
                .filter(market -> here.stream().anyMatch(request -> request.market.equals(market)))
                .toList();
        waits(at, county, over.size() > 1 && !with.isEmpty() ? with : over, openLeast, openMost);
        return at;
    }

    /** Outside all footprints: the market of most requests here, else of the nearest one within reach, else none. */
    private String marketOutside(Coordinate place, List<Request> here) {
        Map<String, Long> counts = here.stream().collect(groupingBy(Request::market, TreeMap::new, counting()));
        if (!counts.isEmpty()) {
            return counts.entrySet().stream()
                    .max(Map.Entry.comparingByValue())
                    .orElseThrow()
                    .getKey();
        }
        double nearestKm = coverageKm;
        String market = "";
        for (Map.Entry<String, List<Request>> entry : byCounty.entrySet()) {
            Counties.County other = counties.all().get(entry.getKey());
            double km = other == null ? Double.POSITIVE_INFINITY : Nodes.kmToBorder(place, other.outline());
            if (km <= nearestKm) {
                nearestKm = km;
                market = entry.getValue().get(0).market;
            }
        }
        return market;
    }

    private void sums(
            Map<String, Measured> at,
            List<Request> here,
            List<String> over,
            String name,
            double openLeast,
            double openMost) {
        String side = name.toUpperCase(java.util.Locale.ROOT);
        boolean isCovered = over.stream().allMatch(market -> covered.contains(market + " " + side));
        List<Request> of =
                here.stream().filter(request -> request.side.equals(side)).toList();
        at.put("active" + name + "Mw", sum(isCovered, of, Request::least, Request::most));
        at.put("active" + name + "Count", sum(isCovered, of, Request::leastCount, Request::mostCount));
        Measured expected = sum(
                isCovered,
                of,
                request -> request.least * request.share.low() * openLeast,
                request -> request.most * request.share.high() * openMost);
        at.put("expected" + name + "Mw", expected);
    }

    private static Measured sum(
            boolean isCovered, List<Request> of, ToDoubleFunction<Request> least, ToDoubleFunction<Request> most) {
        return isCovered
                ? Measured.between(
                        of.stream().mapToDouble(least).sum(),
                        of.stream().mapToDouble(most).sum())
                : Measured.UNKNOWN;
    }

    private void waits(
            Map<String, Measured> at, String county, List<String> markets, double openLeast, double openMost) {
        List<QueueCurves.Curve> of =
                markets.stream().map(market -> curves.of(market, loadMw)).toList();
        Measured share =
                Measured.anyOf(of.stream().map(curves::inServiceFraction).toList());
        Measured reached = Measured.between(1 - openMost * (1 - share.low()), 1 - openLeast * (1 - share.high()));
        at.put("inServiceFraction", share.isFallback() && openMost > 0 ? reached.asFallback() : reached);
        at.put("queueMonthsP10", months(county, of, 0.1));
        at.put("queueMonthsP50", months(county, of, 0.5));
        at.put("queueMonthsP90", months(county, of, 0.9));
    }

    /** What is told of all who connect there leaves no room for the past of generation; what is told of some does. */
    private Measured months(String county, List<QueueCurves.Curve> of, double share) {
        Map<Boolean, List<Measured>> tells = told.getOrDefault(county, Map.of());
        List<Measured> all = new ArrayList<>();
        tells.values().forEach(all::addAll);
        if (!tells.containsKey(true)) {
            of.forEach(curve -> all.add(curves.months(curve, share)));
        }
        return Measured.anyOf(all);
    }
}
