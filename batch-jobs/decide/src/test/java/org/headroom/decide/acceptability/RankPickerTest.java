package org.headroom.decide.acceptability;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

/** What is picked is what stands at that place when all are sorted, however wide the ranks are spread, and whatever was taken before. */
class RankPickerTest {
    private final RankPicker picker = new RankPicker();

    @Property
    void picksWhatSortingWouldGive(
            @ForAll @IntRange(min = 1, max = 2_000) int draws,
            @ForAll @IntRange(min = 1, max = Integer.MAX_VALUE / 2) int first,
            @ForAll @LongRange(min = 1, max = Integer.MAX_VALUE / 2) long width,
            @ForAll long seed) {
        Random random = new Random(seed);
        int[] ranks = new int[draws];
        // Some widths far below what is drawn, as the ranks of most sites are close together.
        long bound = 1 + (width >>> random.nextInt(31));
        for (int i = 0; i < draws; i++) {
            ranks[i] = first + (int) (random.nextDouble() * bound);
        }
        int[] sorted = ranks.clone();
        Arrays.sort(sorted);

        picker.take(ranks);

        for (int wanted : new int[] {1, (draws + 1) / 2, (int) Math.ceil(0.95 * draws), draws}) {
            assertThat(picker.pick(ranks, wanted)).isEqualTo(sorted[wanted - 1]);
        }
    }
}
