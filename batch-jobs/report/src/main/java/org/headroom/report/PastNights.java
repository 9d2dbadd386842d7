package org.headroom.report;

import java.util.ArrayList;
import java.util.List;
import org.headroom.model.GateAnswer;
import org.headroom.report.data.SiteSheet;
import org.headroom.runs.Manifest;
import org.headroom.runs.PublishedRun;
import org.headroom.runs.RunColumns;

/** How a site stood in other nights. */
public final class PastNights {
    private static final GateAnswer[] ANSWERS = GateAnswer.values();

    private PastNights() {}

    /**
     * Reads it from kept runs.
     *
     * @param runs in the order in which they are told
     */
    public static List<SiteSheet.PastNight> of(List<PublishedRun> runs, String siteId) {
        List<SiteSheet.PastNight> nights = new ArrayList<>();
        for (PublishedRun run : runs) {
            run.findManifest().ifPresent(manifest -> nights.add(night(run, manifest, siteId)));
        }
        return nights;
    }

    private static SiteSheet.PastNight night(PublishedRun run, Manifest manifest, String siteId) {
        String policy = manifest.policy().policy() + " " + manifest.policy().version();
        try (RunColumns columns = new RunColumns(run.explanationFiles(), List.of())) {
            int site = columns.sites().find(siteId);
            if (site < 0) {
                return new SiteSheet.PastNight(
                        run.name(),
                        manifest.evaluationDate(),
                        policy,
                        0,
                        columns.size(),
                        Double.NaN,
                        Double.NaN,
                        Double.NaN,
                        "");
            }
            double[] score = new double[1];
            double[] low = new double[1];
            double[] high = new double[1];
            byte[] gate = new byte[1];
            columns.readRanking(site, 1, score);
            columns.scores().readBounds(site, 1, low, high);
            columns.scores().readGates(site, 1, gate);
            return new SiteSheet.PastNight(
                    run.name(),
                    manifest.evaluationDate(),
                    policy,
                    columns.order().find(site) + 1,
                    columns.size(),
                    score[0],
                    low[0],
                    high[0],
                    ANSWERS[gate[0]].name());
        }
    }
}
