package org.headroom.jobs.night;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.headroom.jobs.project.CandidateSource;
import org.headroom.layers.DefaultFeatureLayer;
import org.headroom.layers.LoadedLayer;
import org.headroom.model.DataIssue;
import org.headroom.model.FailureFamily;
import org.headroom.model.HeadroomException;
import org.headroom.runs.CandidateCounts;
import org.headroom.runs.CandidateReport;
import org.headroom.runs.file.Json;
import org.headroom.runs.store.SiteWriter;

/** The step that collects the candidate sites from every source of the project, in the project's order. */
public final class Candidates {
    private final NightRun night;

    Candidates(NightRun night) {
        this.night = night;
    }

    public void collect() {
        night.work().clearSites();
        night.bindAhead();
        if (night.keeping().takeSites()) {
            return;
        }
        List<CandidateCounts> sources = new ArrayList<>();
        List<DataIssue> issues = new ArrayList<>();
        Optional<Jurisdictions> jurisdictions =
                night.project().jurisdictions().map(id -> new Jurisdictions(features(id)));
        try (SiteWriter writer = new SiteWriter(night.work().columns().sites())) {
            for (CandidateSource source : night.project().candidates()) {
                CandidateRows rows = rows(source, jurisdictions);
                long before = writer.size();
                int issuesBefore = issues.size();
                while (rows.next()) {
                    writer.add(rows, row -> issues.add(doubled(source, rows, row)));
                }
                long doubled = issues.size() - issuesBefore;
                long sites = writer.size() - before;
                long skippedByLayer = source instanceof CandidateSource.FromLayer s ? notUsable(s.layer()) : 0;
                sources.add(new CandidateCounts(
                        source.label(), sites + doubled + skippedByLayer, sites, doubled + skippedByLayer));
            }
            if (writer.size() == 0) {
                throw new HeadroomException(
                        FailureFamily.DATA,
                        "project " + night.project().name() + " has no candidate sites: none of "
                                + sources.stream().map(CandidateCounts::source).toList() + " gave one",
                        "Look at \"headroom layers check\" for records that were skipped.");
            }
        }
        Json.write(night.work().columns().candidates(), new CandidateReport(sources, issues));
        night.writeBehind().flush(night.work().columns().sites());
    }

    private CandidateRows rows(CandidateSource source, Optional<Jurisdictions> jurisdictions) {
        if (source instanceof CandidateSource.Grid grid) {
            return new GridRecords(features(grid.within()), grid, jurisdictions);
        }
        CandidateSource.FromLayer fromLayer = (CandidateSource.FromLayer) source;
        return new LayerRecords(features(fromLayer.layer()), fromLayer, jurisdictions);
    }

    private long notUsable(String layer) {
        LoadedLayer loaded = night.layers().get(layer);
        DefaultFeatureLayer features = (DefaultFeatureLayer) loaded.layer();
        double[] longitudes = new double[CandidateRows.MOST];
        long notLocated = 0;
        for (int first = 0; first < features.size(); first += longitudes.length) {
            int count = Math.min(longitudes.length, features.size() - first);
            features.readLongitudes(first, count, longitudes);
            for (int i = 0; i < count; i++) {
                notLocated += Double.isNaN(longitudes[i]) ? 1 : 0;
            }
        }
        return loaded.counts().skipped() + notLocated;
    }

    private DefaultFeatureLayer features(String layer) {
        return (DefaultFeatureLayer) night.layers().get(layer).layer();
    }

    private static DataIssue doubled(CandidateSource source, CandidateRows rows, int row) {
        String id = rows.siteId(row);
        return new DataIssue(
                DataIssue.Effect.SKIPPED,
                source.label(),
                "",
                rows.number(row),
                id,
                "siteId",
                id,
                "another candidate before it has the same id",
                rows.longitudes()[row],
                rows.latitudes()[row]);
    }
}
