package org.headroom.ledger.stage;

import java.util.Arrays;

/** Sites that are scored anew in one step, by their numbers, thirteen bytes each. Filled in ascending order. */
final class Scored {
    private int[] sites = new int[16];
    private double[] scores = new double[16];
    private byte[] tiers = new byte[16];
    private int size;

    void add(int site, double score, byte tier) {
        if (size == sites.length) {
            grow(2 * size);
        }
        sites[size] = site;
        scores[size] = score;
        tiers[size++] = tier;
    }

    private void grow(int capacity) {
        sites = Arrays.copyOf(sites, capacity);
        scores = Arrays.copyOf(scores, capacity);
        tiers = Arrays.copyOf(tiers, capacity);
    }

    void addAll(Scored other) {
        if (size + other.size > sites.length) {
            grow(Math.max(2 * sites.length, size + other.size));
        }
        System.arraycopy(other.sites, 0, sites, size, other.size);
        System.arraycopy(other.scores, 0, scores, size, other.size);
        System.arraycopy(other.tiers, 0, tiers, size, other.size);
        size += other.size;
    }

    int size() {
        return size;
    }

    int site(int index) {
        return sites[index];
    }

    double score(int index) {
        return scores[index];
    }

    byte tier(int index) {
        return tiers[index];
    }

    /** The place of a site here; below 0 where it is not. */
    int find(int site) {
        return site < size && sites[site] == site ? site : Arrays.binarySearch(sites, 0, size, site);
    }
}
