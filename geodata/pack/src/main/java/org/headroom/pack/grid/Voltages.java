package org.headroom.pack.grid;

/**
 * Nominal voltages of the alternating-current grid of the United States: 69, 115, 138, 161, 230, 345, 500 and 765 kV and their neighbours (such as
 * 60, 66, 100, 120, 220, 287 and 525), and whatever is lower. Others are those of direct-current lines, at which no load can be connected, or slips.
 */
final class Voltages {
    private static final double[][] CLASSES = {{0.1, 170}, {215, 245}, {280, 290}, {338, 362}, {490, 550}, {735, 800}};

    private Voltages() {}

    static boolean isAlternating(double kv) {
        for (double[] range : CLASSES) {
            if (kv >= range[0] && kv <= range[1]) {
                return true;
            }
        }
        return false;
    }

    /** A voltage as a text, kV; without ".0" where it is whole. */
    static String text(double kv) {
        return kv == Math.rint(kv) ? Long.toString((long) kv) : Double.toString(kv);
    }
}
