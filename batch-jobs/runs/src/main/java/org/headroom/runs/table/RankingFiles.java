package org.headroom.runs.table;

import org.headroom.export.RankedTable;
import org.headroom.rules.policy.Policy;
import org.headroom.runs.ExplanationFiles;
import org.headroom.runs.GateTally;
import org.headroom.runs.RunColumns;
import org.headroom.runs.ToldFields;

/** The files of a run that the ranked table is read from, open as long as it is. */
public final class RankingFiles implements AutoCloseable {
    private final RunColumns run;
    private final Policy policy;
    private final int threads;
    private final ToldFields told;

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
        this.policy = policy;
        this.threads = threads;
    }

    /**
     * The ranked table; to be read while this is open.
     *
     * @param runId digest of the inputs of the run, shown where a project does not choose its columns
     */
    public RankedTable table(PublishSpec publish, String runId) {
        RankedColumns columns = new RankedColumns(
                run.sites(),
                new Sources(run, policy, told, publish.ramp()),
                new Window(run.order(), threads),
                new Ranges(run.size(), threads));
        return publish.columns().isEmpty()
                ? columns.usual(policy.id() + " " + policy.version(), runId)
                : columns.chosen(publish);
    }

    /** How many sites have which answer of all gates together. */
    public GateTally tally() {
        return GateTally.of(run.scores(), run.size());
    }

    @Override
    public void close() {
        try (told) {
            run.close();
        }
    }
}
