package org.headroom.layers.index;

/** Brings places into the order of a balanced kd-tree: the middle of each range splits it on the range's widest axis. */
final class KdSplit {
    private KdSplit() {}

    /**
     * @param order places, brought into tree order
     * @param xyz coordinates of place p at 3p
     * @param axes takes the axis of each split at its middle
     * @param leaf ranges up to this long are left as they are
     */
    static void arrange(int[] order, double[] xyz, byte[] axes, int leaf) {
        arrange(order, xyz, axes, leaf, 0, order.length);
    }

    private static void arrange(int[] order, double[] xyz, byte[] axes, int leaf, int from, int to) {
        if (to - from <= leaf) {
            return;
        }
        int middle = (from + to) >>> 1;
        int axis = widestAxis(order, xyz, from, to);
        axes[middle] = (byte) axis;
        select(order, xyz, axis, from, to - 1, middle);
        arrange(order, xyz, axes, leaf, from, middle);
        arrange(order, xyz, axes, leaf, middle + 1, to);
    }

    private static int widestAxis(int[] order, double[] xyz, int from, int to) {
        int widest = 0;
        double width = -1;
        for (int axis = 0; axis < 3; axis++) {
            double low = Double.POSITIVE_INFINITY;
            double high = Double.NEGATIVE_INFINITY;
            for (int i = from; i < to; i++) {
                double value = xyz[3 * order[i] + axis];
                low = Math.min(low, value);
                high = Math.max(high, value);
            }
            if (high - low > width) {
                width = high - low;
                widest = axis;
            }
        }
        return widest;
    }

    /** Hoare's selection (1961) with the middle element as pivot; ties by place, so the order depends on the places only. */
    private static void select(int[] order, double[] xyz, int axis, int first, int last, int wanted) {
        int low = first;
        int high = last;
        while (low < high) {
            int pivot = order[(low + high) >>> 1];
            int i = low;
            int j = high;
            while (i <= j) {
                while (before(order[i], pivot, xyz, axis)) {
                    i++;
                }
                while (before(pivot, order[j], xyz, axis)) {
                    j--;
                }
                if (i <= j) {
                    int swap = order[i];
                    order[i++] = order[j];
                    order[j--] = swap;
                }
            }
            if (wanted <= j) {
                high = j;
            } else if (wanted >= i) {
                low = i;
            } else {
                return;
            }
        }
    }

    private static boolean before(int a, int b, double[] xyz, int axis) {
        double va = xyz[3 * a + axis];
        double vb = xyz[3 * b + axis];
        return va < vb || (va == vb && a < b);
    }
}
