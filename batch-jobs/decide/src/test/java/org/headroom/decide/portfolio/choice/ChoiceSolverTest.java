package org.headroom.decide.portfolio.choice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The solver against all sets, one by one. */
class ChoiceSolverTest {
    private static final int CASES = 60;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void equalsBruteForce(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        for (int number = 0; number < CASES; number++) {
            ChoiceProblem problem = RandomProblem.draw(random, 1 + random.nextInt(20), 1 + random.nextInt(5));
            int wanted = 1 + random.nextInt(5);
            List<Chosen> expected = bruteForce(problem, wanted);
            ChoiceResult found = ChoiceSolver.solve(problem, wanted);
            assertThat(found.isProved()).isTrue();
            assertThat(found.sets()).as("case %d of seed %d", number, seed).isEqualTo(expected);
        }
    }

    @Test
    void endsWithABoundThatHoldsWhereTheSearchIsCutShort() {
        SplittableRandom random = new SplittableRandom(7);
        int cut = 0;
        for (int number = 0; number < CASES; number++) {
            ChoiceProblem problem = RandomProblem.draw(random, 20, 4);
            ChoiceResult whole = ChoiceSolver.solve(problem, 1);
            ChoiceResult short_ = ChoiceSolver.solve(problem, 1, 1);
            if (!short_.isProved() && !whole.sets().isEmpty()) {
                cut++;
                assertThat(short_.bound())
                        .isGreaterThanOrEqualTo(whole.sets().get(0).value() - 1);
            }
        }
        assertThat(cut).isPositive();
    }

    static List<Chosen> bruteForce(ChoiceProblem problem, int most) {
        List<Chosen> all = new ArrayList<>();
        add(problem, new int[problem.count()], 0, 0, all);
        all.sort(Chosen.BEST_FIRST);
        return List.copyOf(all.subList(0, Math.min(most, all.size())));
    }

    private static void add(ChoiceProblem problem, int[] set, int size, int from, List<Chosen> all) {
        if (size == set.length) {
            if (isAllowed(problem, set)) {
                all.add(Chosen.of(
                        set,
                        size,
                        Arrays.stream(set).mapToLong(i -> problem.values()[i]).sum()));
            }
            return;
        }
        for (int i = from; i < problem.size(); i++) {
            set[size] = i;
            add(problem, set, size + 1, i + 1, all);
        }
    }

    private static boolean isAllowed(ChoiceProblem problem, int[] set) {
        for (Limit limit : problem.limits()) {
            long sum = IntStream.range(0, limit.members().length)
                    .filter(k -> Arrays.binarySearch(set, limit.members()[k]) >= 0)
                    .mapToLong(k -> limit.amounts()[k])
                    .sum();
            if (sum > limit.most()) {
                return false;
            }
        }
        ChoiceProblem.Floor floor = problem.floor();
        if (floor != null
                && Arrays.stream(set).mapToLong(i -> floor.amounts()[i]).sum() < floor.least()) {
            return false;
        }
        return Arrays.stream(set).noneMatch(i -> Arrays.stream(problem.apart().from(i))
                .anyMatch(other -> Arrays.binarySearch(set, other) >= 0));
    }
}
