package org.headroom.runs.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class PlaceSortTest {
    @Property
    void sortsLikeTheLibraryAndKeepsEqualPlacesInOrder(@ForAll List<@IntRange(max = 5) Integer> keys) {
        int[] places = IntStream.range(0, keys.size()).toArray();
        PlaceSort.sort(places, (a, b) -> Integer.compare(keys.get(a), keys.get(b)));
        List<Integer> expected = IntStream.range(0, keys.size())
                .boxed()
                .sorted(Comparator.comparing(keys::get))
                .toList();
        assertThat(IntStream.of(places).boxed().toList()).isEqualTo(expected);
    }
}
