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
import org.headroom.model.GateAnswer;
import org.headroom.rules.policy.Policy;
import org.headroom.rules.policy.ScoreBlock;
import org.headroom.rules.policy.Scorer;
import org.headroom.runs.store.MeasurementFile;
import org.headroom.spi.MeasurementBlock;
import org.headroom.spi.MeasurementColumn;
import org.headroom.spi.SiteBlock;
import org.jspecify.annotations.Nullable;

/**
 * Scores the sites of a block after each step, one thread's worth. A site is only scored where something of it was replaced in the step; what it
 * has at the end is what the second run has, so nothing is scored where one step does it all.
 */
final class BlockWorker {
    static final int BLOCK = 4096;
    private static final int EVIDENCE_EACH = 3;
    private static final GateAnswer[] ANSWERS = GateAnswer.values();
    private static final byte NO_GATE = -1;

    private final OpenRun before;
    private final OpenRun after;
    private final SiteMatch match;
    private final InputChanges changes;
    private final CellCauses causes;
    private final Set<String> compared;
    private final List<Policy> policies;
    private final List<String> criteria;
    private final List<String> gates;
    private final @Nullable OwnRows own;
    private final MeasurementColumn[] measuredBefore;
    private final MeasurementColumn[] measuredAfter;
    private final short[][] causeOf;
    /** Those of {@link #causeOf} that are not always -1. */
    private final short[][] comparedCauses;
    /** By step, whether anything of any site of the block is replaced in it. */
    private final boolean[] isAnyIn;

    private final short[] ownStep = new short[BLOCK];
    private final short[] last = new short[BLOCK];
    private final int[] earlier = new int[BLOCK];
    private final byte[][] gateBefore;
    private final byte[][] gateAfter;
    private final byte[][] gateNow;
    private final short[][] gateStep;
    private final boolean[] isRead;
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
        this.causes = causes;
        this.compared = compared;
        this.policies = policies;
        this.gates = gates;
        this.own = own;
        criteria = causes.criteria();
        measuredBefore = columns(criteria.size());
        measuredAfter = columns(criteria.size());
        causeOf = new short[criteria.size()][BLOCK];
        comparedCauses = IntStream.range(0, criteria.size())
                .filter(criterion -> compared.contains(criteria.get(criterion)))
                .mapToObj(criterion -> causeOf[criterion])
                .toArray(short[][]::new);
        isAnyIn = new boolean[policies.size()];
        isRead = new boolean[criteria.size()];
        gateBefore = new byte[gates.size()][BLOCK];
        gateAfter = new byte[gates.size()][BLOCK];
        gateNow = new byte[gates.size()][BLOCK];
        gateStep = new short[gates.size()][BLOCK];
        byWeight = byWeight(changes.after(), criteria);
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

    private static MeasurementColumn[] columns(int count) {
        MeasurementColumn[] columns = new MeasurementColumn[count];
        Arrays.setAll(columns, i -> new MeasurementColumn(BLOCK));
        return columns;
    }

    /** Works a block off. */
    BlockStages work(int first, int count) {
        BlockStages out = new BlockStages(policies.size());
        System.arraycopy(match.earlier(), first, earlier, 0, count);
        Arrays.fill(isRead, false);
        if (own == null) {
            Arrays.fill(ownStep, 0, count, (short) -1);
        } else {
            own.find(first, count, earlier, ownStep);
        }
        compare(first, count);
        findLast(first, count);
        readGates(first, count);
        score(first, count, out);
        tellEvidence(first, count, out);
        tellGates(first, count, out);
        tellSettled(first, count, out);
        return out;
    }

    private void compare(int first, int count) {
        double[] longitudes = new double[count];
        double[] latitudes = new double[count];
        if (!compared.isEmpty()) {
            after.sites().readLongitudes(first, count, longitudes);
            after.sites().readLatitudes(first, count, latitudes);
        }
        for (int criterion = 0; criterion < criteria.size(); criterion++) {
            short[] steps = causeOf[criterion];
            Arrays.fill(steps, 0, count, (short) -1);
            if (!compared.contains(criteria.get(criterion))) {
                continue;
            }
            read(criterion, first, count);
            MeasurementColumn.Storage then = measuredBefore[criterion].storage();
            MeasurementColumn.Storage now = measuredAfter[criterion].storage();
            for (int i = 0; i < count; i++) {
                if (earlier[i] >= 0 && differs(then, now, i)) {
                    steps[i] = (short)
                            causes.of(criterion, then, now, i, causeOf, ownStep[i], longitudes[i], latitudes[i]);
                }
            }
        }
    }

    private static boolean differs(MeasurementColumn.Storage then, MeasurementColumn.Storage now, int row) {
        return Double.doubleToLongBits(then.lower()[row]) != Double.doubleToLongBits(now.lower()[row])
                || Double.doubleToLongBits(then.upper()[row]) != Double.doubleToLongBits(now.upper()[row])
                || then.reason()[row] != now.reason()[row]
                || then.evidence()[row] != now.evidence()[row];
    }

    /** Reads what both runs measured; what only one of them has stands for both. */
    private void read(int criterion, int first, int count) {
        if (isRead[criterion]) {
            return;
        }
        isRead[criterion] = true;
        String id = criteria.get(criterion);
        MeasurementFile then = before.columns().measured().get(id);
        MeasurementFile now = after.columns().measured().get(id);
        if (now != null) {
            now.read(first, count, measuredAfter[criterion]);
        }
        if (then != null && (now == null || compared.contains(id))) {
            MeasurementColumn to = now == null ? measuredAfter[criterion] : measuredBefore[criterion];
            if (isInOrder(count)) {
                then.read(earlier[0], count, to);
                return;
            }
            MeasurementColumn part = new MeasurementColumn(count);
            Runs.forEach(earlier, count, (row, site, length) -> {
                then.read(site, length, part);
                for (int i = 0; i < length; i++) {
                    to.copy(part, i, row + i);
                }
            });
        }
    }

    private boolean isInOrder(int count) {
        return earlier[0] >= 0 && earlier[count - 1] - earlier[0] == count - 1 && isAscending(count);
    }

    private boolean isAscending(int count) {
        for (int i = 1; i < count; i++) {
            if (earlier[i] != earlier[i - 1] + 1) {
                return false;
            }
        }
        return true;
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
        for (short[] cells : comparedCauses) {
            for (int i = 0; i < count; i++) {
                int step = cells[i];
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

    private void readGates(int first, int count) {
        for (int gate = 0; gate < gates.size(); gate++) {
            byte[] then = gateBefore[gate];
            Arrays.fill(then, 0, count, NO_GATE);
            Arrays.fill(gateAfter[gate], 0, count, NO_GATE);
            int placeBefore = before.columns().layout().gates().indexOf(gates.get(gate));
            int placeAfter = after.columns().layout().gates().indexOf(gates.get(gate));
            if (placeBefore >= 0) {
                Runs.forEach(earlier, count, (row, site, length) -> {
                    byte[] part = new byte[length];
                    before.columns().scores().readGate(placeBefore, site, length, part);
                    System.arraycopy(part, 0, then, row, length);
                });
            }
            if (placeAfter >= 0) {
                after.columns().scores().readGate(placeAfter, first, count, gateAfter[gate]);
            }
            System.arraycopy(then, 0, gateNow[gate], 0, count);
            Arrays.fill(gateStep[gate], 0, count, (short) -1);
        }
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
                    for (int gate = 0; gate < gates.size(); gate++) {
                        note(gate, i, step, gateAfter[gate][i]);
                    }
                } else if (scores != null && next < picked && rows[next] == i) {
                    out.scored[step].add(first + i, scores.ranking(next), (byte) scores.tier(next));
                    noteGates(step, i, scores, next);
                    next++;
                }
            }
        }
    }

    private boolean isReplaced(int row, int step, Step ofStep) {
        if (ofStep.isOfPolicy() || ownStep[row] == step) {
            return true;
        }
        for (short[] steps : comparedCauses) {
            if (steps[row] == step) {
                return true;
            }
        }
        return false;
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
        MeasurementBlock block = new MeasurementBlock(criteria, picked);
        for (int criterion = 0; criterion < criteria.size(); criterion++) {
            read(criterion, first, count);
            MeasurementColumn to = block.column(criteria.get(criterion));
            for (int k = 0; k < picked; k++) {
                boolean isBefore = causeOf[criterion][rows[k]] > step;
                to.copy(isBefore ? measuredBefore[criterion] : measuredAfter[criterion], rows[k], k);
            }
        }
        SiteBlock sites = after.sites().block(first, count);
        Map<Integer, SiteBlock> one = new HashMap<>();
        PickedSites.SiteOfBefore then = row -> Objects.requireNonNull(
                one.computeIfAbsent(row, i -> before.sites().block(earlier[i], 1)));
        scorer.score(new PickedSites(sites, then, rows, rowIsBefore, picked), block, scores);
        return scores;
    }

    private void noteGates(int step, int row, ScoreBlock scores, int picked) {
        List<String> ofPolicy = policies.get(step).gates();
        for (int gate = 0; gate < gates.size(); gate++) {
            int place = ofPolicy.indexOf(gates.get(gate));
            note(
                    gate,
                    row,
                    step,
                    place < 0
                            ? NO_GATE
                            : (byte) scores.gateAnswer(place, picked).ordinal());
        }
    }

    private void note(int gate, int row, int step, byte answer) {
        if (gateNow[gate][row] != answer) {
            gateNow[gate][row] = answer;
            gateStep[gate][row] = (short) step;
        }
    }

    private void tellEvidence(int first, int count, BlockStages out) {
        int[] told = new int[policies.size()];
        for (int i = 0; i < count; i++) {
            if (earlier[i] < 0 || last[i] < 0) {
                continue;
            }
            Arrays.fill(told, 0);
            for (int criterion : byWeight) {
                int step = causeOf[criterion][i];
                if (step >= 0 && told[step]++ < EVIDENCE_EACH) {
                    addEvidence(first, i, step, criterion, out);
                }
            }
        }
    }

    private void addEvidence(int first, int row, int step, int criterion, BlockStages out) {
        MeasurementColumn now = measuredAfter[criterion];
        MeasurementColumn then = measuredBefore[criterion];
        boolean isAfter = causes.isChanged(true, now.layerOrdinal(row), now.record(row))
                || !causes.isChanged(false, then.layerOrdinal(row), then.record(row))
                        && (now.layerOrdinal(row) >= 0 || then.layerOrdinal(row) < 0);
        MeasurementColumn said = isAfter ? now : then;
        int layer = said.layerOrdinal(row);
        out.evidence.add(first + row, step, criterion, isAfter, Math.max(0, layer), layer < 0 ? -1 : said.record(row));
    }

    private void tellGates(int first, int count, BlockStages out) {
        for (int i = 0; i < count; i++) {
            for (int gate = 0; earlier[i] >= 0 && gate < gates.size(); gate++) {
                byte then = gateBefore[gate][i];
                byte now = gateAfter[gate][i];
                if (then != now) {
                    out.flips.add(new GateFlip(
                            first + i, gates.get(gate), answer(then), answer(now), Math.max(0, gateStep[gate][i])));
                }
            }
        }
    }

    private static @Nullable GateAnswer answer(byte ordinal) {
        return ordinal == NO_GATE ? null : ANSWERS[ordinal];
    }

    private void tellSettled(int first, int count, BlockStages out) {
        for (int criterion = 0; criterion < criteria.size(); criterion++) {
            if (!compared.contains(criteria.get(criterion))) {
                continue;
            }
            MeasurementColumn then = measuredBefore[criterion];
            MeasurementColumn now = measuredAfter[criterion];
            for (int i = 0; i < count; i++) {
                if (causeOf[criterion][i] >= 0 && now.isKnown(i) && isLessSure(then, now, i)) {
                    out.settled.add(new Settled(
                            first + i,
                            criteria.get(criterion),
                            then.lower(i),
                            then.upper(i),
                            now.lower(i),
                            now.upper(i),
                            now.layerOrdinal(i),
                            now.record(i)));
                }
            }
        }
    }

    private static boolean isLessSure(MeasurementColumn then, MeasurementColumn now, int row) {
        return !then.isKnown(row) || then.lower(row) != then.upper(row) && now.lower(row) == now.upper(row);
    }
}
