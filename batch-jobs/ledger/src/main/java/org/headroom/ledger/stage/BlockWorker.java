package org.headroom.ledger.stage;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import org.headroom.ledger.cause.CellCauses;
import org.headroom.ledger.cause.InputChanges;
import org.headroom.ledger.cause.Step;
import org.headroom.ledger.run.OpenRun;
import org.headroom.ledger.run.SiteMatch;
import org.headroom.rules.policy.Policy;
import org.headroom.rules.policy.ScoreBlock;
import org.headroom.rules.policy.Scorer;
import org.headroom.spi.SiteBlock;
import org.jspecify.annotations.Nullable;

/**
 * Scores the sites of a block after each step, one thread's worth. A site is only scored where something of it was replaced in the step; what it
 * has at the end is what the second run has, so nothing is scored where one step does it all.
 */
final class BlockWorker {
    static final int BLOCK = 4096;

    private final OpenRun before;
    private final OpenRun after;
    private final SiteMatch match;
    private final InputChanges changes;
    private final List<Policy> policies;
    private final @Nullable OwnRows own;
    private final BlockCells cells;
    private final BlockGates gates;
    /** By step, whether anything of any site of the block is replaced in it. */
    private final boolean[] isAnyIn;

    private final short[] ownStep = new short[BLOCK];
    private final short[] last = new short[BLOCK];
    private final int[] earlier = new int[BLOCK];
    /** Criteria by their weight, the greatest first: in this order people are told of them. */
    private final int[] byWeight;

    private final @Nullable Scorer[] scorers;
    private final @Nullable ScoreBlock[] scoreBlocks;
    private final int[] rows = new int[BLOCK];
    private final boolean[] rowIsBefore = new boolean[BLOCK];

    /**
     * @param compared criteria whose measurements may differ
     * @param policies the policy after each step
     * @param own where what is said of the sites themselves differs; null where nothing does
     */
    BlockWorker(
            OpenRun before,
            OpenRun after,
            SiteMatch match,
            InputChanges changes,
            CellCauses causes,
            Set<String> compared,
            List<Policy> policies,
            List<String> gates,
            @Nullable OwnRows own) {
        this.before = before;
        this.after = after;
        this.match = match;
        this.changes = changes;
        this.policies = policies;
        this.own = own;
        cells = new BlockCells(before, after, causes, compared, earlier);
        this.gates = new BlockGates(before, after, gates, earlier);
        isAnyIn = new boolean[policies.size()];
        byWeight = byWeight(changes.after(), causes.criteria());
        scorers = new Scorer[policies.size()];
        scoreBlocks = new ScoreBlock[policies.size()];
    }

    private static int[] byWeight(Policy policy, List<String> criteria) {
        Map<String, Double> weights = new HashMap<>();
        policy.criteria().forEach(line -> weights.put(line.criterion().id(), line.weight()));
        return IntStream.range(0, criteria.size())
                .boxed()
                .sorted(Comparator.comparingDouble(i -> -weights.getOrDefault(criteria.get(i), 0.0)))
                .mapToInt(i -> i)
                .toArray();
    }

    /** Works a block off. */
    BlockStages work(int first, int count) {
        BlockStages out = new BlockStages(policies.size());
        System.arraycopy(match.earlier(), first, earlier, 0, count);
        if (own == null) {
            Arrays.fill(ownStep, 0, count, (short) -1);
        } else {
            own.find(first, count, earlier, ownStep);
        }
        cells.compare(first, count, ownStep);
        findLast(first, count);
        gates.read(first, count);
        score(first, count, out);
        cells.tellEvidence(first, count, last, policies.size(), byWeight, out);
        gates.tell(first, count, out);
        cells.tellSettled(first, count, out);
        return out;
    }

    /** The last step in which anything of a site is replaced: after it the site is as the second run has it. */
    private void findLast(int first, int count) {
        int ofPolicy = -1;
        List<Step> steps = changes.steps();
        for (int step = 0; step < steps.size(); step++) {
            ofPolicy = steps.get(step).isOfPolicy() ? step : ofPolicy;
        }
        for (int i = 0; i < count; i++) {
            last[i] = (short) Math.max(ofPolicy, ownStep[i]);
        }
        Arrays.fill(isAnyIn, false);
        for (short[] causes : cells.compared()) {
            for (int i = 0; i < count; i++) {
                int step = causes[i];
                if (step >= 0) {
                    isAnyIn[step] = true;
                    last[i] = (short) Math.max(last[i], step);
                }
            }
        }
        for (int i = 0; i < count; i++) {
            // Something that no file tells of, such as another Headroom.
            if (last[i] < 0 && earlier[i] >= 0 && isRankedOtherwise(earlier[i], first + i)) {
                last[i] = (short) changes.parameters();
            }
            if (ownStep[i] >= 0) {
                isAnyIn[ownStep[i]] = true;
            }
            if (last[i] >= 0) {
                isAnyIn[last[i]] = true;
            }
        }
    }

    private boolean isRankedOtherwise(int then, int now) {
        return before.scores()[then] != after.scores()[now] || before.tiers()[then] != after.tiers()[now];
    }

    private void score(int first, int count, BlockStages out) {
        List<Step> steps = changes.steps();
        for (int step = 0; step < steps.size(); step++) {
            if (!isAnyIn[step] && !steps.get(step).isOfPolicy()) {
                continue;
            }
            int picked = 0;
            for (int i = 0; i < count; i++) {
                if (earlier[i] >= 0 && isReplaced(i, step, steps.get(step)) && last[i] != step) {
                    rowIsBefore[picked] = ownStep[i] > step;
                    rows[picked++] = i;
                }
            }
            ScoreBlock scores = picked == 0 ? null : scored(step, first, count, picked);
            int next = 0;
            for (int i = 0; i < count; i++) {
                if (earlier[i] < 0) {
                    continue;
                }
                if (last[i] == step) {
                    out.scored[step].add(first + i, after.scores()[first + i], after.tiers()[first + i]);
                    gates.noteSecond(i, step);
                } else if (scores != null && next < picked && rows[next] == i) {
                    out.scored[step].add(first + i, scores.ranking(next), (byte) scores.tier(next));
                    gates.note(i, step, policies.get(step).gates(), scores, next);
                    next++;
                }
            }
        }
    }

    private boolean isReplaced(int row, int step, Step ofStep) {
        return ofStep.isOfPolicy() || ownStep[row] == step || cells.isReplaced(row, step);
    }

    private ScoreBlock scored(int step, int first, int count, int picked) {
        Policy policy = policies.get(step);
        Scorer scorer = scorers[step];
        ScoreBlock scores = scoreBlocks[step];
        if (scorer == null || scores == null) {
            scorer = policy.scorer();
            scores = policy.newScoreBlock(BLOCK);
            scorers[step] = scorer;
            scoreBlocks[step] = scores;
        }
        SiteBlock sites = after.sites().block(first, count);
        Map<Integer, SiteBlock> one = new HashMap<>();
        PickedSites.SiteOfBefore then = row -> Objects.requireNonNull(
                one.computeIfAbsent(row, i -> before.sites().block(earlier[i], 1)));
        scorer.score(
                new PickedSites(sites, then, rows, rowIsBefore, picked),
                cells.after(step, first, count, rows, picked),
                scores);
        return scores;
    }
}
