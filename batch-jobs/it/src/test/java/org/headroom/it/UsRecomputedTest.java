package org.headroom.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import org.headroom.host.InstalledModule;
import org.headroom.host.PluginHost;
import org.headroom.it.recomputed.Climate;
import org.headroom.it.recomputed.Counties;
import org.headroom.it.recomputed.DeRate;
import org.headroom.it.recomputed.Grid;
import org.headroom.it.recomputed.ImportRights;
import org.headroom.it.recomputed.Measured;
import org.headroom.it.recomputed.MineValue;
import org.headroom.it.recomputed.Moratoria;
import org.headroom.it.recomputed.Places;
import org.headroom.it.recomputed.PolicyFiles;
import org.headroom.it.recomputed.Prices;
import org.headroom.it.recomputed.Queues;
import org.headroom.it.recomputed.SiteCost;
import org.headroom.it.recomputed.Standing;
import org.headroom.it.recomputed.TimeToPower;
import org.headroom.it.recomputed.WeightedValue;
import org.headroom.model.Criterion;
import org.headroom.model.EvidenceClass;
import org.headroom.model.FieldType;
import org.headroom.model.SiteAttributes;
import org.headroom.runs.PublishedRun;
import org.headroom.runs.RunColumns;
import org.headroom.spi.MeasurementBlock;
import org.headroom.spi.MeasurementColumn;
import org.headroom.spi.SiteBlock;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.locationtech.jts.geom.Coordinate;

/**
 * Computes the ranking of the United States a second time, from the files of its data pack and of the policy alone, and compares every site: columns,
 * gates, scores, tiers and ranks. Headroom's own classes only read here what a run has published, both ends of each figure.
 */
class UsRecomputedTest {
    private static final Path PROJECT = Headroom.HOME.resolve("geodata/catalog/us");
    private static final Path POLICY = Headroom.HOME.resolve("rules/policy");
    private static final String DATE = UsNight.DATE;
    private static final double REQUESTED_MW = 100;
    private static final double SAME = 1e-9;

    /** What 512 points are off at most against the distributions that they stand for, months at 50 and at 90 %. */
    private static final double POINTS_P50_MONTHS = 0.8;

    private static final double POINTS_P90_MONTHS = 1.9;

    /** How far a figure may be off where it is no sum of its parts, and why: shapes in pieces, PUE in thousandths, points for distributions. */
    private static final Map<String, Double> TOLERANCES = Map.of(
            "distanceToInterconnectionKm", 0.01,
            "distanceToBulkTransmissionKm", 0.01,
            "peakPue", 0.001,
            "timeToPowerMonthsP50", POINTS_P50_MONTHS,
            "timeToPowerMonthsP90", POINTS_P90_MONTHS,
            "newConnectionMonthsP50", POINTS_P50_MONTHS,
            "rightSavesMonths", POINTS_P50_MONTHS);

    private static final List<String> MINES = List.of("mining-facilities.csv", "mining-facilities-osm.csv");

    private static Map<String, Map<String, Object>> table;
    private static List<String> ids;
    private static List<Coordinate> middles;
    private static List<Map<String, Measured>> published;
    /** Measured criteria with their modules. */
    private static final Map<String, String> CRITERIA = new TreeMap<>();

    private static final Map<String, IntFunction<Measured>> AGAIN = new TreeMap<>();
    private static Counties counties;
    private static ImportRights rights;

    @BeforeAll
    static void rank() {
        Path run = UsNight.run();
        table = Ranked.read(run).bySiteId();
        read(new PublishedRun(run));
        counties = new Counties(PROJECT.resolve("data/us-counties.gpkg"));
        computeAgain();
    }

    private static void computeAgain() {
        Path data = PROJECT.resolve("data");
        Prices prices = new Prices(data, POLICY);
        AGAIN.put(
                "energyPriceUsdPerMwh",
                site -> prices.in(text(site, "jurisdictionCode"), text(site, "stateCode"), text(site, "market")));
        Moratoria moratoria =
                new Moratoria(data, POLICY, LocalDate.parse(DATE), asOf("moratoria"), "data_center", REQUESTED_MW);
        AGAIN.put("moratoriumGate", site -> moratoria.gate(text(site, "jurisdictionCode")));
        AGAIN.put("moratoriumDaysLeft", site -> moratoria.daysLeft(text(site, "jurisdictionCode")));
        rights = new ImportRights(data, POLICY, MINES);
        AGAIN.put("importRightMw", site -> isNewLand(site) ? Measured.between(0, 0) : rights.of(ids.get(site)));
        AGAIN.put("usableRightMw", site -> {
            boolean mayBeFree = List.of("OPERATING", "BUILDING", "UNKNOWN").contains(text(site, "facilityStatus"))
                    && !text(site, "facilityKind").equals("DATA_CENTER");
            return !isNewLand(site) && mayBeFree ? rights.notLet(ids.get(site)) : Measured.between(0, 0);
        });
        computeAtPlaces(data);
        TimeToPower timeToPower = new TimeToPower(POLICY, REQUESTED_MW);
        again("time-to-power", site -> {
            Map<String, Measured> all = timeToPower.of(known(site));
            all.put("timeToPowerBinding", timeToPower.binding(known(site)));
            all.putAll(TimeToPower.dates(known(site), LocalDate.parse(DATE)));
            return all;
        });
        MineValue mineValue = new MineValue(POLICY, REQUESTED_MW);
        again("mining-conversion", site -> isNewLand(site) ? nothing("mining-conversion") : mineValue.of(known(site)));
        SiteCost siteCost = new SiteCost(POLICY, REQUESTED_MW);
        again("site-cost", site -> siteCost.of(known(site)));
        again("de-rate", site -> DeRate.of(known(site), REQUESTED_MW));
    }

    /** What depends on where a site lies: a county on its place, a mine on the places at which it may stand. */
    private static void computeAtPlaces(Path data) {
        Places places = new Places(data, counties, MINES);
        Climate climate = new Climate(data, POLICY);
        again(
                "cooling",
                site -> isNewLand(site)
                        ? climate.of(
                                counties.all()
                                        .get(text(site, "jurisdictionCode"))
                                        .outline(),
                                middles.get(site))
                        : Places.together(places.of(ids.get(site)), climate::at));
        Queues queues = new Queues(data, POLICY, counties, LocalDate.parse(DATE), asOf("queue-cohorts"), REQUESTED_MW);
        again(
                "queue-pressure",
                site -> Places.together(
                        places(places, site),
                        place -> queues.at(
                                place,
                                text(site, "jurisdictionCode"),
                                known(site).apply("usableRightMw"))));
        Grid grid = new Grid(data, POLICY, REQUESTED_MW);
        again("grid-headroom", site -> {
            Counties.County county = counties.all().get(text(site, "jurisdictionCode"));
            return isNewLand(site)
                    ? grid.of(county, middles.get(site))
                    : Places.together(places(places, site), place -> grid.at(place, county));
        });
    }

    private static List<Coordinate> places(Places places, int site) {
        return isNewLand(site) ? List.of(middles.get(site)) : places.of(ids.get(site));
    }

    /** What a run says of a site, by name. */
    private static Function<String, Measured> known(int site) {
        return name -> published.get(site).getOrDefault(name, Measured.UNKNOWN);
    }

    private static Map<String, Measured> nothing(String module) {
        Map<String, Measured> nothing = new TreeMap<>();
        CRITERIA.forEach((criterion, of) -> {
            if (of.equals(module)) {
                nothing.put(criterion, Measured.between(0, 0));
            }
        });
        return nothing;
    }

    /** Has all criteria of a module computed again, each site once; what is not computed is not known. */
    private static void again(String module, IntFunction<Map<String, Measured>> of) {
        Map<Integer, Map<String, Measured>> made = new HashMap<>();
        CRITERIA.forEach((criterion, by) -> {
            if (by.equals(module)) {
                AGAIN.put(criterion, site -> made.computeIfAbsent(site, of::apply)
                        .getOrDefault(criterion, Measured.UNKNOWN));
            }
        });
    }

    private static boolean isNewLand(int site) {
        return text(site, "origin").equals("GREENFIELD");
    }

    /** The day that a layer describes, as its descriptor says. */
    private static LocalDate asOf(String layer) {
        try (Stream<String> lines = Files.lines(PROJECT.resolve("layers/" + layer + ".layer.yaml"))) {
            return lines.map(String::strip)
                    .filter(line -> line.startsWith("asOf: "))
                    .map(line -> LocalDate.parse(line.substring("asOf: ".length())))
                    .findFirst()
                    .orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @AfterAll
    static void forget() {
        table = Map.of();
        published = List.of();
    }

    /** All that the run holds of each site, by name. */
    private static void read(PublishedRun run) {
        Map<String, Criterion> declared = new HashMap<>();
        PluginHost.load(Headroom.HOME.resolve("plugins")).stream()
                .map(InstalledModule::module)
                .forEach(module -> module.criteria().forEach(criterion -> {
                    declared.put(criterion.id(), criterion);
                    CRITERIA.put(criterion.id(), module.id());
                }));
        ids = new ArrayList<>();
        middles = new ArrayList<>();
        published = new ArrayList<>();
        try (RunColumns columns = new RunColumns(run.explanationFiles())) {
            MeasurementBlock measured = columns.newBlock(columns.size());
            columns.read(0, columns.size(), measured);
            CRITERIA.keySet().retainAll(Set.copyOf(measured.criterionIds()));
            SiteBlock sites = columns.sites().block(0, columns.size());
            for (int site = 0; site < columns.size(); site++) {
                Map<String, Measured> of = new TreeMap<>();
                for (String criterion : measured.criterionIds()) {
                    of.put(
                            criterion,
                            measured(
                                    Objects.requireNonNull(declared.get(criterion)), measured.column(criterion), site));
                }
                for (var attribute : SiteAttributes.all()) {
                    if (attribute.type() == FieldType.NUMBER) {
                        double number = sites.numbers(attribute.name())[site];
                        of.put(attribute.name(), Measured.between(number, number));
                    } else {
                        String text = sites.texts(attribute.name())[site];
                        of.put(attribute.name(), text == null ? Measured.UNKNOWN : Measured.oneOf(List.of(text)));
                    }
                }
                ids.add(sites.siteId(site));
                middles.add(new Coordinate(sites.longitudes()[site], sites.latitudes()[site]));
                published.add(of);
            }
        }
    }

    private static Measured measured(Criterion criterion, MeasurementColumn column, int site) {
        double low = column.lower(site);
        double high = column.upper(site);
        Measured known = !column.isKnown(site)
                ? Measured.unknown(column.reason(site).name())
                : criterion.isCategory()
                        ? Measured.oneOf(criterion.labels().subList((int) low, (int) high + 1))
                        : Measured.between(low, high);
        return column.evidence(site) == EvidenceClass.FALLBACK ? known.asFallback() : known;
    }

    @Test
    void everyScoreGateTierAndReasonFollowsFromMeasurementsAndPolicy() {
        PolicyFiles policy = new PolicyFiles(POLICY);
        for (int site = 0; site < ids.size(); site++) {
            Map<String, Object> row = table.get(ids.get(site));
            Map<String, Measured> of = published.get(site);
            Standing standing =
                    Standing.of(policy, LocalDate.parse(DATE), name -> of.getOrDefault(name, Measured.UNKNOWN));
            assertThat(row).as(ids.get(site)).containsEntry("gate", standing.gate());
            assertThat(row.get("tier")).as(ids.get(site)).isEqualTo(standing.tier());
            assertThat(row.getOrDefault("exclusion", "")).as(ids.get(site)).isEqualTo(standing.exclusion());
            assertThat(row.getOrDefault("why", "")).as(ids.get(site)).isEqualTo(standing.why());
            assertNumber(row, "scoreLowerBound", standing.lower());
            assertNumber(row, "scoreUpperBound", standing.upper());
            assertNumber(row, "score", standing.score());
            assertNumber(row, "confidenceFraction", standing.confidence());
            policy.criteria().stream().map(WeightedValue::module).distinct().forEach(module -> {
                Double family = standing.families().get(module);
                assertNumber(row, familyColumn(module), family == null ? Double.NaN : family);
            });
        }
    }

    /** {@code energyPriceScore} of {@code energy-price}. */
    private static String familyColumn(String module) {
        StringBuilder name = new StringBuilder();
        for (String word : module.split("-")) {
            name.append(name.isEmpty() ? word : Character.toUpperCase(word.charAt(0)) + word.substring(1));
        }
        return name.append("Score").toString();
    }

    private static void assertNumber(Map<String, Object> row, String column, double expected) {
        Object value = row.get(column);
        if (Double.isNaN(expected)) {
            assertThat(value).as(row.get("siteId") + " " + column).isNull();
        } else {
            assertThat(value).as(row.get("siteId") + " " + column).isInstanceOf(Number.class);
            assertThat(((Number) value).doubleValue())
                    .as(row.get("siteId") + " " + column)
                    .isCloseTo(expected, within(SAME));
        }
    }

    /** Those that are excluded have no order but that of their ids. */
    @Test
    void ranksFollowFromTiersScoresAndIds() {
        List<Map<String, Object>> rows = new ArrayList<>(table.values());
        rows.sort(Comparator.comparing((Map<String, Object> row) -> (Integer) row.get("tier"))
                .thenComparing(row -> row.get("gate").equals("FAIL") ? 0 : -((Number) row.get("score")).doubleValue())
                .thenComparing(row -> !((String) row.get("siteId")).matches("[0-9]+"))
                .thenComparing(row ->
                        ((String) row.get("siteId")).matches("[0-9]+") ? Long.parseLong((String) row.get("siteId")) : 0)
                .thenComparing(row -> (String) row.get("siteId")));
        for (int i = 0; i < rows.size(); i++) {
            assertThat(rows.get(i)).containsEntry("rank", i + 1);
        }
    }

    @Test
    void everyCountyAndEveryMineIsThere() {
        Set<String> withOutline = new TreeSet<>();
        counties.all().values().stream()
                .filter(county -> !county.outline().isEmpty())
                .forEach(county -> withOutline.add(county.code()));
        Set<String> greenfield = new TreeSet<>();
        Set<String> mines = new TreeSet<>();
        rights.ids().forEach(mines::add);
        for (Map.Entry<String, Map<String, Object>> site : table.entrySet()) {
            if (site.getValue().get("origin").equals("GREENFIELD")) {
                greenfield.add(site.getKey());
                Counties.County county = counties.all().get(site.getKey());
                assertThat(site.getValue())
                        .containsEntry("name", county.name())
                        .containsEntry("stateCode", county.state())
                        .containsEntry("jurisdictionCode", county.code());
            } else {
                assertThat(mines.remove(site.getKey())).as(site.getKey()).isTrue();
            }
        }
        assertThat(mines).isEmpty();
        assertThat(greenfield).isEqualTo(withOutline);
    }

    /** Both ends of every site, and whether they are a stand-in. */
    @TestFactory
    Stream<DynamicTest> everyMeasurementIsTheSame() {
        return AGAIN.entrySet().stream()
                .map(entry ->
                        DynamicTest.dynamicTest(entry.getKey(), () -> assertSame(entry.getKey(), entry.getValue())));
    }

    @Test
    void everyColumnIsComputedAgain() {
        Set<String> known = new TreeSet<>();
        for (Map<String, Measured> site : published) {
            site.forEach((name, measured) -> {
                if (CRITERIA.containsKey(name) && measured.isKnown()) {
                    known.add(name);
                }
            });
        }
        assertThat(known).contains("energyPriceUsdPerMwh", "moratoriumGate");
        assertThat(AGAIN).containsKeys(known.toArray(String[]::new));
    }

    private static String text(int site, String attribute) {
        return Objects.requireNonNull(published.get(site).get(attribute)).words().stream()
                .findFirst()
                .orElse("");
    }

    private static void assertSame(String criterion, IntFunction<Measured> again) {
        List<String> differences = new ArrayList<>();
        for (int site = 0; site < ids.size(); site++) {
            Measured there = Objects.requireNonNull(published.get(site).get(criterion));
            Measured here = again.apply(site);
            if (!there.words().equals(here.words())
                    || there.isFallback() != here.isFallback()
                    || !isSame(there.low(), here.low(), TOLERANCES.getOrDefault(criterion, 0.0))
                    || !isSame(there.high(), here.high(), TOLERANCES.getOrDefault(criterion, 0.0))) {
                differences.add(ids.get(site) + ": published " + there + ", computed again " + here);
            }
        }
        assertThat(differences)
                .as("%s: %d of %d sites", criterion, differences.size(), ids.size())
                .isEmpty();
    }

    private static boolean isSame(double there, double here, double tolerance) {
        return Double.isNaN(there)
                ? Double.isNaN(here)
                : Math.abs(there - here) <= tolerance + SAME * Math.max(1, Math.abs(there));
    }

    @Test
    void whatIsComputedAgainImportsNothingOfHeadroom() throws IOException {
        Path sources = Headroom.HOME.resolve("batch-jobs/it/src/test/java/org/headroom/it/recomputed");
        try (Stream<Path> files = Files.list(sources)) {
            assertThat(files.toList()).isNotEmpty().allSatisfy(file -> assertThat(Files.readString(file))
                    .doesNotContainPattern("org\\.headroom\\.(?!it\\.recomputed)"));
        }
    }
}
