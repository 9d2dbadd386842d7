package org.headroom.runs.table;

import java.time.LocalDate;
import java.util.List;
import org.headroom.export.About;
import org.headroom.export.AreaSource;
import org.headroom.export.MapClasses;
import org.headroom.export.RankedTable;
import org.headroom.rules.policy.Policy;
import org.headroom.runs.ExplanationFiles;
import org.headroom.runs.GateTally;
import org.headroom.runs.Manifest;
import org.headroom.runs.RecordIds;
import org.headroom.runs.RunColumns;
import org.headroom.runs.ToldFields;

/** The files of a run that the ranked table is read from, open as long as it is. */
public final class RankingFiles implements AutoCloseable {
    private static final int MAP_CLASSES = 5;

    private final RunColumns run;
    private final Policy policy;
    private final int threads;
    private final ToldFields told;
    private final RecordIds ids;
    private final RecordNames names;

    /**
     * Opens the columns of a run.
     *
     * @param records where the run keeps what its records say
     * @param policy the policy that the run was scored by
     * @param threads how many may read at the same time, at least 1
     */
    public RankingFiles(ExplanationFiles files, ExplanationFiles records, Policy policy, int threads) {
        this.run = new RunColumns(files);
        this.told = new ToldFields(records);
        this.ids = new RecordIds(records);
        this.names = new RecordNames(ids);
        this.policy = policy;
        this.threads = threads;
    }

    /**
     * The ranked table; to be read while this is open.
     *
     * @param about the run, shown where a project does not choose its columns
     */
    public RankedTable table(PublishSpec publish, About about) {
        return table(publish, about, columns(publish));
    }

    /** The ranked table of a run that was published, as its manifest tells of it; to be read while this is open. */
    public RankedTable table(PublishSpec publish, Manifest manifest) {
        return table(
                publish,
                new About(
                        manifest.title(),
                        manifest.project(),
                        manifest.run(),
                        LocalDate.parse(manifest.evaluationDate()),
                        manifest.sector(),
                        manifest.requestedLoadMw(),
                        policy.id() + " " + policy.version(),
                        policy.digest(),
                        List.of(),
                        MapClasses.PINNED));
    }

    /**
     * The ranked table with the areas of the sites; to be read while this is open.
     *
     * @param about as above
     */
    public Ranking ranking(PublishSpec publish, About about, Ranking.AreaLookup areas) {
        RankedColumns columns = columns(publish);
        AreaSource source = columns.areas(areas);
        return new Ranking(table(publish, about, columns), source);
    }

    private RankedTable table(PublishSpec publish, About about, RankedColumns columns) {
        return publish.columns().isEmpty() ? columns.usual(policy, about) : columns.chosen(publish);
    }

    private RankedColumns columns(PublishSpec publish) {
        return new RankedColumns(
                run.sites(),
                new Sources(run, policy, told, publish.ramp()),
                new Window(run.order(), threads),
                new Ranges(run.size(), threads),
                names);
    }

    /** How a map of this run divides the scores: into as many sites each, and the first N named as the policy has it. */
    public MapClasses mapClasses(int topN) {
        List<Double> breaks = ScoreQuantiles.of(run.scores(), run.size(), MAP_CLASSES);
        return new MapClasses(breaks.isEmpty() ? MapClasses.PINNED.breaks() : breaks, topN);
    }

    /** How many sites have which answer of all gates together. */
    public GateTally tally() {
        return GateTally.of(run.scores(), run.size());
    }

    @Override
    public void close() {
        try (told;
                ids) {
            run.close();
        }
    }
}
