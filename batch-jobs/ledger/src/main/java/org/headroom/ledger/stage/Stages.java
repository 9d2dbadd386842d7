package org.headroom.ledger.stage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.headroom.ledger.cause.CellCauses;
import org.headroom.ledger.cause.InputChanges;
import org.headroom.ledger.cause.Step;
import org.headroom.ledger.run.OpenRun;
import org.headroom.ledger.run.SiteMatch;
import org.headroom.rules.policy.Policy;
import org.headroom.runs.file.Folders;
import org.headroom.runs.preview.BlockThreads;
import org.headroom.runs.rank.RankSort;

/**
 * The list as it stands after each step: scores and places of the sites of the second run. A new site has the score of the second run from the first
 * step on, one that is gone is left out from there on. Not changed once it was made, and then safe for several threads.
 */
public final class Stages {
    private static final int BLOCK = BlockWorker.BLOCK;
    private static final int SORTED_TOGETHER = 1 << 20;

    private final OpenRun before;
    private final SiteMatch match;
    private final List<String> criteria;
    private final Scored[] scored;
    /** Places after each step; the same array as before where nothing moved. */
    private final int[][] places;

    private final BlockStages[] blocks;

    private Stages(
            OpenRun before,
            SiteMatch match,
            List<String> criteria,
            Scored[] scored,
            int[][] places,
            BlockStages[] blocks) {
        this.before = before;
        this.match = match;
        this.criteria = criteria;
        this.scored = scored;
        this.places = places;
        this.blocks = blocks;
    }

    /** Makes them, block by block on several threads, and sorts the list after each step that moves anything. */
    public static Stages make(
            OpenRun before, OpenRun after, SiteMatch match, InputChanges changes, CellCauses causes, int threads) {
        List<Step> steps = changes.steps();
        List<Policy> policies = new ArrayList<>();
        for (int step = 0; step < steps.size(); step++) {
            policies.add(changes.policyAfter(step));
        }
        Set<String> compared = compared(before, after, match, causes.criteria());
        Set<String> gates = new LinkedHashSet<>(after.columns().layout().gates());
        gates.addAll(before.columns().layout().gates());
        BlockStages[] blocks = new BlockStages[(after.size() + BLOCK - 1) / BLOCK];
        boolean haveSameSites = match.isSame() && isSameFolder(before, after);
        BlockThreads.run(blocks.length, threads, () -> {
            BlockWorker worker = new BlockWorker(
                    before,
                    after,
                    match,
                    changes,
                    causes,
                    compared,
                    policies,
                    List.copyOf(gates),
                    haveSameSites ? null : new OwnRows(before.sites(), after.sites(), changes, causes, after.run()));
            return block -> blocks[block] = worker.work(block * BLOCK, Math.min(BLOCK, after.size() - block * BLOCK));
        });
        Scored[] scored = new Scored[steps.size()];
        for (int step = 0; step < scored.length; step++) {
            scored[step] = new Scored();
            for (BlockStages block : blocks) {
                scored[step].addAll(block.scored[step]);
                block.scored[step] = new Scored();
            }
        }
        return new Stages(before, match, causes.criteria(), scored, places(before, after, match, scored), blocks);
    }

    /** Criteria of which not both runs have the same file: shared, or the same to the last byte. */
    private static Set<String> compared(OpenRun before, OpenRun after, SiteMatch match, List<String> criteria) {
        Set<String> compared = new TreeSet<>(criteria);
        compared.retainAll(before.columns().measured().keySet());
        compared.retainAll(after.columns().measured().keySet());
        if (match.isSame()) {
            compared.removeIf(id -> isSame(
                    before.run().files().measurementFile(id),
                    after.run().files().measurementFile(id)));
        }
        return compared;
    }

    private static boolean isSame(Path one, Path other) {
        try {
            return Files.isSameFile(one, other) || Files.mismatch(one, other) < 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isSameFile(Path one, Path other) {
        try {
            return Files.isSameFile(one, other);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isSameFolder(OpenRun before, OpenRun after) {
        return isSameFile(
                before.run().files().sites().resolve("longitude.f64"),
                after.run().files().sites().resolve("longitude.f64"));
    }

    private static int[][] places(OpenRun before, OpenRun after, SiteMatch match, Scored[] scored) {
        int size = after.size();
        double[] scores = new double[size];
        byte[] tiers = new byte[size];
        int[] now = new int[size];
        for (int site = 0; site < size; site++) {
            int then = match.earlier()[site];
            scores[site] = then < 0 ? after.scores()[site] : before.scores()[then];
            tiers[site] = then < 0 ? after.tiers()[site] : before.tiers()[then];
            now[site] = then < 0 ? -1 : before.places()[then];
        }
        boolean isOtherSet = before.size() != size || Arrays.stream(now).anyMatch(place -> place < 0);
        int lastOne = 0;
        for (int step = 0; step < scored.length; step++) {
            lastOne = scored[step].size() > 0 ? step : lastOne;
        }
        int[][] places = new int[scored.length][];
        for (int step = 0; step < scored.length; step++) {
            Scored changed = scored[step];
            boolean isMoved = step == 0 && isOtherSet;
            for (int i = 0; i < changed.size(); i++) {
                int site = changed.site(i);
                isMoved |= scores[site] != changed.score(i) || tiers[site] != changed.tier(i);
                scores[site] = changed.score(i);
                tiers[site] = changed.tier(i);
            }
            if (step >= lastOne) {
                now = after.places();
            } else if (isMoved) {
                now = sorted(after, scores, tiers);
            }
            places[step] = now;
        }
        return places;
    }

    private static int[] sorted(OpenRun run, double[] scores, byte[] tiers) {
        int size = scores.length;
        int[] places = new int[size];
        Path folder = size > SORTED_TOGETHER ? temporaryFolder() : Path.of("");
        try (RankSort sort = new RankSort(folder, Math.max(1, Math.min(SORTED_TOGETHER, size)))) {
            int[] ids = new int[BLOCK];
            for (int first = 0; first < size; first += BLOCK) {
                int count = Math.min(BLOCK, size - first);
                run.sites().readIdPlaces(first, count, ids);
                for (int i = 0; i < count; i++) {
                    sort.add(tiers[first + i], scores[first + i], ids[i], first + i);
                }
            }
            int[] place = new int[1];
            sort.forEach(site -> places[site] = place[0]++);
        } finally {
            if (size > SORTED_TOGETHER) {
                delete(folder);
            }
        }
        return places;
    }

    private static Path temporaryFolder() {
        try {
            return Files.createTempDirectory("headroom-ledger");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path folder) {
        try {
            Folders.delete(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether anything moves in a step. */
    public boolean isMoving(int step) {
        return scored[step].size() > 0 || step == 0 && places[0] != before.places();
    }

    /** Number of sites that are scored anew in a step. */
    public int scoredIn(int step) {
        return scored[step].size();
    }

    /** The sites that are scored anew in a step, in ascending order. */
    public int scoredSite(int step, int index) {
        return scored[step].site(index);
    }

    /** Whether a site is scored anew in a step. */
    public boolean isScored(int step, int site) {
        return scored[step].find(site) >= 0;
    }

    /** Its score after a step; {@code otherwise}, its score before, where it is not scored anew. */
    public double score(int step, int site, double otherwise) {
        int found = scored[step].find(site);
        return found < 0 ? otherwise : scored[step].score(found);
    }

    /** Its tier after a step; {@code otherwise}, its tier before, where it is not scored anew. */
    public int tier(int step, int site, int otherwise) {
        int found = scored[step].find(site);
        return found < 0 ? otherwise : scored[step].tier(found);
    }

    /** Its place after a step, from 0. */
    public int place(int step, int site) {
        return places[step][site];
    }

    /** Its place before the first step, from 0; -1 for a new one. */
    public int placeBefore(int site) {
        int then = match.earlier()[site];
        return then < 0 ? -1 : before.places()[then];
    }

    /** What differs at a site, by criterion; of each step at most three. */
    public List<Evidence> evidence(int site) {
        return blocks[site / BLOCK].evidence.of(site, criteria);
    }

    /** Gates that answer otherwise, by the better place of the site in the second run. */
    public List<GateFlip> flips() {
        List<GateFlip> all = new ArrayList<>();
        for (BlockStages block : blocks) {
            all.addAll(block.flips);
        }
        int[] ranked = places[places.length - 1];
        all.sort(Comparator.comparingInt((GateFlip flip) -> ranked[flip.site()]).thenComparing(GateFlip::gate));
        return all;
    }

    /** Measurements that are settled, by the place of the site in the second run. */
    public List<Settled> settled() {
        List<Settled> all = new ArrayList<>();
        for (BlockStages block : blocks) {
            all.addAll(block.settled);
        }
        int[] ranked = places[places.length - 1];
        all.sort(Comparator.comparingInt((Settled one) -> ranked[one.site()]).thenComparing(Settled::criterion));
        return all;
    }
}
