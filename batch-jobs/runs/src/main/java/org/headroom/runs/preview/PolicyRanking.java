package org.headroom.runs.preview;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.function.IntConsumer;
import org.headroom.model.GateAnswer;
import org.headroom.rules.policy.Policy;
import org.headroom.rules.policy.ScoreBlock;
import org.headroom.runs.file.Folders;
import org.headroom.runs.rank.RankSort;
import org.headroom.runs.store.SiteStore;

/**
 * All sites of a run as one policy ranks them, in columns of 20 bytes a site. Sites are numbered as in the run, places count from 0. Not
 * changed once it was made, and then safe for several threads.
 */
public final class PolicyRanking {
    /** Sites that are sorted together in memory, some 45 MB. */
    private static final int SORTED_TOGETHER = 1 << 20;

    private static final int BLOCK = 1 << 14;
    private static final GateAnswer[] ANSWERS = GateAnswer.values();

    private final Policy policy;
    private final DecidingRules decidingRules;
    private final RuleHits hits;
    private final double[] scores;
    private final byte[] gates;
    private final byte[] tiers;
    private final short[] deciding;
    private final int[] siteAt;
    private final int[] placeOf;

    /** @param words words of rule bits for each site */
    PolicyRanking(Policy policy, int words, int sites) {
        this.policy = policy;
        this.decidingRules = new DecidingRules(policy, words);
        hits = new RuleHits(policy);
        scores = new double[sites];
        gates = new byte[sites];
        tiers = new byte[sites];
        deciding = new short[sites];
        siteAt = new int[sites];
        placeOf = new int[sites];
    }

    /** Takes what a policy gave to the sites from {@code first} on; called for different blocks by several threads. */
    void take(int first, int count, ScoreBlock scored) {
        ScoreBlock.Storage from = scored.storage();
        System.arraycopy(from.ranking(), 0, scores, first, count);
        System.arraycopy(from.gate(), 0, gates, first, count);
        System.arraycopy(from.tier(), 0, tiers, first, count);
        hits.take(first, count, scored);
        for (int i = 0; i < count; i++) {
            deciding[first + i] = decidingRules.of(from.gate()[i], from.fired(), from.undecided(), i);
        }
    }

    /** Puts the sites in order, as a run does, once all blocks were taken. */
    void sort(SiteStore sites) {
        int size = scores.length;
        Path folder = size > SORTED_TOGETHER ? temporaryFolder() : Path.of("");
        try (RankSort sort = new RankSort(folder, Math.max(1, Math.min(SORTED_TOGETHER, size)))) {
            int[] idPlaces = new int[BLOCK];
            for (int first = 0; first < size; first += BLOCK) {
                int count = Math.min(BLOCK, size - first);
                sites.readIdPlaces(first, count, idPlaces);
                for (int i = 0; i < count; i++) {
                    sort.add(tiers[first + i], scores[first + i], idPlaces[i], first + i);
                }
            }
            sort.forEach(new IntConsumer() {
                private int place;

                @Override
                public void accept(int site) {
                    siteAt[place++] = site;
                }
            });
        } finally {
            if (size > SORTED_TOGETHER) {
                delete(folder);
            }
        }
        findPlaces();
    }

    private static Path temporaryFolder() {
        try {
            return Files.createTempDirectory("headroom-rank");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path folder) {
        try {
            Folders.delete(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where an order from elsewhere is written to before {@link #findPlaces}: place by place the site. */
    int[] order() {
        return siteAt;
    }

    /** Finds the place of each site; false when not every site has exactly one. */
    boolean findPlaces() {
        Arrays.fill(placeOf, -1);
        for (int place = 0; place < siteAt.length; place++) {
            int site = siteAt[place];
            if (site < 0 || site >= siteAt.length || placeOf[site] >= 0) {
                return false;
            }
            placeOf[site] = place;
        }
        return true;
    }

    /** The policy. */
    public Policy policy() {
        return policy;
    }

    /** At how many sites each rule holds, and how each gate answers by itself. */
    public RuleHits hits() {
        return hits;
    }

    /** Number of sites, ranked and excluded. */
    public int size() {
        return scores.length;
    }

    /** The site at a place. */
    public int siteAt(int place) {
        return siteAt[place];
    }

    /** The place of a site; its rank is one more. */
    public int place(int site) {
        return placeOf[site];
    }

    /** The score that a site is ranked by; kept also for an excluded site. */
    public double score(int site) {
        return scores[site];
    }

    /** All gates of a site together. */
    public GateAnswer gate(int site) {
        return ANSWERS[gates[site]];
    }

    /** The group that a site is ranked in, 1 first. */
    public int tier(int site) {
        return tiers[site];
    }

    /** Whether a gate excludes the site. */
    public boolean isExcluded(int site) {
        return gates[site] == GateAnswer.FAIL.ordinal();
    }

    /** Whether a site stands among the first {@code top} and is not excluded. */
    public boolean isInTop(int site, int top) {
        return placeOf[site] < top && !isExcluded(site);
    }

    /** Why a site does not pass its gates: the code of the rule that decides, or {@code cannot tell: RULE}; empty when it passes. */
    public String reason(int site) {
        return decidingRules.reason(deciding[site], gate(site));
    }
}
