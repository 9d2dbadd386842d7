package org.headroom.layers.index;

/**
 * A balanced kd-tree (J. L. Bentley, "Multidimensional binary search trees", CACM 18, 1975) over points in space, in flat arrays without
 * nodes: the middle of a range of points splits it. Immutable and safe for several threads. Points are numbered in the order of the
 * tree.
 */
final class KdTree {
    /** Ranges up to this long are searched through. */
    static final int LEAF = 8;

    /** Coordinates of point p at 3p. */
    final double[] xyz;

    /** Axis on which the range whose middle is p was split. */
    final byte[] axes;

    /** Number that each point had in the constructor's argument. */
    final int[] order;

    /** @param unsorted coordinates of point p at 3p */
    KdTree(double[] unsorted) {
        int count = unsorted.length / 3;
        order = new int[count];
        for (int p = 0; p < count; p++) {
            order[p] = p;
        }
        axes = new byte[count];
        KdSplit.arrange(order, unsorted, axes, LEAF);
        xyz = new double[3 * count];
        for (int p = 0; p < count; p++) {
            System.arraycopy(unsorted, 3 * order[p], xyz, 3 * p, 3);
        }
    }

    int size() {
        return order.length;
    }

    double distanceSquared(int point, double x, double y, double z) {
        double dx = xyz[3 * point] - x;
        double dy = xyz[3 * point + 1] - y;
        double dz = xyz[3 * point + 2] - z;
        return dx * dx + dy * dy + dz * dz;
    }

    /** How far a place lies beyond the plane through the middle; negative on the lower side. */
    double beyond(int middle, double x, double y, double z) {
        int axis = axes[middle];
        return (axis == 0 ? x : axis == 1 ? y : z) - xyz[3 * middle + axis];
    }

    /** Visits the points within a distance in ascending order. O(log n + found) for a small distance; allocates nothing. */
    void within(double x, double y, double z, double distance, Visitor visitor) {
        within(0, size(), x, y, z, distance, visitor);
    }

    private void within(int from, int to, double x, double y, double z, double distance, Visitor visitor) {
        if (to - from <= LEAF) {
            for (int p = from; p < to; p++) {
                offer(p, x, y, z, distance, visitor);
            }
            return;
        }
        int middle = (from + to) >>> 1;
        double beyond = beyond(middle, x, y, z);
        if (beyond <= distance) {
            within(from, middle, x, y, z, distance, visitor);
        }
        offer(middle, x, y, z, distance, visitor);
        if (-beyond <= distance) {
            within(middle + 1, to, x, y, z, distance, visitor);
        }
    }

    /** Whether any point is within a distance. O(log n) when many are: the nearer half is looked at first. */
    boolean isAnyWithin(double x, double y, double z, double distance) {
        return isAnyWithin(0, size(), x, y, z, distance);
    }

    private boolean isAnyWithin(int from, int to, double x, double y, double z, double distance) {
        if (to - from <= LEAF) {
            for (int p = from; p < to; p++) {
                if (distanceSquared(p, x, y, z) <= distance * distance) {
                    return true;
                }
            }
            return false;
        }
        int middle = (from + to) >>> 1;
        if (distanceSquared(middle, x, y, z) <= distance * distance) {
            return true;
        }
        double beyond = beyond(middle, x, y, z);
        boolean upperFirst = beyond > 0;
        if (isAnyWithin(upperFirst ? middle + 1 : from, upperFirst ? to : middle, x, y, z, distance)) {
            return true;
        }
        return Math.abs(beyond) <= distance
                && isAnyWithin(upperFirst ? from : middle + 1, upperFirst ? middle : to, x, y, z, distance);
    }

    private void offer(int point, double x, double y, double z, double distance, Visitor visitor) {
        double square = distanceSquared(point, x, y, z);
        if (square <= distance * distance) {
            visitor.visit(point, square);
        }
    }

    /** Takes a point and the square of its distance. */
    interface Visitor {
        void visit(int point, double distanceSquared);
    }
}
