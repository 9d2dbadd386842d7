package org.headroom.jobs.night;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.headroom.jobs.file.Json;
import org.headroom.jobs.project.CandidateSource;
import org.headroom.jobs.run.CandidateCounts;
import org.headroom.jobs.store.SiteWriter;
import org.headroom.layers.LoadedLayer;
import org.headroom.model.DataIssue;
import org.headroom.model.FailureFamily;
import org.headroom.model.HeadroomException;
import org.headroom.spi.FeatureLayer;

/** The step that collects the candidate sites from every source of the project, in the project's order. */
public final class Candidates {
    private final NightRun night;

    Candidates(NightRun night) {
        this.night = night;
    }

    /**
     * What was collected.
     *
     * @param sources one entry a source, in the project's order
     * @param issues sites that were skipped, with the reason
     */
    public record Collected(List<CandidateCounts> sources, List<DataIssue> issues) {}

    public void collect() {
        if (night.keeping().takeSites()) {
            return;
        }
        List<CandidateCounts> sources = new ArrayList<>();
        List<DataIssue> issues = new ArrayList<>();
        Optional<Jurisdictions> jurisdictions =
                night.project().jurisdictions().map(id -> new Jurisdictions(features(id)));
        try (SiteWriter writer = new SiteWriter(night.work().sites())) {
            for (CandidateSource source : night.project().candidates()) {
                CandidateRecords records = records(source, jurisdictions);
                long before = writer.size();
                long doubled = 0;
                while (records.next()) {
                    String id = records.siteId();
                    if (!writer.add(id, records.longitude(), records.latitude(), records)) {
                        doubled++;
                        issues.add(doubled(source, records, id));
                    }
                }
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
        Json.write(night.work().candidates(), new Collected(sources, issues));
    }

    private CandidateRecords records(CandidateSource source, Optional<Jurisdictions> jurisdictions) {
        if (source instanceof CandidateSource.Grid grid) {
            return new GridRecords(features(grid.within()), grid, jurisdictions);
        }
        CandidateSource.FromLayer fromLayer = (CandidateSource.FromLayer) source;
        return new LayerRecords(features(fromLayer.layer()), fromLayer, jurisdictions);
    }

    private long notUsable(String layer) {
        LoadedLayer loaded = night.layers().get(layer);
        FeatureLayer features = (FeatureLayer) loaded.layer();
        long notLocated = 0;
        for (int record = 0; record < features.size(); record++) {
            if (!features.isLocated(record)) {
                notLocated++;
            }
        }
        return loaded.counts().skipped() + notLocated;
    }

    private FeatureLayer features(String layer) {
        return (FeatureLayer) night.layers().get(layer).layer();
    }

    private static DataIssue doubled(CandidateSource source, CandidateRecords records, String id) {
        return new DataIssue(
                DataIssue.Effect.SKIPPED,
                source.label(),
                "",
                records.number(),
                id,
                "siteId",
                id,
                "another candidate before it has the same id",
                records.longitude(),
                records.latitude());
    }
}
