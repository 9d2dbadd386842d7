package org.headroom.jobs.calendar;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.headroom.host.InstalledModule;
import org.headroom.jobs.load.LayerAges;
import org.headroom.jobs.load.LayerSet;
import org.headroom.jobs.measure.MeasurementPlan;
import org.headroom.jobs.project.Project;
import org.headroom.jobs.step.Blocks;
import org.headroom.ledger.calendar.Standing;
import org.headroom.model.GateAnswer;
import org.headroom.model.HeadroomException;
import org.headroom.rules.policy.Policy;
import org.headroom.rules.policy.ScoreBlock;
import org.headroom.rules.policy.Scorer;
import org.headroom.runs.ExplanationFiles;
import org.headroom.runs.file.Folders;
import org.headroom.runs.rank.RankSort;
import org.headroom.runs.store.SiteStore;
import org.headroom.spi.Layer;
import org.headroom.spi.MeasurementBlock;
import org.headroom.spi.MeasurementColumn;
import org.jspecify.annotations.Nullable;

/**
 * Measures, scores and ranks the sites of a run as a run of another day would, from the same layers and by the same policy, in memory. Modules that
 * look at the day measure again; all else is taken from the run. For one thread.
 */
public final class OtherDays implements AutoCloseable {
    private static final int SORTED_TOGETHER = 1 << 20;

    private final Project project;
    private final Policy policy;
    private final Path scratch;
    private final @Nullable GateScores gateScores;
    private final Set<String> readByGates;
    private final DayMeasuring measuring;
    private final MeasurementBlock measuredBlock;
    /** The columns of {@link #measuredBlock} that hold what the run has of the block that they were last read for. */
    private final Set<String> asInRun = new HashSet<>();

    private int blockOfRun = -1;
    private final ScoreBlock scores;

    /**
     * Opens the sites of a run.
     *
     * @param policy the policy of the run, on any day
     * @param modules the modules that measure what is planned, each behind those that it reads
     * @param run the columns of the run
     * @param date its evaluation date
     * @param gatesOnly whether only what gates read is measured again, so that scores, tiers and ranks are not told
     * @param scratch a folder for the sorting of more sites than fit in memory; made when it is needed, and deleted at the end
     */
    public OtherDays(
            Project project,
            Policy policy,
            List<InstalledModule> modules,
            MeasurementPlan plan,
            LayerSet layers,
            ExplanationFiles run,
            LocalDate date,
            boolean gatesOnly,
            Path scratch) {
        this.project = project;
        this.policy = policy;
        this.scratch = scratch;
        GateInputs gates = GateInputs.of(policy, modules, plan.criteria());
        this.readByGates = gates.read();
        this.measuring = new DayMeasuring(
                project, policy, modules, gatesOnly ? gates.criteria() : plan.criteria(), layers, run, date);
        this.gateScores = gatesOnly ? new GateScores(policy, measuring, plan.criteria(), readByGates) : null;
        this.measuredBlock =
                new MeasurementBlock(plan.criteria(), measuring.blocks().blockSites());
        this.scores = policy.newScoreBlock(measuring.blocks().blockSites());
    }

    /** The sites of the run. */
    SiteStore sites() {
        return measuring.sites();
    }

    /** The layers of the run, by their ordinals. */
    List<Layer> layers() {
        return measuring.layers();
    }

    /** Length of the list that people look at. */
    int topN() {
        return policy.decision().topN();
    }

    /** As {@link DayMeasuring#findStill}. */
    void findStill(LocalDate day) {
        measuring.findStill(day);
    }

    /** How the sites stand on a day. */
    public Standing on(LocalDate day) {
        LayerAges ages;
        try {
            ages = new LayerAges(project, day);
        } catch (HeadroomException tooOld) {
            return Standing.refused(day, String.valueOf(tooOld.getMessage()));
        }
        SiteStore sites = measuring.sites();
        Blocks blocks = measuring.blocks();
        int size = sites.size();
        byte[] gates = new byte[size];
        byte[] tiers = new byte[size];
        double[] ranking = new double[gateScores == null ? size : 0];
        Map<String, Deciding> deciding = new HashMap<>();
        Scorer scorer = gateScores == null ? policy.on(day).scorer() : null;
        measuring.measure(day, ages, (block, measured) -> {
            int first = blocks.first(block);
            int count = blocks.size(block);
            if (scorer == null) {
                Objects.requireNonNull(gateScores).take(block, measured);
            } else {
                fill(block, measured);
                scorer.score(sites.block(first, count), measuredBlock, scores);
                ScoreBlock.Storage scored = scores.storage();
                System.arraycopy(scored.gate(), 0, gates, first, count);
                System.arraycopy(scored.tier(), 0, tiers, first, count);
                System.arraycopy(scored.ranking(), 0, ranking, first, count);
            }
            measured.forEach((criterion, column) -> {
                if (readByGates.contains(criterion)) {
                    deciding.computeIfAbsent(criterion, id -> new Deciding(size))
                            .take(column, first, count);
                }
            });
        });
        Map<String, Standing.Decided> decided = new HashMap<>();
        deciding.forEach((criterion, one) -> decided.put(criterion, one.decided()));
        Map<String, String> uses = LayerUses.of(project, ages);
        return gateScores == null
                ? new Standing(day, gates, tiers, top(gates, tiers, ranking), uses, decided)
                : new Standing(day, gateScores.gates(), tiers, new int[0], uses, decided);
    }

    /** Puts what was measured, and of all else what the run has, where scores are made from. */
    private void fill(int block, Map<String, MeasurementColumn> measured) {
        int count = measuring.blocks().size(block);
        if (block != blockOfRun) {
            asInRun.clear();
            blockOfRun = block;
        }
        for (String criterion : measuring.criteria()) {
            MeasurementColumn to = measuredBlock.column(criterion);
            MeasurementColumn now = measured.get(criterion);
            if (now != null) {
                asInRun.remove(criterion);
                for (int i = 0; i < count; i++) {
                    to.copy(now, i, i);
                }
            } else if (asInRun.add(criterion)) {
                measuring.read(criterion, block, to);
            }
        }
    }

    /** The first sites by rank; excluded ones are behind all others. */
    private int[] top(byte[] gates, byte[] tiers, double[] ranking) {
        SiteStore sites = measuring.sites();
        int size = sites.size();
        int[] order = new int[size];
        try (RankSort sort = new RankSort(scratch(), Math.max(1, Math.min(SORTED_TOGETHER, size)))) {
            int[] places = new int[size];
            sites.readIdPlaces(0, size, places);
            for (int site = 0; site < size; site++) {
                sort.add(tiers[site], ranking[site], places[site], site);
            }
            int[] next = new int[1];
            sort.forEach(site -> order[next[0]++] = site);
        }
        int count = 0;
        while (count < Math.min(topN(), size) && gates[order[count]] != GateAnswer.FAIL.ordinal()) {
            count++;
        }
        return Arrays.copyOf(order, count);
    }

    private Path scratch() {
        try {
            return measuring.sites().size() > SORTED_TOGETHER ? Files.createDirectories(scratch) : scratch;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        measuring.close();
        try {
            Folders.delete(scratch);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
