package org.headroom.decide.portfolio.choice;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The limits of a problem as rows {@code sum amount x <= limit} of its linear relaxation, each scaled so that the largest amount is 1, with
 * rows that follow from them and are tighter. Prices of the rows, at least 0, bound the value of any set from above (Lagrange): with prices p,
 * {@code sum limit p} and the {@code count} largest of {@code value - sum amount p}.
 */
final class Rows {
    private final List<int[]> members = new ArrayList<>();
    private final List<double[]> amounts = new ArrayList<>();
    private final List<Double> limits = new ArrayList<>();

    static Rows of(ChoiceProblem problem) {
        Rows rows = new Rows();
        for (Limit limit : problem.limits()) {
            rows.add(limit, problem.count());
        }
        ChoiceProblem.Floor floor = problem.floor();
        if (floor != null) {
            double largest = Arrays.stream(floor.amounts()).max().orElse(1);
            rows.add(
                    range(problem.size()),
                    Arrays.stream(floor.amounts())
                            .mapToDouble(a -> -a / largest)
                            .toArray(),
                    -floor.least() / largest);
        }
        return rows;
    }

    static int[] range(int size) {
        int[] all = new int[size];
        Arrays.setAll(all, i -> i);
        return all;
    }

    private void add(Limit limit, int count) {
        long[] ascending = limit.amounts().clone();
        Arrays.sort(ascending);
        int fitting = fitting(ascending, limit.most());
        if (ascending.length == 0 || fitting >= Math.min(ascending.length, count) && fits(ascending, limit, count)) {
            return;
        }
        long largest = Math.max(1, ascending[ascending.length - 1]);
        add(
                limit.members(),
                Arrays.stream(limit.amounts())
                        .mapToDouble(a -> (double) a / largest)
                        .toArray(),
                (double) limit.most() / largest);
        boolean isCount = ascending[0] == largest;
        if (fitting < Math.min(ascending.length, count) && !isCount) {
            addCount(limit.members(), fitting);
        } else if (isCount) {
            limits.set(limits.size() - 1, (double) fitting);
        }
    }

    /** How many of the smallest amounts a limit holds: no set holds more of its members. */
    private static int fitting(long[] ascending, long most) {
        long left = most;
        for (int i = 0; i < ascending.length; i++) {
            left -= ascending[i];
            if (left < 0) {
                return i;
            }
        }
        return ascending.length;
    }

    /** Whether a limit holds the largest amounts, too, and so limits nothing. */
    private static boolean fits(long[] ascending, Limit limit, int count) {
        return Arrays.stream(ascending, Math.max(0, ascending.length - count), ascending.length)
                        .sum()
                <= limit.most();
    }

    /** At most so many of these. */
    void addCount(int[] of, int most) {
        double[] ones = new double[of.length];
        Arrays.fill(ones, 1);
        add(of, ones, most);
    }

    /** Any row. */
    void add(int[] of, double[] each, double limit) {
        members.add(of);
        amounts.add(each);
        limits.add(limit);
    }

    int size() {
        return members.size();
    }

    int[] members(int row) {
        return members.get(row);
    }

    double[] amounts(int row) {
        return amounts.get(row);
    }

    double limit(int row) {
        return limits.get(row);
    }

    /** The values less what the prices take, into an array; gives the sum of limits times prices. */
    double reduce(long[] values, double[] prices, double[] reduced) {
        for (int i = 0; i < reduced.length; i++) {
            reduced[i] = values[i];
        }
        double base = 0;
        for (int row = 0; row < prices.length; row++) {
            double price = prices[row];
            if (price > 0) {
                base += price * limit(row);
                int[] of = members.get(row);
                double[] each = amounts.get(row);
                for (int k = 0; k < of.length; k++) {
                    reduced[of[k]] -= price * each[k];
                }
            }
        }
        return base;
    }
}
