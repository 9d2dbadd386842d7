package org.headroom.decide.portfolio;

import java.util.List;
import java.util.Map;
import org.headroom.model.GateAnswer;

/**
 * The best set of sites under shared limits, with what is proved of it.
 *
 * @param asked what was asked
 * @param ends which end of what is only known to lie between two figures counted
 * @param set the best set
 * @param gapPoints no set has a sum of scores that is larger by more than this; 0 when the set is proved to be the best
 * @param isProved whether set and alternates are proved to be the best, in this order
 * @param nodes how many partial sets were looked at for that
 * @param alternates the next best sets, the best first
 * @param nearMisses sites of good rank that are out, in the order of their ranks
 * @param shared what more than one site of the set depends on
 * @param notes what else has to be known: headroom that is not known, and what the run does not tell
 * @param candidates how many sites could be chosen
 * @param leftOut how many were not looked at, by the answer of their gates
 * @param out how many are out whatever else is chosen
 */
public record Portfolio(
        PortfolioAsk asked,
        Ends ends,
        SiteSet set,
        double gapPoints,
        boolean isProved,
        long nodes,
        List<SiteSet> alternates,
        List<NearMiss> nearMisses,
        List<SharedCause> shared,
        List<String> notes,
        int candidates,
        Map<GateAnswer, Integer> leftOut,
        int out) {
    public Portfolio {
        alternates = List.copyOf(alternates);
        nearMisses = List.copyOf(nearMisses);
        shared = List.copyOf(shared);
        notes = List.copyOf(notes);
        leftOut = Map.copyOf(leftOut);
    }

    /**
     * Sites chosen together.
     *
     * @param sites in the order of their ranks
     */
    public record SiteSet(List<SiteFigures> sites) {
        public SiteSet {
            sites = List.copyOf(sites);
        }

        /** Sum of the scores that the run ranks by. */
        public double score() {
            return sites.stream().mapToDouble(SiteFigures::score).sum();
        }

        /** The sum if all that is unknown turns out for the worst. */
        public double scoreLow() {
            return sites.stream().mapToDouble(SiteFigures::scoreLow).sum();
        }

        /** The sum if all that is unknown turns out for the best. */
        public double scoreHigh() {
            return sites.stream().mapToDouble(SiteFigures::scoreHigh).sum();
        }

        /** MW AC together. */
        public double mw() {
            return sites.stream().mapToDouble(SiteFigures::mw).sum();
        }

        /** What they cost a year together, lower end, USD; NaN where that of a site is not known. */
        public double usdPerYearLow() {
            return sites.stream().mapToDouble(SiteFigures::usdPerYearLow).sum();
        }

        /** The upper end. */
        public double usdPerYearHigh() {
            return sites.stream().mapToDouble(SiteFigures::usdPerYearHigh).sum();
        }
    }

    /**
     * Why a site is out.
     *
     * @param site the site
     * @param reasons each in a few words; never empty
     * @param lossPoints by how much the scores of the best set with it are less, points; below 0 where only its tier keeps it out; NaN when there is none, or nobody looked
     * @param isLossProved whether that is exact; else the loss is at most this
     */
    public record NearMiss(SiteFigures site, List<String> reasons, double lossPoints, boolean isLossProved) {
        public NearMiss {
            reasons = List.copyOf(reasons);
        }
    }

    /**
     * What several sites of the set depend on: a scenario that hits them together.
     *
     * @param what queue, moratorium, price area, jurisdiction
     * @param name which one
     * @param siteIds the sites that share it, in the order of their ranks
     * @param mw MW AC of these
     * @param score sum of their scores
     */
    public record SharedCause(String what, String name, List<String> siteIds, double mw, double score) {
        public SharedCause {
            siteIds = List.copyOf(siteIds);
        }
    }
}
