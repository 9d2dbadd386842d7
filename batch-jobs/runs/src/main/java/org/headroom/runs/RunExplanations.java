package org.headroom.runs;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.headroom.columns.TextFile;
import org.headroom.model.Criterion;
import org.headroom.model.HeadroomException;
import org.headroom.rules.policy.Policy;
import org.headroom.rules.policy.ScoreBlock;
import org.headroom.runs.store.SureRanks;
import org.headroom.spi.MeasurementBlock;
import org.headroom.spi.ScoringModule;
import org.headroom.workbench.explanation.Explainer;
import org.headroom.workbench.explanation.Explanation;
import org.headroom.workbench.explanation.SourceNames;

/** Explains the sites of a published run, from the columns, the policy and the record ids that lie in it. Not safe for several threads. */
public final class RunExplanations implements AutoCloseable {
    private final PublishedRun run;
    private final ExplanationFiles files;
    private final Policy policy;
    private final RunColumns columns;
    private final RecordNames names;
    private final Explainer explainer;

    /**
     * @param run the run
     * @param modules the installed modules; those that measured in the run must be among them
     * @throws HeadroomException when the modules of the run are not installed any more
     */
    public RunExplanations(PublishedRun run, List<? extends ScoringModule> modules) {
        this(run, RunPolicy.of(run, modules));
    }

    /**
     * Explains by a policy that is loaded already.
     *
     * @param run the run; its folder may have another name than that of a published one
     * @param policy the policy that it was scored by, as it is on the evaluation date
     */
    public RunExplanations(PublishedRun run, Policy policy) {
        this.run = run;
        this.files = run.explanationFiles();
        this.policy = policy;
        this.columns = new RunColumns(files);
        this.names = new RecordNames(files);
        this.explainer = new Explainer(policy, names);
    }

    /** The policy of the run. */
    public Policy policy() {
        return policy;
    }

    /** Number of sites, ranked and excluded. */
    public int size() {
        return columns.size();
    }

    /**
     * A site with its rank.
     *
     * @param rank from 1
     * @param name name for people; may be empty
     * @param stateCode the state that it lies in; may be empty
     * @param explanation why it stands there
     */
    public record RankedSite(int rank, String name, String stateCode, Explanation explanation) {}

    /**
     * Explains a site.
     *
     * @throws HeadroomException of family CONFIG when the run has no such site, with the nearest id
     */
    public RankedSite explain(String siteId) {
        int site = run.place(columns.sites(), siteId);
        return ranked(columns.order().find(site) + 1, site);
    }

    /**
     * Explains the site of a rank.
     *
     * @param rank from 1 to {@link #size}
     */
    public RankedSite explain(int rank) {
        int[] site = new int[1];
        columns.order().read(rank - 1, 1, site);
        return ranked(rank, site[0]);
    }

    /**
     * How sure a rank is.
     *
     * @param topN length of the list
     * @param probability to be among the first N, 0 to 1
     * @param standardError of that
     * @param expectedRank mean rank
     * @param rankP05 rank that it has or betters in 5 % of the draws
     * @param rankP95 rank that it has or betters in 95 % of them
     * @param expectedScore mean score
     */
    public record SureRank(
            int topN,
            double probability,
            double standardError,
            double expectedRank,
            int rankP05,
            int rankP95,
            double expectedScore) {}

    /** How sure the rank of a site is; empty where the policy of the run draws nothing. */
    public Optional<SureRank> sureRank(String siteId) {
        int site = run.place(columns.sites(), siteId);
        return columns.sureRanks().map(ranks -> {
            SureRanks.Block one = SureRanks.Block.of(1);
            ranks.read(site, 1, one);
            return new SureRank(
                    DrawnRanks.read(files).topN(),
                    one.topNProbability()[0],
                    one.standardError()[0],
                    one.expectedRank()[0],
                    one.rankP05()[0],
                    one.rankP95()[0],
                    one.expectedScore()[0]);
        });
    }

    private RankedSite ranked(int rank, int site) {
        return new RankedSite(
                rank,
                Objects.requireNonNullElse(columns.sites().name(site), ""),
                Objects.requireNonNullElse(columns.sites().block(site, 1).texts("stateCode")[0], ""),
                explanation(site));
    }

    /** The layers behind the figures, as they were on the evaluation date. */
    public List<Explanation.LayerLine> layers() {
        return Arrays.stream(files.readLayers())
                .map(layer -> new Explanation.LayerLine(layer.layer(), layer.source(), layer.asOf(), layer.age()))
                .toList();
    }

    private Explanation explanation(int site) {
        List<String> all =
                policy.vocabulary().criteria().stream().map(Criterion::id).toList();
        MeasurementBlock block = new MeasurementBlock(all, 1);
        columns.read(site, 1, block);
        ScoreBlock score = policy.newScoreBlock(1);
        columns.scores().read(site, 1, score);
        return explainer.explain(0, columns.sites().block(site, 1), block, score);
    }

    @Override
    public void close() {
        columns.close();
        names.close();
    }

    /** Names layers and their records from the files of the run; a layer's records are opened when first asked for. */
    private static final class RecordNames implements SourceNames, AutoCloseable {
        private final ExplanationFiles files;
        private final ExplanationFiles.LayerEntry[] layers;
        private final Map<Integer, TextFile> records = new HashMap<>();
        private final ToldFields told;

        RecordNames(ExplanationFiles files) {
            this.files = files;
            this.layers = files.readLayers();
            this.told = new ToldFields(files);
        }

        @Override
        public String layerId(int layerOrdinal) {
            return layers[layerOrdinal].layer();
        }

        @Override
        public String publisher(String layerId) {
            return entry(layerId).map(ExplanationFiles.LayerEntry::source).orElse("");
        }

        @Override
        public String asOf(String layerId) {
            return entry(layerId).map(ExplanationFiles.LayerEntry::asOf).orElse("");
        }

        @Override
        public String age(String layerId) {
            return entry(layerId).map(ExplanationFiles.LayerEntry::age).orElse("");
        }

        private Optional<ExplanationFiles.LayerEntry> entry(String layerId) {
            return Arrays.stream(layers)
                    .filter(layer -> layer.layer().equals(layerId))
                    .findFirst();
        }

        @Override
        public Map<String, String> told(int layerOrdinal, int record) {
            Map<String, String> fields = told.of(layerOrdinal, record);
            fields.values().removeIf(recordId(layerOrdinal, record)::equals);
            return fields;
        }

        @Override
        public String recordId(int layerOrdinal, int record) {
            Path folder = files.records();
            String name = Integer.toString(layerOrdinal);
            if (!Files.exists(folder.resolve(name + ".end"))) {
                return name;
            }
            return Objects.requireNonNullElse(
                    records.computeIfAbsent(layerOrdinal, ordinal -> new TextFile(folder, name))
                            .get(record),
                    "");
        }

        @Override
        public void close() {
            told.close();
            records.values().forEach(TextFile::close);
        }
    }
}
