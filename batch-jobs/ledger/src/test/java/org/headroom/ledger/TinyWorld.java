package org.headroom.ledger;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.headroom.ledger.run.LedgerRun;
import org.headroom.model.Criterion;
import org.headroom.model.Direction;
import org.headroom.model.EvidenceClass;
import org.headroom.model.LayerKind;
import org.headroom.model.UnknownReason;
import org.headroom.rules.policy.Policy;
import org.headroom.rules.policy.ScoreBlock;
import org.headroom.rules.vocabulary.Vocabulary;
import org.headroom.runs.ExplanationFiles;
import org.headroom.runs.InputDigests;
import org.headroom.runs.file.Digests;
import org.headroom.runs.file.Folders;
import org.headroom.runs.store.MeasurementFile;
import org.headroom.runs.store.OrderFile;
import org.headroom.runs.store.ScoreFile;
import org.headroom.runs.store.ScoreLayout;
import org.headroom.runs.store.SiteRows;
import org.headroom.runs.store.SiteStore;
import org.headroom.runs.store.SiteWriter;
import org.headroom.spi.LayerNeed;
import org.headroom.spi.MeasurementBlock;
import org.headroom.spi.MeasurementColumn;
import org.headroom.spi.Measurer;
import org.headroom.spi.ModuleContext;
import org.headroom.spi.ParameterSpec;
import org.headroom.spi.ScoringModule;
import org.headroom.testkit.MemoryLayer;
import org.headroom.testkit.MemoryLayerBuilder;
import org.jspecify.annotations.Nullable;

/**
 * All that a small run is made from, to be changed bit by bit and run again: its modules measure by simple formulas, so every figure follows from
 * what is here. The distance of a site hangs on its line, the ban on its ban and the day, the price on a parameter and its own place, the total on
 * the distance and the price.
 */
final class TinyWorld {
    static final String LINES = "lines";
    static final String BANS = "bans";
    static final String QUEUE = "queue";
    private static final List<String> LABELS = List.of("PASS", "CONDITIONAL", "FAIL");

    /** Sites by id, each with its place as a number. */
    final TreeMap<String, Integer> sites = new TreeMap<>();
    /** Lines by id, each with its distance in km; below 0 for one that does not say. */
    final TreeMap<String, Double> lines = new TreeMap<>();
    /** Bans by id, each with the day on which it ends. */
    final TreeMap<String, LocalDate> bans = new TreeMap<>();

    /** Requests that wait for a connection, by id. */
    final TreeMap<String, Request> requests = new TreeMap<>();

    double reachKm = 50;
    double weightOfDistance = 0.4;
    double limitKm = 55;
    double dearAt = 150;
    /** Points for each km below 45 km, at most 3; no rule gives any where it is 0. */
    double pointsPerKm;

    String anchors = "[0, 1], [10, 0.5], [60, 0]";
    LocalDate day = LocalDate.parse("2026-11-28");
    String rankBy = "LOWER_BOUND";

    /** A request at a site. */
    record Request(String site, double mw) {}

    /** So many sites, with a line and a ban for some each. */
    static TinyWorld of(int sites) {
        TinyWorld world = new TinyWorld();
        for (int i = 0; i < sites; i++) {
            world.sites.put("S-" + i, i);
        }
        for (int i = 0; i < 7; i++) {
            world.lines.put("line " + i, i == 6 ? -1.0 : 4.5 * i + 0.25);
        }
        for (int i = 0; i < 5; i++) {
            world.bans.put("ban " + i, LocalDate.parse("2026-11-26").plusDays(3L * i));
        }
        return world;
    }

    /** Modules that only declare. */
    record TinyModule(
            String id,
            List<Criterion> criteria,
            List<ParameterSpec> parameters,
            List<LayerNeed> layers,
            boolean dependsOnDate,
            Map<String, List<String>> inputsOf)
            implements ScoringModule {
        @Override
        public List<String> inputs(String criterionId) {
            return inputsOf.getOrDefault(criterionId, List.of());
        }

        @Override
        public Measurer bind(ModuleContext context) {
            throw new UnsupportedOperationException("declares only");
        }
    }

    static final List<ScoringModule> MODULES = List.of(
            new TinyModule(
                    "grid-tie",
                    List.of(number("distanceKm", "km", 1000)),
                    List.of(),
                    List.of(LayerNeed.optional(LayerKind.GRID_CAPACITY)),
                    false,
                    Map.of()),
            new TinyModule(
                    "law",
                    List.of(
                            Criterion.category("ban", "ban", LABELS, "a ban", "test"),
                            number("daysLeft", "d", 100_000)),
                    List.of(),
                    List.of(LayerNeed.optional(LayerKind.MORATORIUM)),
                    true,
                    Map.of()),
            new TinyModule(
                    "queue",
                    List.of(number("waitingMw", "MW", 1e6)),
                    List.of(),
                    List.of(LayerNeed.optional(LayerKind.INTERCONNECTION_QUEUE)),
                    false,
                    Map.of()),
            new TinyModule(
                    "price",
                    List.of(number("priceUsdPerMwh", "USD/MWh", 5000)),
                    List.of(ParameterSpec.number("reachKm", "km", 0, 100, "reach")),
                    List.of(),
                    false,
                    Map.of("priceUsdPerMwh", List.of("reachKm"))),
            new TinyModule(
                    "total",
                    List.of(number("totalUsd", "USD", 1e6)),
                    List.of(),
                    List.of(),
                    false,
                    Map.of("totalUsd", List.of("distanceKm", "priceUsdPerMwh"))));

    private static Criterion number(String id, String unit, double maximum) {
        return Criterion.number(id, id, unit, Direction.LOWER_IS_BETTER, 0, maximum, "a test", "test");
    }

    /** Makes the run in a folder that is not there yet; compiled rules are kept beside it. */
    LedgerRun run(Path folder) {
        try {
            return write(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private LedgerRun write(Path folder) throws IOException {
        ExplanationFiles files = new ExplanationFiles(folder.resolve("explanations"));
        for (Path part : List.of(files.sites(), files.measurements(), files.scores(), files.records())) {
            Files.createDirectories(part);
        }
        writePolicy(files.policy());
        Path compiled = folder.resolveSibling(".rules");
        Policy policy =
                Policy.load(files.policy(), Vocabulary.of(MODULES), compiled).on(day);
        List<String> ids = List.copyOf(sites.keySet());
        try (SiteWriter writer = new SiteWriter(files.sites())) {
            writer.add(new Rows(ids, sites), row -> {
                throw new AssertionError("twice");
            });
        }
        MemoryLayer lineLayer = lineLayer();
        MemoryLayer banLayer = banLayer();
        MemoryLayer queueLayer = queueLayer();
        files.writeLayers(
                List.of(lineLayer, banLayer, queueLayer),
                layer -> "",
                layer -> layer.id().equals(BANS) ? "Bans on large loads" : "");
        int size = ids.size();
        try (SiteStore store = new SiteStore(files.sites())) {
            MeasurementBlock measured = measure(store, size, lineLayer, banLayer);
            for (String criterion : measured.criterionIds()) {
                try (MeasurementFile out = MeasurementFile.openForWriting(files.measurementFile(criterion), size)) {
                    out.write(0, size, measured.column(criterion));
                }
                MeasurementFile.complete(files.measurementFile(criterion), size);
            }
            ScoreBlock scores = policy.newScoreBlock(size);
            policy.scorer().score(store.block(0, size), measured, scores);
            writeScores(files, policy, scores, size);
            writeOrder(files, store, scores, size);
        }
        InputDigests inputs = new InputDigests(
                        "",
                        "test",
                        day.toString(),
                        "",
                        Digests.ofFolder(files.policy()),
                        Map.of(
                                LINES,
                                Digests.ofText(lines.toString()),
                                BANS,
                                Digests.ofText(bans.toString()),
                                QUEUE,
                                Digests.ofText(requests.toString())),
                        Map.of("law", "1"))
                .withComputedKey();
        return new LedgerRun(
                folder.getFileName().toString(),
                day.toString(),
                "tiny",
                "tiny 1.0.0",
                "data_center",
                100,
                inputs,
                Map.of(
                        LINES, new LedgerRun.LayerState(LayerKind.GRID_CAPACITY.id(), "USED"),
                        BANS, new LedgerRun.LayerState(LayerKind.MORATORIUM.id(), "USED"),
                        QUEUE, new LedgerRun.LayerState(LayerKind.INTERCONNECTION_QUEUE.id(), "USED")),
                Set.of("list"),
                files,
                compiled);
    }

    private MemoryLayer lineLayer() {
        MemoryLayerBuilder layer =
                MemoryLayer.of(LayerKind.GRID_CAPACITY, LINES).ordinal(0);
        lines.forEach(
                (id, km) -> layer.point(id, -100 + lines.headMap(id).size(), 30, Map.of("publishedHeadroomMw", km)));
        return layer.build();
    }

    private MemoryLayer banLayer() {
        MemoryLayerBuilder layer = MemoryLayer.of(LayerKind.MORATORIUM, BANS).ordinal(1);
        bans.forEach((id, end) -> layer.notLocated(id, Map.of("expiryDate", end)));
        return layer.build();
    }

    private MemoryLayer queueLayer() {
        MemoryLayerBuilder layer =
                MemoryLayer.of(LayerKind.INTERCONNECTION_QUEUE, QUEUE).ordinal(2);
        requests.forEach((id, request) -> {
            int place = sites.getOrDefault(request.site, 0);
            layer.point(id, longitude(place), latitude(place), Map.of("requestedMw", request.mw));
        });
        return layer.build();
    }

    private static double longitude(int place) {
        return -120 + place * 0.7;
    }

    private static double latitude(int place) {
        return 30 + place % 7 * 1.3;
    }

    private MeasurementBlock measure(SiteStore store, int size, MemoryLayer lineLayer, MemoryLayer banLayer) {
        MeasurementBlock measured = new MeasurementBlock(
                List.of("distanceKm", "ban", "daysLeft", "waitingMw", "priceUsdPerMwh", "totalUsd"), size);
        List<Double> km = List.copyOf(lines.values());
        List<LocalDate> ends = List.copyOf(bans.values());
        Map<String, Double> waiting = requests.values().stream()
                .collect(Collectors.groupingBy(Request::site, Collectors.summingDouble(Request::mw)));
        for (int site = 0; site < size; site++) {
            measured.column("waitingMw")
                    .set(site, waiting.getOrDefault(store.siteId(site), 0.0), EvidenceClass.DERIVED);
            int place = sites.get(store.siteId(site));
            int line = place % km.size();
            MeasurementColumn distance = measured.column("distanceKm");
            double far = km.get(line) + place % 11;
            if (km.get(line) < 0) {
                distance.setUnknown(site, UnknownReason.FIELD_MISSING, lineLayer, line);
            } else {
                distance.set(site, far, EvidenceClass.REPORTED, lineLayer, line);
            }
            MeasurementColumn ban = measured.column("ban");
            MeasurementColumn daysLeft = measured.column("daysLeft");
            if (place % 3 == 0) {
                ban.set(site, 0, EvidenceClass.FALLBACK);
                daysLeft.set(site, 0, EvidenceClass.FALLBACK);
            } else {
                int record = place % ends.size();
                long left = ends.get(record).toEpochDay() - day.toEpochDay();
                ban.set(site, left > 5 ? 2 : left > 0 ? 1 : 0, EvidenceClass.REPORTED, banLayer, record);
                daysLeft.set(site, Math.max(0, left), EvidenceClass.REPORTED, banLayer, record);
            }
            double price = 40 + reachKm * (place % 5);
            measured.column("priceUsdPerMwh").set(site, price, EvidenceClass.DERIVED);
            if (km.get(line) < 0) {
                measured.column("totalUsd").setInterval(site, price, price + 1000, EvidenceClass.DERIVED);
            } else {
                measured.column("totalUsd").set(site, price + 10 * far, EvidenceClass.DERIVED);
            }
        }
        return measured;
    }

    private static void writeScores(ExplanationFiles files, Policy policy, ScoreBlock scores, int size) {
        ScoreLayout layout = ScoreLayout.of(policy);
        layout.write(files.scores());
        try (ScoreFile out = ScoreFile.openForWriting(files.scoreFile(), size, layout)) {
            out.write(0, size, scores, Set.copyOf(policy.families()));
        }
        ScoreFile.complete(files.scoreFile(), size, layout);
    }

    private static void writeOrder(ExplanationFiles files, SiteStore store, ScoreBlock scores, int size) {
        int[] ids = new int[size];
        store.readIdPlaces(0, size, ids);
        try (OrderFile.Writer out = new OrderFile.Writer(files.order())) {
            IntStream.range(0, size)
                    .boxed()
                    .sorted(Comparator.<Integer>comparingInt(scores::tier)
                            .thenComparingDouble(
                                    site -> scores.tier(site) == ScoreBlock.EXCLUDED_TIER ? 0 : -scores.ranking(site))
                            .thenComparingInt(site -> ids[site]))
                    .forEach(out::add);
            out.finish();
        }
    }

    private void writePolicy(Path folder) throws IOException {
        Files.createDirectories(folder);
        put(folder, "policy.yaml", """
                policy: tiny
                version: 1.0.0
                title: Tiny
                rankBy: %s
                score: {minimum: 0, maximum: 110}
                """.formatted(rankBy));
        put(folder, "criteria/grid.yaml", """
                module: grid-tie
                criteria:
                  - criterion: distanceKm
                    weight: %s
                    value: {piecewiseLinear: [%s]}
                    reasoning: nearer is cheaper
                    source: test
                """.formatted(weightOfDistance, anchors));
        put(folder, "criteria/law.yaml", """
                module: law
                criteria:
                  - criterion: daysLeft
                    weight: 0.05
                    value: {piecewiseLinear: [[0, 1], [30, 0]]}
                    reasoning: sooner is better
                    source: test
                """);
        put(folder, "criteria/queue.yaml", """
                module: queue
                criteria:
                  - criterion: waitingMw
                    weight: 0.05
                    value: {piecewiseLinear: [[0, 1], [5000, 0]]}
                    reasoning: a short queue is better
                    source: test
                """);
        put(folder, "criteria/price.yaml", """
                module: price
                criteria:
                  - criterion: priceUsdPerMwh
                    weight: %s
                    value: {piecewiseLinear: [[20, 1], [400, 0]]}
                    reasoning: cheaper is better
                    source: test
                """.formatted(Math.round(10 * (0.7 - weightOfDistance)) / 10.0));
        put(folder, "criteria/total.yaml", """
                module: total
                criteria:
                  - criterion: totalUsd
                    weight: 0.2
                    value: {piecewiseLinear: [[0, 1], [2000, 0]]}
                    reasoning: cheaper is better
                    source: test
                """);
        put(folder, "parameters/price.yaml", """
                module: price
                parameters:
                  - {parameter: reachKm, value: %s, unit: km, asOf: 2024-10, source: test}
                """.formatted(reachKm));
        put(folder, "drl/rules.drl", """
                package headroom.policy;
                import org.headroom.rules.Site;

                rule "ban in force" @gate(ban) @source("test")
                when
                    $s: Site(ban == "FAIL")
                then
                    $s.exclude("BAN", "a ban holds");
                end

                rule "ban ahead" @gate(ban) @source("test")
                when
                    $s: Site(ban == "CONDITIONAL")
                then
                    $s.conditional("BAN_AHEAD", "a ban is coming");
                end

                rule "too far" @gate(grid) @source("test")
                when
                    $s: Site(distanceKm > %s)
                then
                    $s.exclude("FAR", "too far");
                end

                rule "dear energy" @source("test")
                when
                    $s: Site(priceUsdPerMwh > %s)
                then
                    $s.malus(3, "dear");
                end
                """.formatted(limitKm, dearAt));
        if (pointsPerKm > 0) {
            put(folder, "drl/near.drl", """
                    package headroom.policy;
                    import org.headroom.rules.Site;

                    rule "near the line" @source("test")
                    when
                        $s: Site(waitingMw < 1000)
                    then
                        $s.bonus(%s per km of distanceKm below 45, at most 3, "near");
                    end
                    """.formatted(pointsPerKm));
        }
    }

    private static void put(Path folder, String path, String text) throws IOException {
        Files.createDirectories(folder.resolve(path).getParent());
        Files.writeString(folder.resolve(path), text);
    }

    /** Removes what was made. */
    static void delete(Path folder) throws IOException {
        Folders.delete(folder);
    }

    private record Rows(List<String> ids, Map<String, Integer> places) implements SiteRows {
        @Override
        public int size() {
            return ids.size();
        }

        @Override
        public String siteId(int row) {
            return ids.get(row);
        }

        @Override
        public double[] longitudes() {
            return ids.stream().mapToDouble(id -> longitude(places.get(id))).toArray();
        }

        @Override
        public double[] latitudes() {
            return ids.stream().mapToDouble(id -> latitude(places.get(id))).toArray();
        }

        @Override
        public double[] numbers(String attribute) {
            return switch (attribute) {
                case "longitude" -> longitudes();
                case "latitude" -> latitudes();
                default -> ids.stream().mapToDouble(id -> Double.NaN).toArray();
            };
        }

        @Override
        public @Nullable String @Nullable [] texts(String attribute) {
            @Nullable String[] texts = new @Nullable String[ids.size()];
            for (int row = 0; row < texts.length; row++) {
                texts[row] = switch (attribute) {
                    case "siteId" -> ids.get(row);
                    case "origin" -> "GREENFIELD";
                    case "name" -> "place of " + ids.get(row);
                    default -> null;
                };
            }
            return texts;
        }
    }
}
