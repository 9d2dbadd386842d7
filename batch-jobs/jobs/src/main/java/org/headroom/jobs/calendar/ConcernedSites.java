package org.headroom.jobs.calendar;

import java.util.BitSet;
import java.util.List;
import org.headroom.layers.LoadedLayer;
import org.headroom.model.GateAnswer;
import org.headroom.model.LayerKind;
import org.headroom.runs.ExplanationFiles;
import org.headroom.runs.store.OrderFile;
import org.headroom.runs.store.ScoreFile;
import org.headroom.runs.store.ScoreLayout;
import org.headroom.runs.store.SiteStore;
import org.headroom.spi.AreaIndex;
import org.headroom.spi.FeatureLayer;
import org.headroom.spi.PointIndex;

/** The sites of a run that a day to come may concern: those in or near the area of any moratorium, and those near the top. */
final class ConcernedSites {
    /** Farther from a site than any moratorium that is known by a point alone may reach. */
    private static final double NEAR_KM = 100;

    private final BitSet found = new BitSet();

    private ConcernedSites() {}

    /**
     * Their places in the run, ascending.
     *
     * @param margin so many of the first sites that are not excluded
     */
    static int[] find(ExplanationFiles run, List<LoadedLayer> layers, int margin) {
        ConcernedSites concerned = new ConcernedSites();
        try (SiteStore sites = new SiteStore(run.sites())) {
            concerned.addUnderMoratoria(sites, layers);
            if (margin > 0) {
                concerned.addTop(run, sites.size(), margin);
            }
        }
        return concerned.found.stream().toArray();
    }

    private void addUnderMoratoria(SiteStore sites, List<LoadedLayer> layers) {
        double[] east = new double[sites.size()];
        double[] north = new double[sites.size()];
        sites.readLongitudes(0, sites.size(), east);
        sites.readLatitudes(0, sites.size(), north);
        for (LoadedLayer loaded : layers) {
            if (!loaded.layer().kind().equals(LayerKind.MORATORIUM)
                    || !(loaded.layer() instanceof FeatureLayer layer)) {
                continue;
            }
            AreaIndex areas = layer.areas(record -> true);
            PointIndex points = layer.points(record -> !layer.isArea(record));
            for (int site = 0; site < sites.size(); site++) {
                int place = site;
                areas.covering(east[site], north[site], record -> found.set(place));
                points.recordsWithin(east[site], north[site], NEAR_KM, record -> found.set(place));
            }
        }
    }

    private void addTop(ExplanationFiles run, int size, int margin) {
        byte[] gates = new byte[size];
        ScoreLayout layout = ScoreLayout.read(run.scores());
        try (ScoreFile scores = ScoreFile.openForReading(run.scoreFile(), size, layout);
                OrderFile order = OrderFile.open(run.order())) {
            scores.readGates(0, size, gates);
            int[] first = new int[Math.min(margin, order.size())];
            order.read(0, first.length, first);
            for (int site : first) {
                if (gates[site] != GateAnswer.FAIL.ordinal()) {
                    found.set(site);
                }
            }
        }
    }
}
