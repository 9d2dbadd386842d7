package org.headroom.jobs.candidates;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.headroom.jobs.load.LayerSet;
import org.headroom.jobs.project.CandidateSource;
import org.headroom.jobs.project.Project;
import org.headroom.jobs.reuse.KeptColumns;
import org.headroom.layers.DefaultFeatureLayer;
import org.headroom.layers.LoadedLayer;
import org.headroom.model.DataIssue;
import org.headroom.model.FailureFamily;
import org.headroom.model.HeadroomException;
import org.headroom.runs.CandidateCounts;
import org.headroom.runs.CandidateReport;
import org.headroom.runs.file.Json;
import org.headroom.runs.folder.WorkFolder;
import org.headroom.runs.store.SiteWriter;

/** The step that collects the candidate sites from every source of the project, in the project's order. */
public final class Candidates {
    private final WorkFolder work;
    private final Project project;
    private final LayerSet layers;
    private final KeptColumns kept;

    public Candidates(WorkFolder work, Project project, LayerSet layers, KeptColumns kept) {
        this.work = work;
        this.project = project;
        this.layers = layers;
        this.kept = kept;
    }

    /** Takes the sites of an earlier run where they would be the same, and else collects them. */
    public void collect() {
        work.clearSites();
        if (kept.takeSites()) {
            return;
        }
        List<CandidateCounts> sources = new ArrayList<>();
        List<DataIssue> issues = new ArrayList<>();
        Optional<Jurisdictions> jurisdictions = project.jurisdictions().map(id -> new Jurisdictions(features(id)));
        try (SiteWriter writer = new SiteWriter(work.columns().sites())) {
            for (CandidateSource source : project.candidates()) {
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
                        "project " + project.name() + " has no candidate sites: none of "
                                + sources.stream().map(CandidateCounts::source).toList() + " gave one",
                        "Look at \"headroom layers check\" for records that were skipped.");
            }
        }
        Json.write(work.columns().candidates(), new CandidateReport(sources, issues));
    }

    private CandidateRows rows(CandidateSource source, Optional<Jurisdictions> jurisdictions) {
        if (source instanceof CandidateSource.Grid grid) {
            return new GridRecords(features(grid.within()), grid, jurisdictions);
        }
        CandidateSource.FromLayer fromLayer = (CandidateSource.FromLayer) source;
        return new LayerRecords(features(fromLayer.layer()), fromLayer, jurisdictions);
    }

    private long notUsable(String layer) {
        LoadedLayer loaded = layers.get(layer);
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
        return (DefaultFeatureLayer) layers.get(layer).layer();
    }

    private DataIssue doubled(CandidateSource source, CandidateRows rows, int row) {
        String id = rows.siteId(row);
        return new DataIssue(
                DataIssue.Effect.SKIPPED,
                source.label(),
                file(source),
                rows.number(row),
                id,
                "siteId",
                id,
                "another candidate before it has the same id",
                rows.longitudes()[row],
                rows.latitudes()[row]);
    }

    /** The file of a layer; empty for a grid, which has none. */
    private String file(CandidateSource source) {
        return source instanceof CandidateSource.FromLayer from
                ? project.layers().stream()
                        .filter(layer -> layer.id().equals(from.layer()))
                        .map(layer -> layer.source().file())
                        .findFirst()
                        .orElseThrow()
                : "";
    }
}
