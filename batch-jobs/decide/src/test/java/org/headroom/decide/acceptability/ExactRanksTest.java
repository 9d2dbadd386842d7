package org.headroom.decide.acceptability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Held against lists of objects, sorted draw by draw. */
class ExactRanksTest {
    private static final int TOP = 4;

    /** A site in one draw. */
    private record Drawn(int site, int tier, double score, int idPlace) {}

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 17, 40, 600})
    void ranksAreThoseOfSortedLists(int sites) {
        Random random = new Random(sites);
        int draws = 200;
        byte[][] tiers = new byte[sites][draws];
        double[][] scores = new double[sites][draws];
        List<Integer> places = new ArrayList<>(IntStream.range(0, sites).boxed().toList());
        Collections.shuffle(places, random);
        for (int site = 0; site < sites; site++) {
            for (int d = 0; d < draws; d++) {
                tiers[site][d] = new byte[] {1, 1, 1, 2, 3, 9}[random.nextInt(6)];
                // Few different scores, so that ids decide often.
                scores[site][d] = random.nextInt(8) * 15 - 3;
            }
        }
        Acceptability found = rank(places, tiers, scores, 2);
        long[] sums = new long[sites];
        int[] inTop = new int[sites];
        List<List<Integer>> ranks = IntStream.range(0, sites)
                .mapToObj(i -> (List<Integer>) new ArrayList<Integer>())
                .toList();
        for (int d = 0; d < draws; d++) {
            List<Drawn> list = new ArrayList<>();
            for (int site = 0; site < sites; site++) {
                list.add(new Drawn(site, tiers[site][d], scores[site][d], places.get(site)));
            }
            list.sort(Comparator.comparingInt(Drawn::tier)
                    .thenComparing(one -> one.tier() == 9 ? 0 : -one.score())
                    .thenComparing(Drawn::idPlace));
            for (int place = 0; place < sites; place++) {
                Drawn one = list.get(place);
                sums[one.site()] += place + 1;
                ranks.get(one.site()).add(place + 1);
                inTop[one.site()] += place < TOP && one.tier() != 9 ? 1 : 0;
            }
        }
        for (int site = 0; site < sites; site++) {
            List<Integer> sorted = ranks.get(site).stream().sorted().toList();
            assertThat(found.topNProbability(site)).isEqualTo(inTop[site] / 200.0);
            assertThat(found.expectedRank[site]).isEqualTo(sums[site] / 200.0);
            assertThat(found.rankP05[site]).isEqualTo(sorted.get(9));
            assertThat(found.rankP95[site]).isEqualTo(sorted.get(189));
        }
        Acceptability alone = rank(places, tiers, scores, 1);
        assertThat(alone.timesInTop).isEqualTo(found.timesInTop);
        assertThat(alone.expectedScore).containsExactly(found.expectedScore, within(0.0));
    }

    /** Too many sites to be sorted in every draw: the list is exact, ranks are within a step of the scores. */
    @Test
    void ranksByStepsOfTheScoreAreNearThose() {
        Random random = new Random(7);
        int sites = 3_000;
        int draws = 150;
        byte[][] tiers = new byte[sites][draws];
        double[][] scores = new double[sites][draws];
        List<Integer> places = new ArrayList<>(IntStream.range(0, sites).boxed().toList());
        Collections.shuffle(places, random);
        for (int site = 0; site < sites; site++) {
            double usual = 20 + 60 * random.nextDouble();
            for (int d = 0; d < draws; d++) {
                tiers[site][d] = new byte[] {1, 1, 1, 2, 3, 9}[random.nextInt(6)];
                scores[site][d] = usual + 5 * random.nextGaussian();
            }
        }
        DrawnSites.Source source = source(places, tiers, scores);
        Acceptability exact = new ExactRanks(source, 20, 2).rank();
        Acceptability near = new SteppedRanks(source, 20, 2).rank();
        assertThat(near.timesInTop).isEqualTo(exact.timesInTop);
        assertThat(near.timesInTop()).isEqualTo(20L * draws);
        assertThat(new SteppedRanks(source, 20, 1).rank().expectedRank).containsExactly(near.expectedRank, within(0.0));
        for (int site = 0; site < sites; site++) {
            assertThat(near.expectedScore[site]).isEqualTo(exact.expectedScore[site]);
            assertThat(near.expectedRank[site]).isCloseTo(exact.expectedRank[site], within(2.0));
            assertThat(near.rankP05[site]).isCloseTo(exact.rankP05[site], within(4));
            // There mostly excluded: by id among all sites in place of among the excluded.
            assertThat(near.rankP95[site]).isCloseTo(exact.rankP95[site], within(30));
        }
    }

    private static Acceptability rank(List<Integer> places, byte[][] tiers, double[][] scores, int threads) {
        return new ExactRanks(source(places, tiers, scores), TOP, threads).rank();
    }

    private static DrawnSites.Source source(List<Integer> places, byte[][] tiers, double[][] scores) {
        int[] idPlaces = places.stream().mapToInt(Integer::intValue).toArray();
        return new DrawnSites.Source(
                tiers.length, tiers[0].length, idPlaces, -5, 110, () -> (first, count, from, to, out) -> {
                    for (int site = first; site < first + count; site++) {
                        out.take(
                                site,
                                Arrays.copyOfRange(tiers[site], from, to),
                                Arrays.copyOfRange(scores[site], from, to));
                    }
                });
    }
}
