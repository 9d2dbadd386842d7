package org.headroom.ledger;

import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.headroom.ledger.cause.Cause;
import org.headroom.ledger.cause.ChangedRecords;
import org.headroom.ledger.cause.Step;
import org.headroom.ledger.run.LedgerRun;
import org.headroom.ledger.stage.GateFlip;
import org.headroom.ledger.stage.Settled;
import org.headroom.ledger.stage.Stages;
import org.headroom.model.Criterion;
import org.headroom.model.FailureFamily;
import org.headroom.model.HeadroomException;
import org.headroom.rules.policy.ScoreBlock;
import org.headroom.runs.DrawnRanks;
import org.headroom.runs.ExplanationFiles;
import org.jspecify.annotations.Nullable;

/** Makes of a ledger what people read first: {@link Changes}. Not safe for several threads. */
public final class ChangesMaker {
    /** At most so many gates and settled measurements are listed. */
    public static final int MOST_LISTED = 1_000;

    /** At most so many moves are listed. */
    public static final int MOST_MOVES = 200;

    /** The table of a night has the sites that either run ranks among its first so many. */
    public static final int MOST_IN_TABLE = 20_000;

    private static final int USUAL_TOP = 20;

    private final Ledger ledger;
    private final Stages stages;
    private final Moves moves;
    private final int[] placesBefore;
    private final int[] placesAfter;

    /** Over a ledger, which stays open as long as this is used. */
    public ChangesMaker(Ledger ledger) {
        this.ledger = ledger;
        stages = ledger.stages();
        moves = new Moves(ledger);
        placesBefore = ledger.before().places();
        placesAfter = ledger.after().places();
    }

    Moves moves() {
        return moves;
    }

    /** The length of the list that people look at: that of the policy of a run, or 20 where it says nothing. */
    public static int topN(ExplanationFiles files) {
        return Files.exists(files.drawn()) ? DrawnRanks.read(files).topN() : USUAL_TOP;
    }

    /**
     * Makes it.
     *
     * @param topN how many sites the top has, at least 1
     * @param watched ids of sites that are listed wherever they stand; those that neither run has are left out
     */
    public Changes make(int topN, Collection<String> watched) {
        List<Step> steps = ledger.steps();
        List<GateFlip> flips = stages.flips();
        List<Settled> settled = stages.settled();
        List<Changes.CauseEntry> all = causes();
        return new Changes(
                Changes.FORMAT,
                Changes.RunEntry.of(ledger.before().run()),
                Changes.RunEntry.of(ledger.after().run()),
                topN,
                steps.stream().map(Step::label).toList(),
                counts(flips.size(), settled.size()),
                all.stream().filter(cause -> cause.sites() > 0).toList(),
                all.stream().filter(cause -> cause.sites() == 0).toList(),
                entered(topN),
                left(topN),
                moved(topN, watched),
                notes(),
                flips.stream().limit(MOST_LISTED).map(this::gate).toList(),
                settled.stream().limit(MOST_LISTED).map(this::settled).toList());
    }

    /**
     * The move of one site, also of one that did not move; then without terms.
     *
     * @throws HeadroomException of family CONFIG when neither run has the site
     */
    public Move move(String siteId) {
        int now = moves.after().find(siteId);
        int then = now >= 0 ? -1 : moves.before().find(siteId);
        if (now < 0 && then < 0) {
            throw new HeadroomException(
                    FailureFamily.CONFIG,
                    "neither run " + ledger.before().run().name() + " nor run "
                            + ledger.after().run().name() + " has a site \"" + siteId + "\"",
                    "The field SITE_ID of ranked.shp has the ids.");
        }
        return now >= 0 ? moves.of(now) : moves.ofGone(then);
    }

    private Changes.Counts counts(int gates, int settled) {
        int moved = 0;
        int up = 0;
        int down = 0;
        int fresh = 0;
        int[] earlier = ledger.match().earlier();
        for (int site = 0; site < earlier.length; site++) {
            if (earlier[site] < 0) {
                fresh++;
                continue;
            }
            moved += moves.isMoved(site) ? 1 : 0;
            int ranks = placesAfter[site] - placesBefore[earlier[site]];
            up += ranks < 0 ? 1 : 0;
            down += ranks > 0 ? 1 : 0;
        }
        int gone = (int)
                Arrays.stream(ledger.match().later()).filter(site -> site < 0).count();
        return new Changes.Counts(moved, up, down, fresh, gone, gates, settled);
    }

    /** One for each step whose input differs. */
    private List<Changes.CauseEntry> causes() {
        List<Changes.CauseEntry> all = new ArrayList<>();
        List<Step> steps = ledger.steps();
        int size = placesAfter.length;
        double[] scores = new double[size];
        byte[] tiers = new byte[size];
        int[] earlier = ledger.match().earlier();
        int fresh = 0;
        for (int site = 0; site < size; site++) {
            fresh += earlier[site] < 0 ? 1 : 0;
            if (earlier[site] >= 0) {
                scores[site] = ledger.before().scores()[earlier[site]];
                tiers[site] = ledger.before().tiers()[earlier[site]];
            }
        }
        int gone = ledger.match().later().length - (size - fresh);
        for (int step = 0; step < steps.size(); step++) {
            int otherwise = 0;
            for (int i = 0; i < stages.scoredIn(step); i++) {
                int site = stages.scoredSite(step, i);
                double score = stages.score(step, site, scores[site]);
                byte tier = (byte) stages.tier(step, site, tiers[site]);
                otherwise += score != scores[site] || tier != tiers[site] ? 1 : 0;
                scores[site] = score;
                tiers[site] = tier;
            }
            Step one = steps.get(step);
            boolean isSet = one.cause() == Cause.CANDIDATES;
            int sites = isSet ? otherwise + fresh + gone : otherwise;
            if (sites > 0 || !one.of().isEmpty()) {
                all.add(new Changes.CauseEntry(
                        one.cause().id(), one.of(), title(one), sites, text(step, one, sites, fresh, gone)));
            }
        }
        all.sort(Comparator.comparingInt(Changes.CauseEntry::sites).reversed());
        return all;
    }

    private String text(int step, Step one, int sites, int fresh, int gone) {
        if (one.cause() == Cause.CANDIDATES) {
            return fresh + (fresh == 1 ? " site is" : " sites are") + " new, " + gone + (gone == 1 ? " is" : " are")
                    + " gone";
        }
        ChangedRecords records = ledger.causes().records(step);
        String title = title(one);
        String of = one.cause() == Cause.CALENDAR ? "another day, " + one.of() : one.of();
        String input = title.isEmpty() ? of : title + " (" + of + ")";
        String what = input + (records == null ? "" : ": " + records.text());
        return (what.isEmpty() ? one.cause().id() : what) + "; "
                + (sites == 0 ? "no site is" : sites == 1 ? "one site is" : sites + " sites are") + " scored otherwise";
    }

    /** The title of the layer that a step replaces, as the later run has it; empty where there is none. */
    private String title(Step step) {
        String now = ledger.idsAfter().title(step.layer());
        return now.isEmpty() ? ledger.idsBefore().title(step.layer()) : now;
    }

    private List<String> notes() {
        List<String> notes = new ArrayList<>();
        boolean isBefore = false;
        boolean isAfter = false;
        for (int step = 0; step < ledger.steps().size(); step++) {
            ChangedRecords records = ledger.causes().records(step);
            if (records != null && !records.perhapsAfter().isEmpty()) {
                isBefore |= records.marksBefore().isEmpty();
                isAfter |= records.marksAfter().isEmpty();
            }
        }
        if (Math.max(placesBefore.length, placesAfter.length) > MOST_IN_TABLE) {
            notes.add(Changes.TABLE + " of a run has the moves of sites that either run ranks among its first "
                    + MOST_IN_TABLE + "; \"headroom runs diff --all\" has all");
        }
        if (isBefore) {
            notes.add(note(ledger.before().run()));
        }
        if (isAfter) {
            notes.add(note(ledger.after().run()));
        }
        return notes;
    }

    private static String note(LedgerRun run) {
        return "run " + run.name() + " was made by Headroom " + run.inputs().headroom()
                + " and keeps no marks of records: of a record that both runs have it cannot be told whether it is another one;"
                + " what differs by it is put down to the day where it hangs on the day, else to its layer";
    }

    private boolean isExcluded(byte[] tiers, int site) {
        return tiers[site] == ScoreBlock.EXCLUDED_TIER;
    }

    private boolean isInTopBefore(int site, int topN) {
        return placesBefore[site] < topN && !isExcluded(ledger.before().tiers(), site);
    }

    private boolean isInTopAfter(int site, int topN) {
        return placesAfter[site] < topN && !isExcluded(ledger.after().tiers(), site);
    }

    private List<Move> entered(int topN) {
        List<Move> entered = new ArrayList<>();
        for (int site : first(placesAfter, topN)) {
            int then = ledger.match().earlier()[site];
            if (isInTopAfter(site, topN) && (then < 0 || !isInTopBefore(then, topN))) {
                entered.add(moves.of(site));
            }
        }
        return entered;
    }

    private List<Move> left(int topN) {
        List<Move> left = new ArrayList<>();
        for (int site : first(placesBefore, topN)) {
            int now = ledger.match().later()[site];
            if (isInTopBefore(site, topN) && (now < 0 || !isInTopAfter(now, topN))) {
                left.add(now < 0 ? moves.ofGone(site) : moves.of(now));
            }
        }
        return left;
    }

    /** The sites of the first places, in order. */
    private static int[] first(int[] places, int count) {
        int[] sites = new int[Math.min(count, places.length)];
        for (int site = 0; site < places.length; site++) {
            if (places[site] < sites.length) {
                sites[places[site]] = site;
            }
        }
        return sites;
    }

    private List<Move> moved(int topN, Collection<String> watched) {
        Map<String, Move> listed = new LinkedHashMap<>();
        Set<Integer> named = new LinkedHashSet<>();
        for (int site : first(placesAfter, topN)) {
            named.add(site);
        }
        List<Integer> gone = new ArrayList<>();
        for (int site : first(placesBefore, topN)) {
            int now = ledger.match().later()[site];
            if (now >= 0) {
                named.add(now);
            } else {
                gone.add(site);
            }
        }
        for (String id : watched) {
            int now = moves.after().find(id);
            int then = now >= 0 ? -1 : moves.before().find(id);
            if (now >= 0) {
                named.add(now);
            } else if (then >= 0) {
                gone.add(then);
            }
        }
        named.stream()
                .filter(site -> ledger.match().earlier()[site] < 0 || moves.isMoved(site))
                .sorted(Comparator.comparingInt(site -> placesAfter[site]))
                .map(moves::of)
                .forEach(move -> listed.put(move.site(), move));
        gone.stream().map(moves::ofGone).forEach(move -> listed.putIfAbsent(move.site(), move));
        for (int site : largest()) {
            if (listed.size() >= MOST_MOVES) {
                break;
            }
            if (!named.contains(site)) {
                Move move = moves.of(site);
                listed.put(move.site(), move);
            }
        }
        return List.copyOf(listed.values());
    }

    /** The sites that moved by the most ranks, at most as many as can be listed; of equal ones the better rank first. */
    private int[] largest() {
        int[] earlier = ledger.match().earlier();
        long[] keys = new long[MOST_MOVES * 2];
        long least = Long.MAX_VALUE;
        int size = 0;
        for (int site = 0; site < earlier.length; site++) {
            if (earlier[site] < 0 || !moves.isMoved(site)) {
                continue;
            }
            int distance = Math.abs(placesAfter[site] - placesBefore[earlier[site]]);
            long key = (long) (Integer.MAX_VALUE - distance) << Integer.SIZE | placesAfter[site];
            if (key >= least) {
                continue;
            }
            if (size == keys.length) {
                Arrays.sort(keys);
                size = MOST_MOVES;
                least = keys[MOST_MOVES - 1];
            }
            keys[size++] = key;
        }
        Arrays.sort(keys, 0, size);
        int[] found = Arrays.stream(keys, 0, Math.min(size, MOST_MOVES))
                .mapToInt(key -> (int) key)
                .toArray();
        BitSet wanted = new BitSet(placesAfter.length);
        Arrays.stream(found).forEach(wanted::set);
        Map<Integer, Integer> siteAt = new HashMap<>();
        for (int site = 0; site < placesAfter.length; site++) {
            if (wanted.get(placesAfter[site])) {
                siteAt.put(placesAfter[site], site);
            }
        }
        return Arrays.stream(found).map(siteAt::get).toArray();
    }

    private Changes.GateEntry gate(GateFlip flip) {
        Step step = ledger.steps().get(flip.step());
        String from = flip.from() == null ? null : flip.from().name();
        String to = flip.to() == null ? null : flip.to().name();
        List<String> records = moves.texts().records(flip.step(), flip.site(), stages.evidence(flip.site()), true);
        String input = step.of().isEmpty() ? step.cause().id() : step.of();
        String by = records.isEmpty()
                ? input
                : String.join(", ", records) + (step.cause() == Cause.DATA ? "" : ", " + input);
        return new Changes.GateEntry(
                moves.after().id(flip.site()),
                moves.after().name(flip.site()),
                flip.gate(),
                from,
                to,
                step.cause().id(),
                step.of(),
                "gate " + flip.gate() + " " + shown(from) + " -> " + shown(to) + " by " + by);
    }

    private static String shown(@Nullable String answer) {
        return answer == null ? "not asked" : answer;
    }

    private Changes.SettledEntry settled(Settled one) {
        Optional<Criterion> criterion = ledger.changes().after().vocabulary().criteria().stream()
                .filter(known -> known.id().equals(one.criterion()))
                .findFirst();
        boolean wasUnknown = Double.isNaN(one.lowerBefore());
        String record = "";
        if (one.layer() >= 0) {
            String id = ledger.idsAfter().id(one.layer(), one.record());
            record = ledger.idsAfter().layers().get(one.layer()) + (id.isEmpty() ? "" : ": " + id);
        }
        return new Changes.SettledEntry(
                moves.after().id(one.site()),
                moves.after().name(one.site()),
                one.criterion(),
                wasUnknown ? null : bounds(one.lowerBefore(), one.upperBefore()),
                one.lower() == one.upper() ? (Object) one.lower() : bounds(one.lower(), one.upper()),
                record,
                one.criterion() + " was "
                        + (wasUnknown ? "unknown" : TermTexts.value(one.lowerBefore(), one.upperBefore(), criterion))
                        + ", is " + TermTexts.value(one.lower(), one.upper(), criterion)
                        + (record.isEmpty() ? "" : " by " + record));
    }

    private static List<@Nullable Double> bounds(double lower, double upper) {
        return Arrays.asList(finite(lower), finite(upper));
    }

    private static @Nullable Double finite(double value) {
        return Double.isInfinite(value) ? null : (Double) value;
    }
}
