package org.headroom.decide.acceptability;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import org.headroom.rules.outcome.Draws;
import org.headroom.rules.outcome.OutcomeModel;
import org.headroom.rules.policy.Policy;
import org.headroom.rules.reading.DecisionSettings;
import org.headroom.runs.DrawnRanks;
import org.headroom.runs.ExplanationFiles;
import org.headroom.runs.RunColumns;
import org.headroom.runs.file.Folders;
import org.headroom.runs.store.SureRanks;

/**
 * How sure the ranks of a run are: SMAA-2 (Lahdelma and Salminen 2001; Tervonen and Figueira 2008) over what is unknown, intervals and weights. The
 * same bytes whatever the threads.
 */
public final class RankSureness {
    private static final int BLOCK = 4096;
    /** Sites times draws that a night has time for: some twenty seconds on two cores. */
    private static final long MOST_OUTCOMES = 1L << 28;

    /** So many draws are made all the same, to a million sites, which takes some minutes. */
    private static final long LEAST_DRAWS = 1_000;

    private static final long UTMOST_OUTCOMES = 1L << 30;

    private final ExplanationFiles files;
    private final Policy policy;
    private final int threads;

    /**
     * @param files columns of a run whose sites were ranked
     * @param policy the policy that they were scored by, as it stands on the day of the run
     * @param threads how many work at the same time, at least 1
     */
    public RankSureness(ExplanationFiles files, Policy policy, int threads) {
        this.files = files;
        this.policy = policy;
        this.threads = threads;
    }

    /** Writes how sure the ranks are beside the columns; nothing where the policy draws nothing. What an earlier try left is removed first. */
    public void write() {
        try {
            Folders.delete(files.decision());
            if (!policy.drawsOutcomes()) {
                return;
            }
            Files.createDirectory(files.decision());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Acceptability found = find();
        int size = found.size();
        double largestError = 0;
        try (SureRanks out = SureRanks.openForWriting(files.sureRanks(), size)) {
            SureRanks.Block block = SureRanks.Block.of(BLOCK);
            for (int first = 0; first < size; first += BLOCK) {
                int count = Math.min(BLOCK, size - first);
                for (int row = 0; row < count; row++) {
                    found.copy(first + row, row, block);
                    largestError = Math.max(largestError, block.standardError()[row]);
                }
                out.write(first, count, block);
            }
        }
        SureRanks.complete(files.sureRanks(), size);
        DecisionSettings decision = policy.decision();
        new DrawnRanks(
                        decision.topN(),
                        found.draws(),
                        decision.weights() ? decision.weightRange() : 0,
                        decision.unknowns(),
                        decision.intervals(),
                        found.timesInTop(),
                        largestError)
                .write(files);
    }

    /** As many as the policy says, and fewer where that would be more than a night has time for. */
    private int draws(int sites) {
        long each = Math.max(1, sites);
        long least = Math.max(1, Math.min(LEAST_DRAWS, UTMOST_OUTCOMES / each));
        return (int) Math.min(policy.decision().draws(), Math.max(least, MOST_OUTCOMES / each));
    }

    /** The figures of all sites. */
    Acceptability find() {
        try (RunColumns run = new RunColumns(files, policy.criteriaOfOutcomes())) {
            OutcomeModel model = policy.outcomes(new Draws(draws(run.size())), policy.decision());
            int[] idPlaces = new int[run.size()];
            int[] block = new int[BLOCK];
            for (int first = 0; first < idPlaces.length; first += BLOCK) {
                int count = Math.min(BLOCK, idPlaces.length - first);
                run.readIdPlaces(first, count, block);
                System.arraycopy(block, 0, idPlaces, first, count);
            }
            DrawnSites.Source source = new DrawnSites.Source(
                    run.size(),
                    model.draws().count(),
                    idPlaces,
                    policy.minimumScore(),
                    policy.maximumScore(),
                    () -> new RunDraws(run, model, DrawnSites.SITES_TOGETHER));
            int topN = policy.decision().topN();
            return (long) source.sites() * source.draws() <= ExactRanks.MOST_CELLS
                    ? new ExactRanks(source, topN, threads).rank()
                    : new SteppedRanks(source, topN, threads).rank();
        }
    }
}
