package org.headroom.layers.index;

import java.util.function.IntConsumer;

/**
 * A balanced tree of boxes over pieces of lines in space, in flat arrays: the middle of a range of pieces splits it, as in {@link KdTree}, and each
 * range has the box of all its pieces. Immutable and safe for several threads.
 */
final class PieceTree {
    private static final int LEAF = 4;

    /** More than a float differs from the double that it stands for, km. */
    private static final float ROUNDING_KM = 0.001f;

    private final int size;
    /** As in {@link Pieces}, in the order of the tree. */
    private final double[] ends;

    private final int[] records;
    /** Box of the range whose middle is m: least x, y, z from 6m on, greatest from 6m + 3. */
    private final float[] boxes;

    PieceTree(Pieces pieces) {
        size = pieces.count();
        double[] middles = new double[3 * size];
        int[] order = new int[size];
        for (int p = 0; p < size; p++) {
            order[p] = p;
            for (int axis = 0; axis < 3; axis++) {
                middles[3 * p + axis] = (pieces.ends()[6 * p + axis] + pieces.ends()[6 * p + 3 + axis]) / 2;
            }
        }
        KdSplit.arrange(order, middles, new byte[size], LEAF);
        ends = new double[6 * size];
        records = new int[size];
        for (int p = 0; p < size; p++) {
            System.arraycopy(pieces.ends(), 6 * order[p], ends, 6 * p, 6);
            records[p] = pieces.record(order[p]);
        }
        boxes = new float[6 * size];
        if (size > 0) {
            fill(0, size);
        }
    }

    private void fill(int from, int to) {
        int box = 6 * ((from + to) >>> 1);
        for (int axis = 0; axis < 3; axis++) {
            boxes[box + axis] = Float.POSITIVE_INFINITY;
            boxes[box + 3 + axis] = Float.NEGATIVE_INFINITY;
        }
        if (to - from <= LEAF) {
            for (int p = from; p < to; p++) {
                include(box, p);
            }
            return;
        }
        int middle = (from + to) >>> 1;
        include(box, middle);
        include(box, from, middle);
        include(box, middle + 1, to);
    }

    private void include(int box, int from, int to) {
        if (from < to) {
            fill(from, to);
            int inner = 6 * ((from + to) >>> 1);
            for (int axis = 0; axis < 3; axis++) {
                boxes[box + axis] = Math.min(boxes[box + axis], boxes[inner + axis]);
                boxes[box + 3 + axis] = Math.max(boxes[box + 3 + axis], boxes[inner + 3 + axis]);
            }
        }
    }

    private void include(int box, int piece) {
        for (int axis = 0; axis < 3; axis++) {
            double one = ends[6 * piece + axis];
            double other = ends[6 * piece + 3 + axis];
            boxes[box + axis] = Math.min(boxes[box + axis], (float) Math.min(one, other) - ROUNDING_KM);
            boxes[box + 3 + axis] = Math.max(boxes[box + 3 + axis], (float) Math.max(one, other) + ROUNDING_KM);
        }
    }

    int size() {
        return size;
    }

    int record(int piece) {
        return records[piece];
    }

    /** The search of one thread, from one place after another; it starts from what it found before. */
    final class Search {
        private final double[] found = new double[3];
        private final double[] on = new double[3];
        private double x;
        private double y;
        private double z;
        private int piece;
        private double best;

        /** Finds the piece that is nearest to a place in space; there must be one. */
        void from(double placeX, double placeY, double placeZ) {
            x = placeX;
            y = placeY;
            z = placeZ;
            best = Double.POSITIVE_INFINITY;
            offer(piece);
            search(0, size);
        }

        private void search(int from, int to) {
            if (to - from <= LEAF) {
                for (int p = from; p < to; p++) {
                    offer(p);
                }
                return;
            }
            int middle = (from + to) >>> 1;
            offer(middle);
            double lower = gap(from, middle);
            double upper = gap(middle + 1, to);
            boolean isLowerFirst = lower <= upper;
            if (Math.min(lower, upper) <= best) {
                search(isLowerFirst ? from : middle + 1, isLowerFirst ? middle : to);
            }
            if (Math.max(lower, upper) <= best) {
                search(isLowerFirst ? middle + 1 : from, isLowerFirst ? to : middle);
            }
        }

        /** Finds every piece that is within a chord of a place in space, in the order of the tree. */
        void within(double placeX, double placeY, double placeZ, double chordKm, IntConsumer visitor) {
            x = placeX;
            y = placeY;
            z = placeZ;
            collect(0, size, chordKm * chordKm, visitor);
        }

        private void collect(int from, int to, double square, IntConsumer visitor) {
            if (gap(from, to) > square) {
                return;
            }
            if (to - from <= LEAF) {
                for (int p = from; p < to; p++) {
                    collect(p, square, visitor);
                }
                return;
            }
            int middle = (from + to) >>> 1;
            collect(from, middle, square, visitor);
            collect(middle, square, visitor);
            collect(middle + 1, to, square, visitor);
        }

        private void collect(int candidate, double square, IntConsumer visitor) {
            best = Double.POSITIVE_INFINITY;
            offer(candidate);
            if (best <= square) {
                visitor.accept(candidate);
            }
        }

        private double gap(int from, int to) {
            if (from >= to) {
                return Double.POSITIVE_INFINITY;
            }
            int box = 6 * ((from + to) >>> 1);
            double dx = Math.max(0, Math.max(boxes[box] - x, x - boxes[box + 3]));
            double dy = Math.max(0, Math.max(boxes[box + 1] - y, y - boxes[box + 4]));
            double dz = Math.max(0, Math.max(boxes[box + 2] - z, z - boxes[box + 5]));
            return dx * dx + dy * dy + dz * dz;
        }

        private void offer(int candidate) {
            int at = 6 * candidate;
            double alongX = ends[at + 3] - ends[at];
            double alongY = ends[at + 4] - ends[at + 1];
            double alongZ = ends[at + 5] - ends[at + 2];
            double length = alongX * alongX + alongY * alongY + alongZ * alongZ;
            double dot = (x - ends[at]) * alongX + (y - ends[at + 1]) * alongY + (z - ends[at + 2]) * alongZ;
            double part = length > 0 ? Math.min(1, Math.max(0, dot / length)) : 0;
            on[0] = ends[at] + part * alongX;
            on[1] = ends[at + 1] + part * alongY;
            on[2] = ends[at + 2] + part * alongZ;
            double dx = on[0] - x;
            double dy = on[1] - y;
            double dz = on[2] - z;
            double square = dx * dx + dy * dy + dz * dz;
            if (square < best || square == best && records[candidate] < records[piece]) {
                best = square;
                piece = candidate;
                System.arraycopy(on, 0, found, 0, 3);
            }
        }

        /** The record whose piece was found. */
        int record() {
            return records[piece];
        }

        /** The place on it, earth-centred, km; reused by the next search. */
        double[] place() {
            return found;
        }
    }
}
