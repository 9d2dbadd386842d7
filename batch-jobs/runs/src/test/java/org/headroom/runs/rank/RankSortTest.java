package org.headroom.runs.rank;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class RankSortTest {
    private static final double[] SCORES = {-3.5, -0.0, 0.0, 1e-300, 42, 42.000000000000007, 110};

    private record Site(int tier, double score, int idPlace, int site) {}

    @Property
    void anyNumberOfRunsGivesTheOrderOfTheLibrary(
            @ForAll @Size(max = 80) List<@IntRange(max = 20) Integer> keys,
            @ForAll @IntRange(min = 1, max = 90) int runSites,
            @ForAll long seed)
            throws IOException {
        List<Integer> idPlaces =
                new ArrayList<>(IntStream.range(0, keys.size()).boxed().toList());
        if (seed % 2 == 0) {
            Collections.shuffle(idPlaces, new Random(seed));
        }
        List<Site> sites = IntStream.range(0, keys.size())
                .mapToObj(i -> new Site(keys.get(i) % 3, SCORES[keys.get(i) % SCORES.length], idPlaces.get(i), i))
                .toList();
        List<Integer> expected = sites.stream()
                .sorted(Comparator.comparingInt(Site::tier)
                        .thenComparing(Comparator.comparingDouble((Site s) -> s.score + 0.0)
                                .reversed())
                        .thenComparingInt(Site::idPlace))
                .map(Site::site)
                .toList();
        Path folder = Files.createTempDirectory("runs");
        List<Integer> sorted = new ArrayList<>();
        try (RankSort sort = new RankSort(folder, runSites)) {
            sites.forEach(s -> sort.add(s.tier, s.score, s.idPlace, s.site));
            sort.forEach(sorted::add);
        }
        assertThat(sorted).isEqualTo(expected);
        assertThat(inRanges(folder, sites, runSites)).isEqualTo(expected);
        // Empty again: runs leave nothing behind.
        Files.delete(folder);
    }

    /** As other processes would: parts of so many sites, and about as many ranges. */
    private static List<Integer> inRanges(Path folder, List<Site> sites, int partSites) throws IOException {
        List<Path> runs = new ArrayList<>();
        for (int first = 0; first < sites.size(); first += partSites) {
            List<Site> some = sites.subList(first, Math.min(first + partSites, sites.size()));
            RankRanges.Part part = new RankRanges.Part(some.size());
            some.forEach(s -> part.add(s.tier, s.score, s.idPlace, s.site));
            runs.add(folder.resolve(first + ".run"));
            part.write(runs.get(runs.size() - 1));
        }
        List<RankBound> bounds = RankRanges.bounds(runs, runs.size() + 1);
        List<Integer> sorted = new ArrayList<>();
        for (int range = 0; range <= bounds.size(); range++) {
            RankRanges.merge(
                    runs,
                    range == 0 ? null : bounds.get(range - 1),
                    range == bounds.size() ? null : bounds.get(range),
                    sorted::add);
        }
        for (Path run : runs) {
            Files.delete(run);
        }
        return sorted;
    }
}
