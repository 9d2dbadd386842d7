package org.headroom.jobs.score;

import org.headroom.runs.folder.WorkFolder;
import org.headroom.runs.store.ScoreFile;
import org.headroom.runs.store.ScoreLayout;
import org.headroom.runs.store.SiteStore;

/** What sites are ranked by, read block by block from the scores, which are all there. */
final class RankEntries implements AutoCloseable {
    private static final int BLOCK = 4096;

    private final SiteStore sites;
    private final ScoreFile scores;
    private final byte[] tiers = new byte[BLOCK];
    private final double[] ranking = new double[BLOCK];
    private final int[] idPlaces = new int[BLOCK];

    /** Takes sites. */
    interface Sink {
        void add(int tier, double score, int idPlace, int site);
    }

    RankEntries(WorkFolder work, SiteStore sites) {
        this.sites = sites;
        this.scores = ScoreFile.openForReading(
                work.columns().scoreFile(),
                sites.size(),
                ScoreLayout.read(work.columns().scores()));
    }

    /** Hands out the sites from one on, as they lie. */
    void forEach(int firstSite, int endSite, Sink sink) {
        for (int first = firstSite; first < endSite; first += BLOCK) {
            int count = Math.min(BLOCK, endSite - first);
            scores.readTiers(first, count, tiers);
            scores.readRanking(first, count, ranking);
            sites.readIdPlaces(first, count, idPlaces);
            for (int i = 0; i < count; i++) {
                sink.add(tiers[i], ranking[i], idPlaces[i], first + i);
            }
        }
    }

    @Override
    public void close() {
        scores.close();
    }
}
