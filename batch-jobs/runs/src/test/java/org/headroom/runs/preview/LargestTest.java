package org.headroom.runs.preview;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class LargestTest {
    @Property
    void areTheFirstOfAStableSort(
            @ForAll @Size(max = 50) List<@IntRange(max = 9) Integer> keys, @ForAll @IntRange(max = 12) int most) {
        Largest largest = new Largest(most);
        for (int site = 0; site < keys.size(); site++) {
            largest.add(keys.get(site), site);
        }
        assertThat(largest.sites())
                .isEqualTo(IntStream.range(0, keys.size())
                        .boxed()
                        .sorted(Comparator.comparing(keys::get, Comparator.reverseOrder()))
                        .limit(most)
                        .toList());
    }
}
