package org.headroom.runs.preview;

import java.util.Arrays;

/**
 * How far two rankings of the same sites agree, from -1 (reversed) to 1 (the same). Sites of the same tier and score are tied, and so are
 * all excluded sites, which come last.
 *
 * @param spearman Spearman's rho: the product-moment correlation of the ranks, tied sites at the middle of theirs (Spearman 1904); NaN
 *     when all sites of a ranking are tied
 * @param kendallTauB Kendall's tau-b, concordant less discordant pairs, corrected for ties (Kendall 1945); NaN as above
 */
public record RankCorrelation(double spearman, double kendallTauB) {
    /** Of two rankings of the same run; takes n log n steps and some 40 bytes a site for n sites. */
    public static RankCorrelation of(PolicyRanking one, PolicyRanking other) {
        return ofLevels(levels(one), levels(other));
    }

    /**
     * Of two lists of levels.
     *
     * @param one level of each site, from 0 to the number of levels less 1; tied sites have the same
     * @param other the same for the other ranking
     */
    static RankCorrelation ofLevels(int[] one, int[] other) {
        return new RankCorrelation(spearman(one, other), tauB(one, other));
    }

    private static int[] levels(PolicyRanking ranking) {
        int[] levels = new int[ranking.size()];
        int level = 0;
        for (int place = 0; place < levels.length; place++) {
            int site = ranking.siteAt(place);
            if (place > 0 && !areTied(ranking, ranking.siteAt(place - 1), site)) {
                level++;
            }
            levels[site] = level;
        }
        return levels;
    }

    private static boolean areTied(PolicyRanking ranking, int one, int other) {
        return ranking.tier(one) == ranking.tier(other)
                && (ranking.isExcluded(one) || ranking.score(one) == ranking.score(other));
    }

    private static double spearman(int[] one, int[] other) {
        double[] rankOne = middleRanks(one);
        double[] rankOther = middleRanks(other);
        double together = 0;
        double squaresOne = 0;
        double squaresOther = 0;
        for (int site = 0; site < one.length; site++) {
            double a = rankOne[one[site]];
            double b = rankOther[other[site]];
            together += a * b;
            squaresOne += a * a;
            squaresOther += b * b;
        }
        return together / Math.sqrt(squaresOne * squaresOther);
    }

    /** The middle rank of each level, less the mean of all ranks. */
    private static double[] middleRanks(int[] levels) {
        int[] counts = new int[levels.length + 1];
        for (int level : levels) {
            counts[level]++;
        }
        double[] middle = new double[levels.length];
        double before = 0;
        for (int level = 0; level < middle.length; level++) {
            middle[level] = before + counts[level] / 2.0 - levels.length / 2.0;
            before += counts[level];
        }
        return middle;
    }

    /** The way of Knight (1966): discordant pairs are the exchanges that a merge sort makes. */
    private static double tauB(int[] one, int[] other) {
        int size = one.length;
        long[] pairs = new long[size];
        for (int site = 0; site < size; site++) {
            pairs[site] = (long) one[site] << Integer.SIZE | other[site];
        }
        Arrays.parallelSort(pairs);
        int[] sorted = new int[size];
        long tiedInOne = 0;
        long tiedInBoth = 0;
        int sameOne = 0;
        int sameBoth = 0;
        for (int i = 0; i < size; i++) {
            sorted[i] = (int) pairs[i];
            sameOne = i > 0 && pairs[i] >>> Integer.SIZE == pairs[i - 1] >>> Integer.SIZE ? sameOne + 1 : 0;
            sameBoth = i > 0 && pairs[i] == pairs[i - 1] ? sameBoth + 1 : 0;
            tiedInOne += sameOne;
            tiedInBoth += sameBoth;
        }
        long discordant = sortAndCount(sorted);
        long tiedInOther = 0;
        int sameOther = 0;
        for (int i = 1; i < size; i++) {
            sameOther = sorted[i] == sorted[i - 1] ? sameOther + 1 : 0;
            tiedInOther += sameOther;
        }
        long all = size * (size - 1L) / 2;
        double surplus = all - tiedInOne - tiedInOther + tiedInBoth - 2.0 * discordant;
        return surplus / Math.sqrt((double) (all - tiedInOne) * (all - tiedInOther));
    }

    /** Sorts, and counts the pairs that stood in the wrong order. */
    private static long sortAndCount(int[] values) {
        int[] from = values;
        int[] to = new int[values.length];
        long exchanged = 0;
        for (long width = 1; width < values.length; width *= 2) {
            for (long start = 0; start < values.length; start += 2 * width) {
                int middle = (int) Math.min(values.length, start + width);
                int end = (int) Math.min(values.length, start + 2 * width);
                exchanged += merge(from, (int) start, middle, end, to);
            }
            int[] merged = to;
            to = from;
            from = merged;
        }
        if (from != values) {
            System.arraycopy(from, 0, values, 0, values.length);
        }
        return exchanged;
    }

    private static long merge(int[] from, int start, int middle, int end, int[] to) {
        long exchanged = 0;
        int left = start;
        int right = middle;
        for (int at = start; at < end; at++) {
            if (left < middle && (right == end || from[left] <= from[right])) {
                to[at] = from[left++];
            } else {
                to[at] = from[right++];
                exchanged += middle - left;
            }
        }
        return exchanged;
    }
}
