package org.headroom.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.headroom.model.Criterion;
import org.headroom.model.Direction;
import org.headroom.model.EvidenceClass;
import org.headroom.model.GateAnswer;
import org.headroom.model.LayerKind;
import org.headroom.model.UnknownReason;
import org.headroom.report.data.Given;
import org.headroom.report.data.RunInput;
import org.headroom.rules.policy.Policy;
import org.headroom.rules.policy.ScoreBlock;
import org.headroom.rules.vocabulary.Vocabulary;
import org.headroom.runs.ExplanationFiles;
import org.headroom.runs.InputDigests;
import org.headroom.runs.Manifest;
import org.headroom.runs.PublishedRun;
import org.headroom.runs.file.Folders;
import org.headroom.runs.file.Json;
import org.headroom.runs.store.MeasurementFile;
import org.headroom.runs.store.OrderFile;
import org.headroom.runs.store.ScoreFile;
import org.headroom.runs.store.ScoreLayout;
import org.headroom.runs.store.SiteRows;
import org.headroom.runs.store.SiteStore;
import org.headroom.runs.store.SiteWriter;
import org.headroom.spi.MeasurementBlock;
import org.headroom.spi.MeasurementColumn;
import org.headroom.spi.Measurer;
import org.headroom.spi.ModuleContext;
import org.headroom.spi.ParameterSpec;
import org.headroom.spi.ScoringModule;
import org.headroom.testkit.MemoryLayer;
import org.jspecify.annotations.Nullable;

/**
 * A run of eight sites, written by the writers that a night uses: the third has nothing known, the last is excluded.
 *
 * @param folder where it lies
 * @param spice what every text of others ends with
 */
record SmallRun(Path folder, String spice) {
    static final int SITES = 8;
    static final String MONTHS = "timeToPowerMonthsP50";
    static final String PRICE = "energyPriceUsdPerMwh";
    static final String HEADROOM = "publishedHeadroomMw";
    private static final String DATE = "2026-06-01";

    private record Module() implements ScoringModule {
        @Override
        public String id() {
            return "small";
        }

        @Override
        public List<Criterion> criteria() {
            return List.of(number(MONTHS, "months"), number(PRICE, "USD/MWh"), number(HEADROOM, "MW"));
        }

        private static Criterion number(String id, String unit) {
            return Criterion.number(id, id, unit, Direction.LOWER_IS_BETTER, 0, 1e6, "a test", "test");
        }

        @Override
        public List<ParameterSpec> parameters() {
            return List.of();
        }

        @Override
        public Measurer bind(ModuleContext context) {
            throw new UnsupportedOperationException("declares only");
        }
    }

    /** Writes it and gives what a page is made from. */
    RunInput write() throws IOException {
        PublishedRun run = new PublishedRun(folder.resolve(DATE + "-1"));
        ExplanationFiles files = run.explanationFiles();
        for (Path part : List.of(files.sites(), files.measurements(), files.scores(), files.records())) {
            Files.createDirectories(part);
        }
        Policy policy = policy();
        try (SiteWriter writer = new SiteWriter(files.sites())) {
            writer.add(new Rows(), row -> {
                throw new IllegalStateException("twice: " + row);
            });
        }
        MemoryLayer layer = MemoryLayer.of(LayerKind.GRID_CAPACITY, "nodes")
                .point("node" + spice, -100, 30, Map.of("name", "Node" + spice))
                .build();
        files.writeLayers(List.of(layer), any -> "old" + spice);
        try (SiteStore store = new SiteStore(files.sites())) {
            MeasurementBlock measured = measure(files, layer, store);
            ScoreBlock scores = policy.newScoreBlock(SITES);
            policy.scorer().score(store.block(0, SITES), measured, scores);
            ScoreLayout layout = ScoreLayout.of(policy);
            layout.write(files.scores());
            try (ScoreFile out = ScoreFile.openForWriting(files.scoreFile(), SITES, layout)) {
                out.write(0, SITES, scores, Set.copyOf(policy.families()));
            }
            ScoreFile.complete(files.scoreFile(), SITES, layout);
            try (OrderFile.Writer out = new OrderFile.Writer(files.order())) {
                IntStream.range(0, SITES)
                        .boxed()
                        .sorted(Comparator.<Integer>comparingInt(scores::tier)
                                .thenComparing(site -> scores.gate(site) == GateAnswer.FAIL ? 0 : -scores.ranking(site))
                                .thenComparing(store::siteId))
                        .forEach(out::add);
                out.finish();
            }
        }
        Folders.copy(folder.resolve("policy"), files.policy());
        Files.writeString(
                run.folder().resolve(PublishedRun.ISSUES),
                "effect,layer,file,record,record_id,field,value,reason,longitude,latitude\nSKIPPED,nodes,nodes.csv,1,"
                        + "\"r" + quoted() + "\",kv,\"v" + quoted() + "\",\"bad" + quoted() + "\",,\n");
        return new RunInput(
                run.folder(),
                manifest(),
                policy,
                new Given(Given.FORMAT, List.of("s7" + spice, "gone" + spice), Map.of("nodes", "free" + spice), null),
                2);
    }

    private String quoted() {
        return spice.replace("\"", "\"\"");
    }

    private Policy policy() throws IOException {
        Map<String, String> texts = Map.of(
                "policy.yaml", """
                policy: small
                version: 1.0.0
                title: Small
                rankBy: MIDDLE
                score: {minimum: 0, maximum: 100}
                """,
                "criteria/small.yaml", """
                module: small
                criteria:
                  - criterion: timeToPowerMonthsP50
                    weight: 0.6
                    value: {piecewiseLinear: [[0, 1], [100, 0]]}
                    reasoning: sooner is better
                    source: test
                  - criterion: energyPriceUsdPerMwh
                    weight: 0.4
                    value: {piecewiseLinear: [[0, 1], [100, 0]]}
                    reasoning: cheaper is better
                    source: test
                """,
                "drl/rules.drl", """
                package headroom.policy;
                import org.headroom.rules.Site;

                rule "too late" @gate(time) @source("test")
                when
                    $s: Site(timeToPowerMonthsP50 > 75)
                then
                    $s.exclude("LATE", "later than 75 months");
                end
                """);
        Path at = folder.resolve("policy");
        for (Map.Entry<String, String> text : texts.entrySet()) {
            Files.createDirectories(at.resolve(text.getKey()).getParent());
            Files.writeString(at.resolve(text.getKey()), text.getValue());
        }
        return Policy.load(at, Vocabulary.of(List.of(new Module())), folder.resolve(".rules"));
    }

    private MeasurementBlock measure(ExplanationFiles files, MemoryLayer layer, SiteStore store) {
        Set<String> criteria = new TreeSet<>(List.of(MONTHS, PRICE, HEADROOM));
        MeasurementBlock measured = new MeasurementBlock(criteria, SITES);
        for (int n = 0; n < SITES; n++) {
            int site = store.find("s" + n + spice);
            if (n == 2) {
                measured.column(MONTHS).setUnknown(site, UnknownReason.FIELD_MISSING, layer, 0);
            } else {
                measured.column(MONTHS).setInterval(site, 10 * n + 6.25, 10 * n + 9.5, EvidenceClass.DERIVED, layer, 0);
                measured.column(PRICE).set(site, 20 + n / 3.0, EvidenceClass.REPORTED, layer, 0);
                measured.column(HEADROOM).set(site, 50 * n, EvidenceClass.REPORTED, layer, 0);
            }
        }
        for (String criterion : criteria) {
            Path file = files.measurementFile(criterion);
            MeasurementColumn column = measured.column(criterion);
            try (MeasurementFile out = MeasurementFile.openForWriting(file, SITES)) {
                out.write(0, SITES, column);
            }
            MeasurementFile.complete(file, SITES);
        }
        return measured;
    }

    private Manifest manifest() {
        Manifest manifest = new Manifest(
                Manifest.FORMAT,
                "0123456789ab",
                "small",
                "Small" + spice,
                DATE,
                "data_center",
                100,
                new Manifest.PolicyEntry("small", "1.0.0", "0"),
                new InputDigests("", "test", DATE, "", "0", Map.of(), Map.of()).withComputedKey(),
                new Manifest.Counts(SITES, SITES - 1, 1, 0),
                List.of(),
                new Manifest.GateCounts(SITES - 2, 0, 1, 1),
                List.of(new Manifest.LayerEntry(
                        "nodes", "substation", "Publisher" + spice, "2025-01-01", 516L, "USED", 1, 1, 0, 0, 1)),
                List.of(),
                List.of(),
                1,
                List.of());
        Json.write(folder.resolve(DATE + "-1").resolve(Manifest.FILE), manifest);
        return manifest;
    }

    private final class Rows implements SiteRows {
        @Override
        public int size() {
            return SITES;
        }

        @Override
        public String siteId(int row) {
            return "s" + row + spice;
        }

        @Override
        public double[] longitudes() {
            return IntStream.range(0, SITES).mapToDouble(n -> -100 + n).toArray();
        }

        @Override
        public double[] latitudes() {
            return IntStream.range(0, SITES).mapToDouble(n -> 30 + n / 7.0).toArray();
        }

        @Override
        public double @Nullable [] numbers(String attribute) {
            return null;
        }

        @Override
        public @Nullable String @Nullable [] texts(String attribute) {
            return switch (attribute) {
                case "stateCode" ->
                    IntStream.range(0, SITES)
                            .mapToObj(n -> n < 4 ? "TX" : "T" + spice)
                            .toArray(String[]::new);
                case "origin" ->
                    IntStream.range(0, SITES).mapToObj(n -> "GREENFIELD").toArray(String[]::new);
                case "name" ->
                    IntStream.range(0, SITES).mapToObj(n -> "Site " + n + spice).toArray(String[]::new);
                default -> null;
            };
        }
    }
}
