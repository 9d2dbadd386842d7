package org.headroom.workbench.whatif;

import java.util.Arrays;

/**
 * Goes through the turns of all rivals in the order of the size of the change, and counts how many are before the site. Turns are made anew
 * for a part of the range at a time, so that memory does not grow with the number of rivals.
 */
final class CrossingSweep {
    private static final int PARTS = 4096;
    private static final int TURNS_TOGETHER = 1 << 16;
    private static final double PATIENCE = 1.5;

    private final ScoreLines lines;
    private final int direction;
    private final double range;
    private final int quota;
    private final boolean wasIn;
    private final int[] rises = new int[PARTS];
    private final int[] falls = new int[PARTS];
    private long[] turns = new long[1024];
    private int count;
    private boolean wasCrossed;
    private double nextQuestion;

    /** Is asked whether the place of the site really changes. */
    interface Question {
        /**
         * One question.
         *
         * @param from size of the change at which the lines say so
         * @param to up to which they do so without another turn
         * @return whether it does, somewhere in that range; ends the sweep
         */
        boolean isSo(double from, double to);
    }

    /**
     * Prepares a sweep.
     *
     * @param direction 1 for a rise of the weight, -1 for a fall
     * @param range size of the largest change
     * @param quota so many rivals before the site are too many
     * @param wasIn whether there are fewer as it is
     */
    CrossingSweep(ScoreLines lines, int direction, double range, int quota, boolean wasIn) {
        this.lines = lines;
        this.direction = direction;
        this.range = range;
        this.quota = quota;
        this.wasIn = wasIn;
    }

    private boolean isCrossed(int rivalsAhead) {
        return rivalsAhead < quota != wasIn;
    }

    private int part(double at) {
        return Math.min(PARTS - 1, (int) (at / range * PARTS));
    }

    /** Asks at each place at which the lines cross, in order, until the answer is yes. */
    void ask(Question question) {
        for (int i = 1; i < lines.size(); i++) {
            lines.turns(i, direction, range, (at, isAhead) -> {
                if (isAhead) {
                    rises[part(at)]++;
                } else {
                    falls[part(at)]++;
                }
            });
        }
        int ahead = lines.ahead.cardinality();
        int part = 0;
        while (part < PARTS) {
            boolean mayCross = isCrossed(wasIn ? ahead + rises[part] : ahead - falls[part]);
            int end = part + 1;
            if (mayCross) {
                int together = rises[part] + falls[part];
                while (end < PARTS && together + rises[end] + falls[end] <= TURNS_TOGETHER) {
                    together += rises[end] + falls[end];
                    end++;
                }
                collect(part, end);
                if (sweep(ahead, end * (range / PARTS), question)) {
                    return;
                }
            } else {
                wasCrossed = false;
            }
            for (; part < end; part++) {
                ahead += rises[part] - falls[part];
            }
        }
    }

    private void collect(int first, int end) {
        count = 0;
        for (int i = 1; i < lines.size(); i++) {
            lines.turns(i, direction, range, (at, isAhead) -> {
                int part = part(at);
                if (part >= first && part < end) {
                    add(at, isAhead);
                }
            });
        }
        Arrays.sort(turns, 0, count);
    }

    /** Sizes are not negative, so their bits are in their order; the last one tells which way the rival goes. */
    private void add(double at, boolean isAhead) {
        if (count == turns.length) {
            turns = Arrays.copyOf(turns, 2 * count);
        }
        turns[count++] = Double.doubleToRawLongBits(Math.max(0, at)) & ~1L | (isAhead ? 1 : 0);
    }

    private double at(int turn) {
        return Double.longBitsToDouble(turns[turn] & ~1L);
    }

    private boolean sweep(int aheadBefore, double end, Question question) {
        int ahead = aheadBefore;
        for (int turn = 0; turn < count; turn++) {
            ahead += (turns[turn] & 1) == 1 ? 1 : -1;
            boolean isLastHere = turn + 1 == count || at(turn + 1) > at(turn);
            if (!isLastHere) {
                continue;
            }
            boolean crossed = isCrossed(ahead);
            // Where the answer was no, the same question is not put again until the change is a good deal larger.
            if (crossed && (!wasCrossed || at(turn) >= nextQuestion)) {
                double to = turn + 1 == count ? end : at(turn + 1);
                if (question.isSo(at(turn), Math.max(at(turn), to))) {
                    return true;
                }
                nextQuestion = PATIENCE * at(turn);
            }
            wasCrossed = crossed;
        }
        return false;
    }
}
