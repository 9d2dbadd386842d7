package org.headroom.decide.acceptability;

import java.util.function.Supplier;

/** The outcomes of all sites in all draws, made block by block; each thread takes its own. */
interface DrawnSites {
    /** The most sites of a block. */
    int SITES_TOGETHER = 512;

    /**
     * Draws one site after the other.
     *
     * @param first first site of a block
     * @param count sites of the block
     * @param from first draw
     * @param to behind the last
     * @param out is given each site in turn
     */
    void draw(int first, int count, int from, int to, Taker out);

    /** Takes the outcomes of one site; the arrays are used again for the next. */
    interface Taker {
        /**
         * @param tiers tier in each draw that was asked for, 1 to 9, from place 0 on
         * @param scores score in each
         */
        void take(int site, byte[] tiers, double[] scores);
    }

    /**
     * What the draws are about.
     *
     * @param sites number of sites
     * @param draws number of draws
     * @param idPlaces for each site its place by site id; decides between equal scores
     * @param minimum lowest score
     * @param maximum highest score
     * @param each called once in each thread
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Source(int sites, int draws, int[] idPlaces, double minimum, double maximum, Supplier<DrawnSites> each) {}
}
