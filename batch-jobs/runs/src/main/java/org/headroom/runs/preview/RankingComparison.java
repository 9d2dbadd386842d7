package org.headroom.runs.preview;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.headroom.export.style.RankChange;
import org.headroom.model.GateAnswer;
import org.headroom.runs.store.SiteStore;

/**
 * What differs between two rankings of the sites of a run. Made in two passes over the sites; keeps the numbers of the sites that change
 * their gate, and of no others but those of the top. Only for as long as the run is open.
 */
public final class RankingComparison {
    private static final int BLOCK = 4096;

    private final SiteStore sites;
    private final PolicyRanking before;
    private final PolicyRanking after;
    private final int top;
    private final States states;
    private final SiteList flipped = new SiteList();
    private final List<Integer> entering = new ArrayList<>();
    private final List<Integer> leaving = new ArrayList<>();
    private final Largest moves;
    private final Map<Flip, Long> flips = new LinkedHashMap<>();
    private final List<MwLine> mw = new ArrayList<>();
    private int tierChanges;
    private int scoreChanges;
    private int rankChanges;
    private int eligibleBefore;
    private int eligibleAfter;

    private record Flip(GateAnswer before, GateAnswer after, String reason) {}

    /**
     * Compares.
     *
     * @param run the open run
     * @param before a ranking of its sites
     * @param after another one
     * @param top how many sites the top has, at least 1
     * @param moves how many of the largest moves are kept
     */
    public RankingComparison(RescoredRun run, PolicyRanking before, PolicyRanking after, int top, int moves) {
        this.sites = run.sites();
        this.before = before;
        this.after = after;
        this.top = top;
        this.states = new States(sites);
        this.moves = new Largest(moves);
        look();
        addMw(run);
    }

    private void look() {
        for (int place = 0; place < after.size(); place++) {
            int site = after.siteAt(place);
            eligibleBefore += before.isExcluded(site) ? 0 : 1;
            eligibleAfter += after.isExcluded(site) ? 0 : 1;
            tierChanges += before.tier(site) == after.tier(site) ? 0 : 1;
            scoreChanges += before.score(site) == after.score(site) ? 0 : 1;
            rankChanges += before.place(site) == place ? 0 : 1;
            if (before.gate(site) != after.gate(site)) {
                flipped.add(site);
                flips.merge(new Flip(before.gate(site), after.gate(site), gateReason(site)), 1L, Long::sum);
            }
            if (!before.isInTop(site, top) && after.isInTop(site, top)) {
                entering.add(site);
            }
            if (!before.isExcluded(site) && !after.isExcluded(site) && before.place(site) != place) {
                moves.add(Math.abs(before.place(site) - place), site);
            }
        }
        for (int place = 0; place < Math.min(top, before.size()); place++) {
            int site = before.siteAt(place);
            if (before.isInTop(site, top) && !after.isInTop(site, top)) {
                leaving.add(site);
            }
        }
        flipped.sort(site -> Math.min(before.place(site), after.place(site)));
    }

    /** What decides the severer of the two gate answers of a site. */
    private String gateReason(int site) {
        return before.gate(site).compareTo(after.gate(site)) > 0 ? before.reason(site) : after.reason(site);
    }

    /** Why a site comes into the top or goes out. */
    private String reason(int site) {
        if (before.gate(site) != after.gate(site)) {
            return gateReason(site);
        } else if (before.tier(site) != after.tier(site)) {
            return "tier";
        }
        return before.score(site) == after.score(site) ? "other sites" : "score";
    }

    private void addMw(RescoredRun run) {
        MwTally eligible = new MwTally(MwLine.Scope.ELIGIBLE);
        MwTally inTop = new MwTally(MwLine.Scope.TOP);
        double[] mwOf = new double[BLOCK];
        try (KnownMw known = run.knownMw()) {
            for (int first = 0; first < sites.size(); first += BLOCK) {
                int count = Math.min(BLOCK, sites.size() - first);
                boolean isRead = false;
                for (int i = 0; i < count; i++) {
                    int site = first + i;
                    boolean flips = before.isExcluded(site) != after.isExcluded(site);
                    boolean crosses = before.isInTop(site, top) != after.isInTop(site, top);
                    if ((flips || crosses) && !isRead) {
                        known.read(first, count, mwOf);
                        states.read(first, count);
                        isRead = true;
                    }
                    if (flips) {
                        eligible.add(before.isExcluded(site), states.of(i), gateReason(site), mwOf[i]);
                    }
                    if (crosses) {
                        inTop.add(after.isInTop(site, top), states.of(i), reason(site), mwOf[i]);
                    }
                }
            }
        }
        mw.addAll(eligible.lines());
        mw.addAll(inTop.lines());
    }

    /** The first ranking. */
    public PolicyRanking before() {
        return before;
    }

    /** The second ranking. */
    public PolicyRanking after() {
        return after;
    }

    /** How many sites the top has. */
    public int top() {
        return top;
    }

    /**
     * How many sites change.
     *
     * @param sites all sites
     * @param eligibleBefore not excluded in the first ranking
     * @param eligibleAfter not excluded in the second one
     * @param gates whose answer of all gates together is another one
     * @param tiers in another tier
     * @param scores with another score
     * @param ranks at another rank
     * @param entersTop that come into the top
     * @param leavesTop that go out of it
     */
    public record Counts(
            int sites,
            int eligibleBefore,
            int eligibleAfter,
            int gates,
            int tiers,
            int scores,
            int ranks,
            int entersTop,
            int leavesTop) {}

    /** How many sites change. */
    public Counts counts() {
        return new Counts(
                sites.size(),
                eligibleBefore,
                eligibleAfter,
                flipped.size(),
                tierChanges,
                scoreChanges,
                rankChanges,
                entering.size(),
                leaving.size());
    }

    /** Changes of the gates with the number of sites, the most first. */
    public List<GateFlips> gateFlips() {
        List<GateFlips> all = new ArrayList<>();
        flips.forEach((flip, count) -> all.add(new GateFlips(flip.before, flip.after, flip.reason, count)));
        all.sort(Comparator.comparingLong(GateFlips::sites)
                .reversed()
                .thenComparing(GateFlips::before)
                .thenComparing(GateFlips::after)
                .thenComparing(GateFlips::reason));
        return all;
    }

    /** MW gained and lost: all, by state and by reason, first over the sites that are not excluded, then over those of the top. */
    public List<MwLine> mw() {
        return List.copyOf(mw);
    }

    /** How many sites the tops of both rankings have in common, by the number of sites of the top: 10, 100, 1000 ... and that of this one. */
    public Map<Integer, Integer> commonByTop() {
        Map<Integer, Integer> common = new TreeMap<>();
        for (long power = 10; power < sites.size(); power *= 10) {
            common.put((int) power, common((int) power));
        }
        common.put(top, common(top));
        return common;
    }

    private int common(int first) {
        int common = 0;
        for (int place = 0; place < Math.min(first, after.size()); place++) {
            int site = after.siteAt(place);
            common += before.isInTop(site, first) && after.isInTop(site, first) ? 1 : 0;
        }
        return common;
    }

    /** Sites whose gates answer otherwise, at most so many, by the better of their two ranks. */
    public void forEachFlip(int most, Consumer<SiteChange> action) {
        flipped.forEach(most, site -> action.accept(change(site)));
    }

    /** Sites that come into the top, by their new rank. */
    public List<SiteChange> entersTop() {
        return entering.stream().map(this::change).toList();
    }

    /** Sites that go out of the top, by their old rank. */
    public List<SiteChange> leavesTop() {
        return leaving.stream().map(this::change).toList();
    }

    /** The largest moves of sites that are excluded in neither ranking, the largest first. */
    public List<SiteChange> largestMoves() {
        return moves.sites().stream().map(this::change).toList();
    }

    private SiteChange change(int site) {
        states.read(site, 1);
        String name = sites.name(site);
        return new SiteChange(
                sites.siteId(site),
                name == null ? "" : name,
                states.of(0),
                rankChange(site),
                standing(before, site),
                standing(after, site));
    }

    private static SiteChange.Standing standing(PolicyRanking ranking, int site) {
        return new SiteChange.Standing(
                ranking.place(site) + 1,
                ranking.score(site),
                ranking.gate(site),
                ranking.tier(site),
                ranking.reason(site));
    }

    /** What becomes of a site. */
    RankChange rankChange(int site) {
        boolean wasInTop = before.isInTop(site, top);
        if (wasInTop != after.isInTop(site, top)) {
            return wasInTop ? RankChange.LEAVES_TOP : RankChange.ENTERS_TOP;
        }
        if (before.isExcluded(site) != after.isExcluded(site)) {
            return before.isExcluded(site) ? RankChange.BECOMES_ELIGIBLE : RankChange.BECOMES_EXCLUDED;
        }
        if (after.isExcluded(site)) {
            return RankChange.STAYS_EXCLUDED;
        }
        if (before.gate(site) != after.gate(site)) {
            return RankChange.GATE_CHANGES;
        }
        int rise = before.place(site) - after.place(site);
        return rise == 0 ? RankChange.STAYS : rise > 0 ? RankChange.RISES : RankChange.FALLS;
    }
}
