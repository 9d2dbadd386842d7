package org.headroom.decide.acceptability;

import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import org.headroom.rules.policy.Policy;
import org.headroom.runs.DrawnRanks;
import org.headroom.runs.ExplanationFiles;
import org.headroom.runs.PublishedRun;
import org.headroom.runs.RunVocabulary;
import org.headroom.runs.store.SiteStore;
import org.headroom.runs.store.SureRanks;
import org.headroom.runs.verify.CheckResult;
import org.headroom.runs.verify.Finding;
import org.headroom.runs.verify.FurtherCheck;
import org.headroom.spi.ScoringModule;

/** Adds up how sure the ranks of a run are, and draws them again: every figure must come out bit by bit. */
public final class SurenessCheck implements FurtherCheck {
    private static final String FILE = "explanations/decision/ranks.columns";
    private static final int BLOCK = 4096;
    private static final int MOST = 100;
    /** Of the sum of all mean ranks, which is known. */
    private static final double TOLERANCE = 1e-9;

    private final int threads;

    /** @param threads how many draw at the same time, at least 1 */
    public SurenessCheck(int threads) {
        this.threads = threads;
    }

    @Override
    public CheckResult check(PublishedRun run, List<? extends ScoringModule> modules) {
        ExplanationFiles files = run.explanationFiles();
        if (!Files.exists(files.sureRanks())) {
            return new CheckResult("draws", "nothing was drawn", List.of());
        }
        DrawnRanks drawn = DrawnRanks.read(files);
        Policy policy =
                Policy.read(files.policy(), RunVocabulary.of(run, modules)).on(run.day());
        Acceptability again = new RankSureness(files, policy, threads).find();
        List<Finding> findings = new ArrayList<>();
        try (SiteStore sites = new SiteStore(files.sites());
                SureRanks kept = SureRanks.openForReading(files.sureRanks(), sites.size())) {
            compare(sites, kept, again, drawn, findings);
        }
        return new CheckResult(
                "draws",
                again.size() + " sites drawn again " + drawn.draws() + " times; probabilities sum to "
                        + (double) drawn.timesInTop() / drawn.draws(),
                findings);
    }

    private static void compare(
            SiteStore sites, SureRanks kept, Acceptability again, DrawnRanks drawn, List<Finding> findings) {
        SureRanks.Block then = SureRanks.Block.of(BLOCK);
        SureRanks.Block now = SureRanks.Block.of(BLOCK);
        int size = sites.size();
        long times = 0;
        double ranks = 0;
        for (int first = 0; first < size; first += BLOCK) {
            int count = Math.min(BLOCK, size - first);
            kept.read(first, count, then);
            for (int row = 0; row < count; row++) {
                again.copy(first + row, row, now);
                times += Math.round(then.topNProbability()[row] * drawn.draws());
                ranks += then.expectedRank()[row];
                if (!isSame(then, now, row) && findings.size() < MOST) {
                    findings.add(new Finding(
                            FILE,
                            "site " + sites.siteId(first + row) + ": probability " + then.topNProbability()[row]
                                    + ", expected rank " + then.expectedRank()[row] + ", but drawn again "
                                    + now.topNProbability()[row] + " and " + now.expectedRank()[row]));
                }
            }
        }
        if (times != drawn.timesInTop() || times > (long) drawn.topN() * drawn.draws()) {
            findings.add(new Finding(
                    FILE,
                    "the probabilities sum to " + (double) times / drawn.draws() + ", not to "
                            + (double) drawn.timesInTop() / drawn.draws() + " of " + drawn.topN()));
        }
        double wanted = size * (size + 1.0) / 2;
        boolean isExact = (long) size * drawn.draws() <= ExactRanks.MOST_CELLS;
        if (isExact && Math.abs(ranks - wanted) > TOLERANCE * wanted) {
            findings.add(new Finding(FILE, "the expected ranks sum to " + ranks + ", not to " + wanted));
        }
    }

    private static boolean isSame(SureRanks.Block then, SureRanks.Block now, int row) {
        return then.topNProbability()[row] == now.topNProbability()[row]
                && then.standardError()[row] == now.standardError()[row]
                && then.expectedRank()[row] == now.expectedRank()[row]
                && then.rankP05()[row] == now.rankP05()[row]
                && then.rankP95()[row] == now.rankP95()[row]
                && then.expectedScore()[row] == now.expectedScore()[row];
    }
}
