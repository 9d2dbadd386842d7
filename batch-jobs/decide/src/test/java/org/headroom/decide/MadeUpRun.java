package org.headroom.decide;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
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
import org.headroom.spi.Layer;
import org.headroom.spi.MeasurementBlock;
import org.headroom.spi.MeasurementColumn;
import org.headroom.spi.Measurer;
import org.headroom.spi.ModuleContext;
import org.headroom.spi.ParameterSpec;
import org.headroom.spi.ScoringModule;
import org.headroom.testkit.MemoryLayer;
import org.headroom.testkit.MemoryLayerBuilder;
import org.jspecify.annotations.Nullable;

/** A published run of made-up sites, written by the writers that a night uses; their score is their merit, unless another policy is given. */
public final class MadeUpRun {
    /** MW that are asked for. */
    public static final double REQUESTED_MW = 100;

    public static final String DATE = "2026-06-01";

    private static final String POLICY = """
        policy: made-up
        version: 1.0.0
        title: Made up
        rankBy: LOWER_BOUND
        score: {minimum: 0, maximum: 100}
        """;
    private static final String CRITERIA = """
        module: made-up
        criteria:
          - criterion: merit
            weight: 1
            value: {piecewiseLinear: [[0, 0], [100, 1]]}
            reasoning: the merit that it was given
            source: test
        """;
    private static final String RULES = """
        package headroom.policy;
        import org.headroom.rules.Site;

        rule "no merit" @gate(merit) @source("test")
        when
            $s: Site(merit < 1)
        then
            $s.exclude("NO_MERIT", "no merit");
        end

        rule "doubt" @source("test")
        when
            $s: Site(doubt > 0)
        then
            $s.tier(2, "doubt");
        end
        """;

    private final ScoringModule module;
    private final Map<String, String> policyFiles;
    private final List<Spec> sites = new ArrayList<>();
    private final Map<String, String> zoneOfNode = new LinkedHashMap<>();

    public MadeUpRun() {
        this(new Module(), Map.of("policy.yaml", POLICY, "criteria/made-up.yaml", CRITERIA, "drl/rules.drl", RULES));
    }

    /**
     * @param module declares the criteria
     * @param policyFiles texts of the policy's files by their names in its folder
     */
    public MadeUpRun(ScoringModule module, Map<String, String> policyFiles) {
        this.module = module;
        this.policyFiles = policyFiles;
    }

    /** A site that is made up; figures are two ends, null where unknown. */
    public static final class Spec {
        private final String id;
        private final Map<String, double[]> figures = new HashMap<>();
        private String state = "TX";
        private String origin = "GREENFIELD";
        private double longitude;
        private double latitude = 30;
        private @Nullable String node;
        private @Nullable String jurisdiction;

        private Spec(String id) {
            this.id = id;
        }

        public Spec jurisdiction(String code) {
            jurisdiction = code;
            return this;
        }

        public Spec in(String stateCode) {
            state = stateCode;
            return this;
        }

        public Spec at(double east, double north) {
            longitude = east;
            latitude = north;
            return this;
        }

        public Spec node(String recordId, double headroomMw) {
            return node(recordId, headroomMw, headroomMw);
        }

        public Spec node(String recordId, double lowMw, double highMw) {
            node = recordId;
            return with("publishedHeadroomMw", lowMw, highMw);
        }

        /** A facility that holds a right. */
        public Spec right(double lowMw, double highMw) {
            origin = "BROWNFIELD";
            return with("usableRightMw", lowMw, highMw);
        }

        public Spec with(String criterion, double low, double high) {
            figures.put(criterion, new double[] {low, high});
            return this;
        }
    }

    /** Adds a site at a place of its own, 1 degree from the others. */
    public Spec site(String id, double merit) {
        return site(id).with("merit", merit, merit);
    }

    /** The same without a merit. */
    public Spec site(String id) {
        Spec spec = new Spec(id);
        spec.longitude = -120 + sites.size();
        sites.add(spec);
        return spec;
    }

    /** Puts a node in a zone. */
    public MadeUpRun zone(String node, String zone) {
        zoneOfNode.put(node, zone);
        return this;
    }

    private record Module() implements ScoringModule {
        @Override
        public String id() {
            return "made-up";
        }

        @Override
        public List<Criterion> criteria() {
            return List.of(
                    number("merit", "1"),
                    number("doubt", "1"),
                    number("publishedHeadroomMw", "MW"),
                    number("usableRightMw", "MW"),
                    number("distanceToInterconnectionKm", "km"),
                    number("timeToPowerMonthsP50", "months"),
                    number("siteCostUsdPerMwYear", "USD/MW-yr"));
        }

        private static Criterion number(String id, String unit) {
            return Criterion.number(id, id, unit, Direction.HIGHER_IS_BETTER, 0, 1e9, "a test", "test");
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

    /** Publishes it in a folder that is not there yet. */
    public PublishedRun publish(Path folder) {
        try {
            return write(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private PublishedRun write(Path folder) throws IOException {
        PublishedRun run = new PublishedRun(folder);
        ExplanationFiles files = run.explanationFiles();
        for (Path part : List.of(files.sites(), files.measurements(), files.scores(), files.records())) {
            Files.createDirectories(part);
        }
        Path policy = Files.createDirectories(folder.resolveSibling(folder.getFileName() + "-policy"));
        for (Map.Entry<String, String> file : policyFiles.entrySet()) {
            put(policy, file.getKey(), file.getValue());
        }
        Policy loaded = Policy.load(policy, Vocabulary.of(List.of(module)), folder.resolveSibling(".rules"));
        try (SiteWriter writer = new SiteWriter(files.sites())) {
            writer.add(new Rows(), row -> {
                throw new IllegalStateException("twice: " + row);
            });
        }
        MemoryLayer layer = layer();
        files.writeLayers(List.of(layer), any -> "");
        try (SiteStore store = new SiteStore(files.sites())) {
            Spec[] stored = new Spec[sites.size()];
            for (Spec spec : sites) {
                stored[store.find(spec.id)] = spec;
            }
            MeasurementBlock measured = measure(files, layer, stored, loaded);
            ScoreBlock scores = loaded.newScoreBlock(stored.length);
            loaded.scorer().score(store.block(0, stored.length), measured, scores);
            ScoreLayout layout = ScoreLayout.of(loaded);
            layout.write(files.scores());
            try (ScoreFile out = ScoreFile.openForWriting(files.scoreFile(), stored.length, layout)) {
                out.write(0, stored.length, scores, Set.copyOf(loaded.families()));
            }
            ScoreFile.complete(files.scoreFile(), stored.length, layout);
            try (OrderFile.Writer out = new OrderFile.Writer(files.order())) {
                IntStream.range(0, stored.length)
                        .boxed()
                        .sorted(Comparator.<Integer>comparingInt(scores::tier)
                                .thenComparing(site -> scores.gate(site) == GateAnswer.FAIL ? 0 : -scores.ranking(site))
                                .thenComparing(site -> stored[site].id))
                        .forEach(out::add);
                out.finish();
            }
        }
        Folders.copy(policy, files.policy());
        writeManifest(run);
        return run;
    }

    private static void put(Path folder, String file, String text) throws IOException {
        Path at = folder.resolve(file);
        Files.createDirectories(at.getParent());
        Files.writeString(at, text);
    }

    private MemoryLayer layer() {
        MemoryLayerBuilder layer = MemoryLayer.of(LayerKind.GRID_CAPACITY, "nodes");
        for (String node : nodes()) {
            layer.point(
                    node,
                    -100,
                    30,
                    zoneOfNode.containsKey(node) ? Map.of("headroomZoneId", zoneOfNode.get(node)) : Map.of());
        }
        return layer.build();
    }

    private List<String> nodes() {
        Set<String> nodes = new TreeSet<>();
        sites.forEach(spec -> {
            if (spec.node != null) {
                nodes.add(spec.node);
            }
        });
        return List.copyOf(nodes);
    }

    private MeasurementBlock measure(ExplanationFiles files, Layer layer, Spec[] stored, Policy policy) {
        Set<String> criteria = new TreeSet<>();
        policy.criteria().forEach(line -> criteria.add(line.criterion().id()));
        policy.fieldsOfRules().stream()
                .filter(field -> policy.vocabulary().fields().get(field).criterion())
                .forEach(criteria::add);
        sites.forEach(spec -> criteria.addAll(spec.figures.keySet()));
        MeasurementBlock measured = new MeasurementBlock(criteria, stored.length);
        for (String criterion : criteria) {
            MeasurementColumn column = measured.column(criterion);
            for (int site = 0; site < stored.length; site++) {
                Spec spec = stored[site];
                double[] figure = spec.figures.get(criterion);
                if (figure == null) {
                    continue;
                }
                if (criterion.equals("publishedHeadroomMw") && spec.node != null) {
                    int record = nodes().indexOf(spec.node);
                    if (Double.isNaN(figure[0])) {
                        column.setUnknown(site, UnknownReason.FIELD_MISSING, layer, record);
                    } else {
                        column.setInterval(site, figure[0], figure[1], EvidenceClass.REPORTED, layer, record);
                    }
                } else {
                    column.setInterval(site, figure[0], figure[1], EvidenceClass.REPORTED);
                }
            }
            Path file = files.measurementFile(criterion);
            try (MeasurementFile out = MeasurementFile.openForWriting(file, stored.length)) {
                out.write(0, stored.length, column);
            }
            MeasurementFile.complete(file, stored.length);
        }
        return measured;
    }

    private void writeManifest(PublishedRun run) {
        Json.write(
                run.folder().resolve(Manifest.FILE),
                new Manifest(
                        Manifest.FORMAT,
                        "0",
                        "made-up",
                        "Made up",
                        DATE,
                        "data_center",
                        REQUESTED_MW,
                        new Manifest.PolicyEntry("made-up", "1.0.0", "0"),
                        new InputDigests("", "test", DATE, "", "0", Map.of(), Map.of()).withComputedKey(),
                        new Manifest.Counts(sites.size(), sites.size(), 0, 0),
                        List.of(),
                        new Manifest.GateCounts(sites.size(), 0, 0, 0),
                        List.of(),
                        List.of(),
                        List.of(),
                        0,
                        List.of()));
    }

    private final class Rows implements SiteRows {
        @Override
        public int size() {
            return sites.size();
        }

        @Override
        public String siteId(int row) {
            return sites.get(row).id;
        }

        @Override
        public double[] longitudes() {
            return sites.stream().mapToDouble(spec -> spec.longitude).toArray();
        }

        @Override
        public double[] latitudes() {
            return sites.stream().mapToDouble(spec -> spec.latitude).toArray();
        }

        @Override
        public double @Nullable [] numbers(String attribute) {
            return null;
        }

        @Override
        public @Nullable String @Nullable [] texts(String attribute) {
            return switch (attribute) {
                case "jurisdictionCode" ->
                    sites.stream().map(spec -> spec.jurisdiction).toArray(String[]::new);
                case "stateCode" -> sites.stream().map(spec -> spec.state).toArray(String[]::new);
                case "origin" -> sites.stream().map(spec -> spec.origin).toArray(String[]::new);
                case "name" -> sites.stream().map(spec -> "Site " + spec.id).toArray(String[]::new);
                default -> null;
            };
        }
    }
}
