package org.headroom.decide.portfolio.choice;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A set that grows and shrinks: what it takes of each limit and what is still wanted of the floor, in whole numbers. */
final class Partial {
    private final ChoiceProblem problem;
    private final int[][] limitsOf;
    private final long[][] amountsOf;
    private final long[] left;
    private final int[] members;
    private int size;
    private long value;
    private long wanted;

    Partial(ChoiceProblem problem) {
        this.problem = problem;
        int[] counts = new int[problem.size()];
        for (Limit limit : problem.limits()) {
            for (int member : limit.members()) {
                counts[member]++;
            }
        }
        limitsOf = new int[problem.size()][];
        amountsOf = new long[problem.size()][];
        for (int i = 0; i < counts.length; i++) {
            limitsOf[i] = new int[counts[i]];
            amountsOf[i] = new long[counts[i]];
        }
        Arrays.fill(counts, 0);
        List<Limit> limits = new ArrayList<>(problem.limits());
        left = new long[limits.size()];
        for (int l = 0; l < left.length; l++) {
            Limit limit = limits.get(l);
            left[l] = limit.most();
            for (int k = 0; k < limit.members().length; k++) {
                int member = limit.members()[k];
                limitsOf[member][counts[member]] = l;
                amountsOf[member][counts[member]++] = limit.amounts()[k];
            }
        }
        members = new int[problem.count()];
        ChoiceProblem.Floor floor = problem.floor();
        wanted = floor == null ? 0 : floor.least();
    }

    int size() {
        return size;
    }

    int member(int place) {
        return members[place];
    }

    /** The members, of which the first {@link #size} count. */
    int[] members() {
        return members;
    }

    long value() {
        return value;
    }

    /** What the floor still wants; 0 or less when it is reached. */
    long wanted() {
        return wanted;
    }

    /** Whether what a thing takes is left. */
    boolean fits(int thing) {
        int[] limits = limitsOf[thing];
        long[] amounts = amountsOf[thing];
        for (int k = 0; k < limits.length; k++) {
            if (amounts[k] > left[limits[k]]) {
                return false;
            }
        }
        return true;
    }

    long adds(int thing) {
        ChoiceProblem.Floor floor = problem.floor();
        return floor == null ? 0 : floor.amounts()[thing];
    }

    void push(int thing) {
        members[size++] = thing;
        change(thing, 1);
    }

    int pop() {
        int thing = members[--size];
        change(thing, -1);
        return thing;
    }

    /** Takes the member at a place out; the last one takes its place. */
    int remove(int place) {
        int thing = members[place];
        members[place] = members[--size];
        change(thing, -1);
        return thing;
    }

    private void change(int thing, int sign) {
        value += sign * problem.values()[thing];
        wanted -= sign * adds(thing);
        int[] limits = limitsOf[thing];
        long[] amounts = amountsOf[thing];
        for (int k = 0; k < limits.length; k++) {
            left[limits[k]] -= sign * amounts[k];
        }
    }
}
