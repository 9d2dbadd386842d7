package org.headroom.runs.rank;

/** Scores as whole numbers that sort the way scores rank. */
final class RankKey {
    private RankKey() {}

    /**
     * A number that is the smaller, without regard to its sign bit (as {@link Long#compareUnsigned} sees it), the higher the score is. Equal
     * scores have the same key, 0.0 and -0.0 among them; NaN has no place in a ranking.
     */
    static long ofScore(double score) {
        long bits = Double.doubleToRawLongBits(score + 0.0);
        long ascending = bits ^ (bits >> 63 | Long.MIN_VALUE);
        return ~ascending;
    }
}
