package org.headroom.layers.index;

/**
 * Finds the point of a tree with the shortest chord to one place after another, O(log n) each, and says whether its geodesic is the
 * shortest for sure. Starts from what it found before, which helps when places that follow each other are near. Working memory of one
 * thread.
 */
final class NearestSearch {
    /** Halving a range that an int can count reaches a leaf before. */
    private static final int DEPTH = 32;

    private final KdTree tree;
    private final int[] waitingFrom = new int[DEPTH];
    private final int[] waitingTo = new int[DEPTH];
    private final double[] waitingGap = new double[DEPTH];
    private double x;
    private double y;
    private double z;
    private int point;
    private double best;
    private double second;
    private double farther;

    /** @param tree with at least one point */
    NearestSearch(KdTree tree) {
        this.tree = tree;
    }

    /** Searches from a place in space. */
    void from(double placeX, double placeY, double placeZ) {
        x = placeX;
        y = placeY;
        z = placeZ;
        best = tree.distanceSquared(point, x, y, z);
        second = Double.POSITIVE_INFINITY;
        farther = ChordBounds.fartherSquared(best);
        int waiting = 1;
        waitingFrom[0] = 0;
        waitingTo[0] = tree.size();
        waitingGap[0] = 0;
        while (--waiting >= 0) {
            if (waitingGap[waiting] > farther) {
                continue;
            }
            int from = waitingFrom[waiting];
            int to = waitingTo[waiting];
            while (to - from > KdTree.LEAF) {
                int middle = (from + to) >>> 1;
                double beyond = tree.beyond(middle, x, y, z);
                offer(middle);
                waitingGap[waiting] = beyond * beyond;
                if (beyond < 0) {
                    waitingFrom[waiting] = middle + 1;
                    waitingTo[waiting] = to;
                    to = middle;
                } else {
                    waitingFrom[waiting] = from;
                    waitingTo[waiting] = middle;
                    from = middle + 1;
                }
                waiting++;
            }
            for (int p = from; p < to; p++) {
                offer(p);
            }
        }
    }

    private void offer(int candidate) {
        double square = tree.distanceSquared(candidate, x, y, z);
        if (square < second && candidate != point) {
            if (square < best) {
                second = best;
                best = square;
                point = candidate;
                farther = ChordBounds.fartherSquared(square);
            } else {
                second = square;
            }
        }
    }

    /** The point found. */
    int point() {
        return point;
    }

    /** Square of its chord, km2; NaN when the place is. */
    double chordSquared() {
        return best;
    }

    /** Whether every other point is farther by geodesic too. */
    boolean isSure() {
        return second > farther;
    }

    /** The square of a chord, km2, from which on a point is for sure farther by geodesic than the one found. */
    double fartherSquared() {
        return farther;
    }
}
