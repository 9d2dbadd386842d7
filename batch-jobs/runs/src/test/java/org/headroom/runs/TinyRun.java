package org.headroom.runs;

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
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.headroom.export.About;
import org.headroom.export.ExportFormat;
import org.headroom.export.MapClasses;
import org.headroom.export.Publication;
import org.headroom.export.RankedTable;
import org.headroom.export.issues.IssuesCsv;
import org.headroom.model.Criterion;
import org.headroom.model.DataIssue;
import org.headroom.model.EvidenceClass;
import org.headroom.model.GateAnswer;
import org.headroom.model.LayerKind;
import org.headroom.model.UnknownReason;
import org.headroom.rules.policy.Policy;
import org.headroom.rules.policy.ScoreBlock;
import org.headroom.rules.vocabulary.Vocabulary;
import org.headroom.runs.file.Digests;
import org.headroom.runs.file.Folders;
import org.headroom.runs.file.Json;
import org.headroom.runs.store.MeasurementFile;
import org.headroom.runs.store.OrderFile;
import org.headroom.runs.store.ScoreFile;
import org.headroom.runs.store.ScoreLayout;
import org.headroom.runs.store.SiteStore;
import org.headroom.runs.store.SiteWriter;
import org.headroom.runs.table.PublishSpec;
import org.headroom.runs.table.RankingFiles;
import org.headroom.spi.Layer;
import org.headroom.spi.MeasurementBlock;
import org.headroom.spi.MeasurementColumn;
import org.headroom.spi.ScoringModule;
import org.headroom.testkit.MemoryLayer;
import org.headroom.testkit.MemoryLayerBuilder;

/**
 * A run of fifty made-up sites, published by this module's own writers: no night, no Batch API, no process. The same seed gives the same sites
 * and measurements, whatever the policy: some are unknown, some intervals, many scores are equal, some sites are excluded.
 *
 * @param seed of what is made up
 * @param policy what scores the sites
 * @param criteria ids of the criteria that are measured
 * @param formats of the published tables; may be empty
 */
public record TinyRun(long seed, TinyPolicy policy, Set<String> criteria, Set<String> formats) {
    public static final int SITES = 50;
    public static final String DATE = "2026-06-01";
    public static final String LAYER = "lines";

    private static final int DOUBLED = 2;
    private static final int RECORDS = 9;
    /** Mostly on the anchors and limits of the policy, so that many scores are equal. */
    private static final Map<String, double[]> VALUES = Map.of(
            "distanceKm", new double[] {0, 10, 17.3, 60},
            "kv", new double[] {34.5, 69, 138, 345, 345},
            "publishedHeadroomMw", new double[] {0, 50, 120.25},
            "priceUsdPerMwh", new double[] {20, 110, 200, 47},
            "ban", new double[] {0, 0, 0, 0, 1, 2});

    /** A run that measures all criteria and publishes what is usual. */
    public TinyRun(long seed, TinyPolicy policy) {
        this(
                seed,
                policy,
                VALUES.keySet(),
                ExportFormat.all().stream()
                        .filter(ExportFormat::isUsual)
                        .map(ExportFormat::id)
                        .collect(Collectors.toSet()));
    }

    /** The modules that measure. */
    public static List<ScoringModule> modules() {
        return TinyModule.ALL;
    }

    /** The same with fewer criteria. */
    public TinyRun measuring(String... some) {
        return new TinyRun(seed, policy, Set.of(some), formats);
    }

    /** The same without tables, which is faster. */
    public TinyRun withoutTables() {
        return new TinyRun(seed, policy, criteria, Set.of());
    }

    /** Publishes it in a folder that is not there yet; its compiled rules are kept beside it. */
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
        Policy loaded = Policy.load(
                policy.folder(), Vocabulary.of(modules()), folder.resolveSibling(RunFolders.COMPILED_RULES));
        SplittableRandom random = new SplittableRandom(seed);
        List<DataIssue> issues = writeSites(files, random);
        MemoryLayer layer = layer();
        files.writeLayers(List.of(layer), tiny -> "made up");
        MeasurementBlock measured = writeMeasurements(files, random, layer);
        try (SiteStore sites = new SiteStore(files.sites())) {
            ScoreBlock scores = loaded.newScoreBlock(SITES);
            loaded.scorer().score(sites.block(0, SITES), measured, scores);
            writeScores(files, loaded, scores);
            writeOrder(files, sites, scores);
        }
        Folders.copy(policy.folder(), files.policy());
        IssuesCsv.write(issues, folder.resolve(PublishedRun.ISSUES));
        InputDigests inputs = new InputDigests(
                        "", "test", DATE, "", Digests.ofFolder(files.policy()), Map.of(LAYER, "0"), Map.of("law", "1"))
                .withComputedKey();
        writeManifest(run, loaded, inputs, issues);
        seal(run);
        return run;
    }

    private static List<DataIssue> writeSites(ExplanationFiles files, SplittableRandom random) {
        TinySites rows = TinySites.of(SITES, DOUBLED, random);
        List<DataIssue> issues = new ArrayList<>();
        try (SiteWriter writer = new SiteWriter(files.sites())) {
            writer.add(rows, row -> {
                String id = rows.siteId(row);
                issues.add(new DataIssue(
                        DataIssue.Effect.SKIPPED, "list", "", row + 1L, id, "siteId", id, "is there twice", -100, 30));
            });
        }
        CandidateCounts counts = new CandidateCounts("list", SITES + DOUBLED, SITES, DOUBLED);
        Json.write(files.candidates(), new CandidateReport(List.of(counts), issues));
        return issues;
    }

    private static MemoryLayer layer() {
        MemoryLayerBuilder layer = MemoryLayer.of(LayerKind.GRID_CAPACITY, LAYER)
                .source("the operator")
                .asOf(LocalDate.parse("2025-12-31"));
        for (int record = 0; record < RECORDS; record++) {
            layer.point("line " + record, -100, 30, Map.of("headroomZoneId", "zone " + record % 4));
        }
        return layer.build();
    }

    private MeasurementBlock writeMeasurements(ExplanationFiles files, SplittableRandom random, Layer layer) {
        MeasurementBlock measured = new MeasurementBlock(criteria, SITES);
        for (Criterion criterion : Vocabulary.of(modules()).criteria()) {
            // Drawn for all criteria, so that one is measured the same whichever others are.
            MeasurementColumn column = new MeasurementColumn(SITES);
            double[] values = VALUES.getOrDefault(criterion.id(), new double[0]);
            for (int site = 0; site < SITES; site++) {
                double one = values[random.nextInt(values.length)];
                double other = values[random.nextInt(values.length)];
                int record = random.nextInt(RECORDS);
                switch (random.nextInt(9)) {
                    case 0 -> column.setUnknown(site, UnknownReason.NO_RECORD_IN_REACH, layer, record);
                    case 1 ->
                        column.setInterval(site, Math.min(one, other), Math.max(one, other), EvidenceClass.ESTIMATED);
                    case 2 -> column.set(site, one, EvidenceClass.FALLBACK);
                    default -> column.set(site, one, EvidenceClass.REPORTED, layer, record);
                }
            }
            if (criteria.contains(criterion.id())) {
                Path file = files.measurementFile(criterion.id());
                try (MeasurementFile out = MeasurementFile.openForWriting(file, SITES)) {
                    out.write(0, SITES, column);
                }
                MeasurementFile.complete(file, SITES);
                try (MeasurementFile in = MeasurementFile.openForReading(file, SITES)) {
                    in.read(0, SITES, measured.column(criterion.id()));
                }
            }
        }
        return measured;
    }

    private static void writeScores(ExplanationFiles files, Policy policy, ScoreBlock scores) {
        ScoreLayout layout = ScoreLayout.of(policy);
        layout.write(files.scores());
        try (ScoreFile out = ScoreFile.openForWriting(files.scoreFile(), SITES, layout)) {
            out.write(0, SITES, scores, Set.copyOf(policy.families()));
        }
        ScoreFile.complete(files.scoreFile(), SITES, layout);
    }

    /** By a plain sort of all sites, to compare with. */
    private static void writeOrder(ExplanationFiles files, SiteStore sites, ScoreBlock scores) {
        int[] idPlaces = new int[SITES];
        sites.readIdPlaces(0, SITES, idPlaces);
        Comparator<Integer> byScore =
                Comparator.comparing(site -> scores.gate(site) == GateAnswer.FAIL ? 0 : -scores.ranking(site));
        try (OrderFile.Writer out = new OrderFile.Writer(files.order())) {
            IntStream.range(0, SITES)
                    .boxed()
                    .sorted(Comparator.<Integer>comparingInt(scores::tier)
                            .thenComparing(byScore)
                            .thenComparing(site -> idPlaces[site]))
                    .forEach(out::add);
            out.finish();
        }
    }

    private void writeManifest(PublishedRun run, Policy loaded, InputDigests inputs, List<DataIssue> issues)
            throws IOException {
        String id = inputs.key().substring(0, 12);
        List<Manifest.ColumnEntry> columns;
        GateTally tally;
        try (RankingFiles files = new RankingFiles(run.explanationFiles(), run.explanationFiles(), loaded, 1)) {
            RankedTable table = files.table(new PublishSpec(formats, List.of()), about(id));
            Map<String, String> dbfNames = new HashMap<>();
            Publication publication =
                    new Publication(table, issues, LocalDate.parse(DATE), run.folder(), PublishedRun.BASE_NAME, 1);
            for (ExportFormat format : ExportFormat.all()) {
                if (formats.contains(format.id())) {
                    dbfNames.putAll(format.write(publication).shortNames());
                }
            }
            columns = table.columns().stream()
                    .map(column -> new Manifest.ColumnEntry(column.name(), dbfNames.getOrDefault(column.name(), "")))
                    .toList();
            tally = files.tally();
        }
        long excluded = tally.count(GateAnswer.FAIL);
        Json.write(
                run.folder().resolve(Manifest.FILE),
                new Manifest(
                        Manifest.FORMAT,
                        id,
                        "tiny",
                        "Tiny",
                        DATE,
                        "data_center",
                        100,
                        new Manifest.PolicyEntry(loaded.id(), loaded.version(), loaded.digest()),
                        inputs,
                        new Manifest.Counts(SITES + DOUBLED, SITES - excluded, excluded, DOUBLED),
                        List.of(new CandidateCounts("list", SITES + DOUBLED, SITES, DOUBLED)),
                        new Manifest.GateCounts(
                                tally.count(GateAnswer.PASS),
                                tally.count(GateAnswer.CONDITIONAL),
                                tally.count(GateAnswer.UNKNOWN),
                                excluded),
                        List.of(new Manifest.LayerEntry(
                                LAYER,
                                "grid-capacity",
                                "the operator",
                                "2025-12-31",
                                152L,
                                "USED",
                                RECORDS,
                                RECORDS,
                                0,
                                0,
                                0)),
                        modules().stream()
                                .map(module -> new Manifest.ModuleEntry(
                                        module.id(),
                                        "1",
                                        module.criteria().stream()
                                                .map(Criterion::id)
                                                .toList()))
                                .toList(),
                        columns,
                        issues.size(),
                        List.of()));
    }

    private static About about(String run) {
        return new About(
                "Tiny",
                "tiny",
                run,
                LocalDate.parse(DATE),
                "data_center",
                100,
                "tiny",
                "",
                List.of(),
                MapClasses.PINNED);
    }

    /** Makes all digests right again, whatever was done to the files and the rest of the manifest. */
    public static void seal(PublishedRun run) throws IOException {
        Manifest old = run.manifest();
        Path folder = run.folder();
        List<Manifest.FileEntry> files = new ArrayList<>();
        for (Path file : Digests.files(folder)) {
            String name = folder.relativize(file).toString();
            if (!name.equals(Manifest.FILE) && !name.equals(Manifest.DIGEST_FILE)) {
                files.add(new Manifest.FileEntry(name, Files.size(file), Digests.ofFile(file)));
            }
        }
        Path manifest = folder.resolve(Manifest.FILE);
        Json.write(
                manifest,
                new Manifest(
                        old.format(),
                        old.run(),
                        old.project(),
                        old.title(),
                        old.evaluationDate(),
                        old.sector(),
                        old.requestedLoadMw(),
                        old.policy(),
                        old.inputs(),
                        old.counts(),
                        old.candidates(),
                        old.gates(),
                        old.layers(),
                        old.modules(),
                        old.columns(),
                        old.issues(),
                        files));
        sealManifest(run);
    }

    /** Makes the digest of the manifest right again. */
    public static void sealManifest(PublishedRun run) throws IOException {
        String digest = Digests.ofFile(run.folder().resolve(Manifest.FILE));
        Files.writeString(run.folder().resolve(Manifest.DIGEST_FILE), Digests.line(digest, Manifest.FILE));
    }

    /** Changes the scores of a run in place, and leaves its order as it is. */
    public void changeScores(PublishedRun run, Consumer<ScoreBlock.Storage> change) throws IOException {
        ExplanationFiles files = run.explanationFiles();
        Policy loaded = Policy.read(policy.folder(), Vocabulary.of(modules()));
        ScoreBlock scores = loaded.newScoreBlock(SITES);
        try (ScoreFile in = ScoreFile.openForReading(files.scoreFile(), SITES, ScoreLayout.read(files.scores()))) {
            in.read(0, SITES, scores);
        }
        change.accept(scores.storage());
        Files.delete(files.scoreFile());
        writeScores(files, loaded, scores);
    }

    /** Files of a run by their paths in it. */
    public static List<String> files(PublishedRun run) {
        return Digests.files(run.folder()).stream()
                .map(file -> run.folder().relativize(file).toString())
                .toList();
    }
}
