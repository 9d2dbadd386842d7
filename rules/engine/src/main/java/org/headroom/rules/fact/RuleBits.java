package org.headroom.rules.fact;

import java.util.Arrays;

/** One bit for each site of a block and each rule of a policy. Not safe for several threads. */
public final class RuleBits {
    private final int wordsPerSite;
    private final long[] words;

    public RuleBits(int sites, int rules) {
        wordsPerSite = Math.max(1, (rules + 63) >>> 6);
        words = new long[sites * wordsPerSite];
    }

    /** Clears the bits of the first sites. */
    public void clear(int sites) {
        Arrays.fill(words, 0, sites * wordsPerSite, 0);
    }

    public void set(int site, int rule) {
        words[site * wordsPerSite + (rule >>> 6)] |= 1L << rule;
    }

    public boolean get(int site, int rule) {
        return (words[site * wordsPerSite + (rule >>> 6)] & 1L << rule) != 0;
    }

    /** 64 rules of a site in one word; the rule number is {@code 64 * word + bit}. */
    public long word(int site, int word) {
        return words[site * wordsPerSite + word];
    }

    public int wordsPerSite() {
        return wordsPerSite;
    }

    /** The words themselves, site by site, for writing a block to disk and reading it back. */
    public long[] storage() {
        return words;
    }
}
