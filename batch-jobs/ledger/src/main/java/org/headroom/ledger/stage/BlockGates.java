package org.headroom.ledger.stage;

import java.util.Arrays;
import java.util.List;
import org.headroom.ledger.run.OpenRun;
import org.headroom.model.GateAnswer;
import org.headroom.rules.policy.ScoreBlock;
import org.jspecify.annotations.Nullable;

/** Answers of the gates at the sites of a block in both runs, and by which step they changed; one thread's worth. */
final class BlockGates {
    private static final GateAnswer[] ANSWERS = GateAnswer.values();
    private static final byte NO_GATE = -1;

    private final OpenRun before;
    private final OpenRun after;
    private final List<String> gates;
    /** Sites of the first run, by row; -1 for a site that it does not have. */
    private final int[] earlier;

    private final byte[][] gateBefore;
    private final byte[][] gateAfter;
    private final byte[][] gateNow;
    private final short[][] gateStep;

    /** @param earlier sites of the first run by row, put there before each block */
    BlockGates(OpenRun before, OpenRun after, List<String> gates, int[] earlier) {
        this.before = before;
        this.after = after;
        this.gates = gates;
        this.earlier = earlier;
        gateBefore = new byte[gates.size()][BlockWorker.BLOCK];
        gateAfter = new byte[gates.size()][BlockWorker.BLOCK];
        gateNow = new byte[gates.size()][BlockWorker.BLOCK];
        gateStep = new short[gates.size()][BlockWorker.BLOCK];
    }

    void read(int first, int count) {
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

    /** Notes that a row has the answers of the second run after a step. */
    void noteSecond(int row, int step) {
        for (int gate = 0; gate < gates.size(); gate++) {
            note(gate, row, step, gateAfter[gate][row]);
        }
    }

    /**
     * Notes the answers that a row has after a step.
     *
     * @param ofPolicy gates of the policy after the step
     * @param picked the row in the scores
     */
    void note(int row, int step, List<String> ofPolicy, ScoreBlock scores, int picked) {
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

    /** Tells the answers that differ between the runs. */
    void tell(int first, int count, BlockStages out) {
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
}
