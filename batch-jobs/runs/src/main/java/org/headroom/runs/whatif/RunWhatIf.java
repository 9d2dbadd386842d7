package org.headroom.runs.whatif;

import java.util.List;
import org.headroom.model.Criterion;
import org.headroom.rules.policy.Policy;
import org.headroom.runs.PublishedRun;
import org.headroom.runs.RunColumns;
import org.headroom.spi.MeasurementBlock;
import org.headroom.workbench.whatif.MeasurementChange;
import org.headroom.workbench.whatif.MeasurementSearch;
import org.headroom.workbench.whatif.WeightChange;
import org.headroom.workbench.whatif.WeightSearch;

/**
 * Finds the smallest changes for a site of a published run, from what lies in the run. Measurements need a look at a few sites only, weights a
 * pass over all of them and some 30 bytes for each site of the same tier.
 *
 * @param run the run
 * @param policy the policy of the run
 */
public record RunWhatIf(PublishedRun run, Policy policy) {
    /**
     * The smallest changes for one site.
     *
     * @param siteId a site of the run
     * @param top how many are among the first, at least 1
     * @throws org.headroom.model.HeadroomException of family CONFIG when the run has no such site, with the nearest id
     */
    public WhatIf of(String siteId, int top) {
        try (RunColumns sites = new RunColumns(run.explanationFiles())) {
            int site = run.place(sites.sites(), siteId);
            int place = sites.order().find(site);
            MeasurementBlock measured = new MeasurementBlock(
                    policy.vocabulary().criteria().stream().map(Criterion::id).toList(), 1);
            sites.read(site, 1, measured);
            MeasurementSearch search = new MeasurementSearch(
                    policy, sites.sites().block(site, 1), measured, new OtherSites(sites, site, place, top));
            List<MeasurementChange> measurements = search.changes();
            List<String> enough =
                    measurements.stream().map(MeasurementChange::field).toList();
            List<WeightChange> weights = new WeightSearch(policy, sites, site, top).changes();
            return new WhatIf(
                    top,
                    search.isIn(),
                    place + 1,
                    measurements.stream().findFirst().orElse(null),
                    weights.stream().findFirst().orElse(null),
                    measurements,
                    search.fields().stream()
                            .filter(field -> !enough.contains(field))
                            .toList(),
                    weights);
        }
    }
}
