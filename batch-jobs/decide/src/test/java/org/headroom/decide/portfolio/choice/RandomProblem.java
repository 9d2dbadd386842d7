package org.headroom.decide.portfolio.choice;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** Made-up problems: places on a square, some of which are too near; groups that share MW or a count; a budget; MW that are wanted. */
final class RandomProblem {
    private RandomProblem() {}

    static ChoiceProblem draw(SplittableRandom random, int size, int count) {
        return draw(random, size, count, random.nextDouble() * 0.4, random.nextInt(2) == 0 ? 5 : 1_000_000);
    }

    /**
     * @param near things nearer than this, on a square of side 1, are apart
     * @param values how many different values there are: few give many sets of the same value
     */
    static ChoiceProblem draw(SplittableRandom random, int size, int count, double near, int values) {
        double[] x = random.doubles(size).toArray();
        double[] y = random.doubles(size).toArray();
        long[] worth = random.longs(size, 0, values).toArray();
        List<Limit> limits = new ArrayList<>();
        long[] mw = random.longs(size, 1, 4).map(m -> 50 * m).toArray();
        groups(random, size, Math.max(1, size / 3))
                .forEach(group -> limits.add(new Limit(
                        group, Arrays.stream(group).mapToLong(i -> mw[i]).toArray(), 100 + 50 * random.nextInt(4))));
        int perState = 1 + random.nextInt(3);
        groups(random, size, 1 + Math.min(50, size / 4)).forEach(group -> limits.add(Limit.count(group, perState)));
        if (random.nextInt(2) == 0) {
            limits.add(new Limit(
                    Rows.range(size), random.longs(size, 1, 100).toArray(), 20L * count + random.nextInt(30 * count)));
        }
        ChoiceProblem.Floor floor =
                random.nextInt(2) == 0 ? null : new ChoiceProblem.Floor(mw, 80L * count + random.nextInt(60 * count));
        Apart apart = i -> IntStream.range(0, size)
                .filter(j -> j != i && Math.hypot(x[i] - x[j], y[i] - y[j]) < near)
                .toArray();
        return new ChoiceProblem(count, worth, limits, floor, apart);
    }

    private static List<int[]> groups(SplittableRandom random, int size, int number) {
        int[] groupOf = random.ints(size, 0, number).toArray();
        return IntStream.range(0, number)
                .mapToObj(group -> IntStream.range(0, size)
                        .filter(i -> groupOf[i] == group)
                        .toArray())
                .filter(group -> group.length > 0)
                .toList();
    }
}
