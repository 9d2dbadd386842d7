package org.headroom.runs.verify;

/** Which site stands at which place, and the other way round; places count from 0. */
final class Ranks {
    private final int[] siteOf;
    private final int[] placeOf;

    /** Takes two arrays of the same length, each the inverse of the other. */
    Ranks(int[] siteOf, int[] placeOf) {
        this.siteOf = siteOf;
        this.placeOf = placeOf;
    }

    int size() {
        return siteOf.length;
    }

    int site(int place) {
        return siteOf[place];
    }

    int place(int site) {
        return placeOf[site];
    }
}
