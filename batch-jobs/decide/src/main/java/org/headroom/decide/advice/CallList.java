package org.headroom.decide.advice;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import org.headroom.model.Criterion;
import org.headroom.model.SiteOrigin;
import org.headroom.rules.outcome.Draws;
import org.headroom.rules.outcome.SettledSites;
import org.headroom.rules.policy.Policy;
import org.headroom.rules.prior.UnknownMeaning;
import org.headroom.rules.weight.WeightedCriterion;
import org.headroom.runs.ExplanationFiles;
import org.headroom.runs.RunColumns;
import org.headroom.runs.store.SiteStore;
import org.headroom.spi.MeasurementBlock;
import org.headroom.spi.SiteBlock;
import org.jspecify.annotations.Nullable;

/**
 * Finds what is worth settling first, for the first N of a run: for each thing that is not exactly known, how likely it is that a site comes into the
 * list or drops out of it once it is known, and what the list gains by that. All else is worth what the policy expects of it.
 */
public final class CallList {
    private static final int BLOCK = 256;
    private static final int LEVELS = 1_000;
    /** Of a thing that changes nothing. */
    private static final BitSet NEVER = new BitSet();

    private final ExplanationFiles files;
    private final Policy policy;
    private final int topN;
    /** The policy's questions by criterion. */
    private final Map<String, String> asks = new HashMap<>();

    private final Map<Long, Thing> things = new LinkedHashMap<>();
    private final Map<Long, AdviceEntry> described = new HashMap<>();
    private final Map<Long, Shared> shared = new HashMap<>();

    /** How many sites share a thing, and the name of the place that they share it by, where a site is that place. */
    private static final class Shared {
        private int sites;
        private String name = "";
    }

    /**
     * @param files columns of a run whose sites were ranked
     * @param policy its policy, as it stands on the day of the run; it says of every criterion with a weight what unknown means
     * @param topN length of the list, at least 1
     */
    public CallList(ExplanationFiles files, Policy policy, int topN) {
        this.files = files;
        this.policy = policy;
        this.topN = topN;
        for (WeightedCriterion line : policy.criteria()) {
            UnknownMeaning unknown = line.unknown();
            if (unknown != null) {
                asks.put(line.criterion().id(), unknown.ask());
            }
        }
    }

    /** All things that may change the list, the most valuable first. */
    public List<AdviceEntry> ofList() {
        return find(OptionalInt.empty());
    }

    /**
     * All things that are not exactly known of a site, the most valuable first, also those that alone change nothing.
     *
     * @param site its number in the run
     */
    public List<AdviceEntry> ofSite(int site) {
        return find(OptionalInt.of(site));
    }

    private List<AdviceEntry> find(OptionalInt only) {
        things.clear();
        described.clear();
        shared.clear();
        try (RunColumns run = new RunColumns(files, policy.criteriaOfOutcomes())) {
            int size = run.size();
            int[] first = new int[Math.min(size, topN + 1)];
            run.order().read(0, first.length, first);
            BitSet inside = new BitSet();
            for (int place = 0; place < Math.min(topN, first.length); place++) {
                if (standing(run, first[place]).isGood()) {
                    inside.set(first[place]);
                }
            }
            ListEdge edge = new ListEdge(
                    size < topN ? null : standing(run, first[topN - 1]),
                    size <= topN ? null : standing(run, first[topN]),
                    policy.minimumScore());
            SettledSites settled = new SettledSites(policy.outcomes(new Draws(LEVELS), SettledSites.ALL_BUT_WEIGHTS));
            MeasurementBlock measured = run.newBlock(BLOCK);
            int from = only.isPresent() ? only.getAsInt() : 0;
            int to = only.isPresent() ? from + 1 : size;
            for (int block = from; block < to; block += BLOCK) {
                look(run, settled, measured, block, Math.min(BLOCK, to - block), inside, edge, only.isPresent());
            }
            return entries(run);
        }
    }

    private static Standing standing(RunColumns run, int site) {
        byte[] tier = new byte[1];
        double[] score = new double[1];
        int[] place = new int[1];
        run.readTiers(site, 1, tier);
        run.readRanking(site, 1, score);
        run.readIdPlaces(site, 1, place);
        return new Standing(tier[0], score[0], place[0]);
    }

    private void look(
            RunColumns run,
            SettledSites settled,
            MeasurementBlock measured,
            int first,
            int count,
            BitSet inside,
            ListEdge edge,
            boolean isAll) {
        int words = run.scores().wordsPerSite();
        long[] fired = new long[count * words];
        long[] undecided = new long[count * words];
        double[] lower = new double[count];
        double[] upper = new double[count];
        int[] places = new int[count];
        run.read(first, count, measured);
        run.scores().readFired(first, count, fired);
        run.scores().readUndecided(first, count, undecided);
        run.scores().readBounds(first, count, lower, upper);
        run.readIdPlaces(first, count, places);
        SiteBlock sites = run.sites().block(first, count);
        settled.bind(sites, measured, fired, undecided, words);
        byte[] tiers = new byte[LEVELS];
        double[] scores = new double[LEVELS];
        for (int row = 0; row < count; row++) {
            int number = settled.take(row);
            boolean isInside = inside.get(first + row);
            boolean isOutOfReach = !isInside && edge.isOutOfReach(upper[row]);
            for (int thing = 0; thing < number; thing++) {
                countSharing(settled, thing, sites, row);
                if (isOutOfReach) {
                    if (isAll) {
                        add(settled, thing, first + row, NEVER, NEVER, 0);
                    }
                    continue;
                }
                settled.settle(thing, tiers, scores);
                BitSet enters = new BitSet();
                BitSet leaves = new BitSet();
                double gain = 0;
                for (int level = 0; level < LEVELS; level++) {
                    if (!isInside && edge.enters(tiers[level], scores[level], places[row])) {
                        enters.set(level);
                        gain += edge.gainOfEntry(scores[level]);
                    } else if (isInside && edge.leaves(tiers[level], scores[level], places[row])) {
                        leaves.set(level);
                        gain += edge.gainOfLeaving(tiers[level], scores[level]);
                    }
                }
                if (isAll || !enters.isEmpty() || !leaves.isEmpty()) {
                    add(settled, thing, first + row, enters, leaves, gain / LEVELS);
                }
            }
        }
    }

    private void countSharing(SettledSites settled, int thing, SiteBlock sites, int row) {
        String sharing = settled.sharing(thing);
        if (sharing.isEmpty()) {
            return;
        }
        Shared one = shared.computeIfAbsent(settled.stream(thing), stream -> new Shared());
        one.sites++;
        String name = sites.texts("name")[row];
        if (name != null
                && sites.origin(row) == SiteOrigin.GREENFIELD
                && sites.siteId(row).endsWith(sharing)) {
            one.name = inState(name, sites.texts("stateCode")[row]);
        }
    }

    private void add(SettledSites settled, int number, int site, BitSet enters, BitSet leaves, double gain) {
        long stream = settled.stream(number);
        things.computeIfAbsent(stream, key -> new Thing(LEVELS)).add(site, enters, leaves, gain);
        if (!described.containsKey(stream)) {
            Criterion criterion = settled.criterion(number);
            described.put(
                    stream,
                    new AdviceEntry(
                            criterion.id(),
                            criterion.label(),
                            settled.isUnknown(number),
                            settled.sharedBy(number),
                            settled.sharing(number),
                            "",
                            1,
                            "",
                            "",
                            "",
                            0,
                            0,
                            0,
                            0,
                            ""));
        }
    }

    private List<AdviceEntry> entries(RunColumns run) {
        Map<Integer, Integer> ranks = ranks(run);
        List<AdviceEntry> entries = new ArrayList<>();
        things.forEach((stream, thing) -> {
            AdviceEntry from = Objects.requireNonNull(described.get(stream));
            Shared sharing = shared.get(stream);
            int site = thing.site();
            SiteStore sites = run.sites();
            String id = sites.siteId(site);
            String name = Objects.requireNonNullElse(sites.name(site), id);
            String state = sites.block(site, 1).texts("stateCode")[0];
            AdviceEntry entry = new AdviceEntry(
                    from.criterion(),
                    from.label(),
                    from.isUnknown(),
                    from.sharedBy(),
                    from.sharing(),
                    where(from, sharing, inState(name, state)),
                    sharing == null ? 1 : sharing.sites,
                    id,
                    name,
                    Objects.requireNonNullElse(state, ""),
                    Objects.requireNonNull(ranks.get(site)),
                    thing.probabilityToEnter(),
                    thing.probabilityToLeave(),
                    thing.expectedChange(),
                    "");
            entries.add(withAdvice(entry));
        });
        entries.sort(Comparator.comparingDouble((AdviceEntry one) -> -one.expectedChange())
                .thenComparing(one -> -Math.max(one.probabilityToEnter(), one.probabilityToLeave()))
                .thenComparing(AdviceEntry::criterion)
                .thenComparing(AdviceEntry::sharing)
                .thenComparing(AdviceEntry::siteId));
        return entries;
    }

    /** Counties of many states have one name. */
    private static String inState(String name, @Nullable String state) {
        return state == null ? name : name + ", " + state;
    }

    private static String where(AdviceEntry entry, @Nullable Shared sharing, String siteName) {
        if (entry.sharing().isEmpty()) {
            return siteName;
        }
        return sharing == null || sharing.name.isEmpty()
                ? "the " + entry.sharedBy().replaceFirst("Code$", "") + " of " + siteName + " (" + entry.sharing() + ")"
                : sharing.name;
    }

    private AdviceEntry withAdvice(AdviceEntry e) {
        return new AdviceEntry(
                e.criterion(),
                e.label(),
                e.isUnknown(),
                e.sharedBy(),
                e.sharing(),
                e.where(),
                e.sites(),
                e.siteId(),
                e.siteName(),
                e.stateCode(),
                e.rank(),
                e.probabilityToEnter(),
                e.probabilityToLeave(),
                e.expectedChange(),
                AdviceText.of(e, asks.getOrDefault(e.criterion(), ""), topN));
    }

    /** Ranks of the sites that are named; one way through the order. */
    private Map<Integer, Integer> ranks(RunColumns run) {
        BitSet wanted = new BitSet();
        things.values().forEach(thing -> wanted.set(thing.site()));
        Map<Integer, Integer> ranks = new HashMap<>();
        int[] block = new int[BLOCK];
        for (int first = 0; first < run.size() && !wanted.isEmpty(); first += BLOCK) {
            int count = Math.min(BLOCK, run.size() - first);
            run.order().read(first, count, block);
            for (int i = 0; i < count; i++) {
                if (wanted.get(block[i])) {
                    ranks.put(block[i], first + i + 1);
                    wanted.clear(block[i]);
                }
            }
        }
        return ranks;
    }
}
