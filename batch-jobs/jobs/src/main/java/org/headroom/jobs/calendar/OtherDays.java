package org.headroom.jobs.calendar;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.headroom.host.InstalledModule;
import org.headroom.jobs.load.LayerAges;
import org.headroom.jobs.load.LayerSet;
import org.headroom.jobs.measure.Bindings;
import org.headroom.jobs.measure.MeasurementPlan;
import org.headroom.jobs.measure.Measuring;
import org.headroom.jobs.project.Project;
import org.headroom.jobs.score.Ranking;
import org.headroom.jobs.score.Scoring;
import org.headroom.jobs.step.BlockStep;
import org.headroom.jobs.step.Blocks;
import org.headroom.jobs.step.Progress;
import org.headroom.layers.DefaultFeatureLayer;
import org.headroom.layers.LayerDescriptor;
import org.headroom.layers.LoadedLayer;
import org.headroom.ledger.calendar.Standing;
import org.headroom.model.Criterion;
import org.headroom.model.GateAnswer;
import org.headroom.model.HeadroomException;
import org.headroom.rules.policy.Policy;
import org.headroom.rules.rule.CheckedRule;
import org.headroom.runs.ExplanationFiles;
import org.headroom.runs.file.Folders;
import org.headroom.runs.folder.WorkFolder;
import org.headroom.runs.store.MeasurementFile;
import org.headroom.runs.store.OrderFile;
import org.headroom.runs.store.ScoreFile;
import org.headroom.runs.store.ScoreLayout;
import org.headroom.runs.store.SiteStore;
import org.headroom.spi.Layer;
import org.headroom.spi.MeasurementColumn;

/**
 * Measures, scores and ranks the sites of a run as a run of another day would, from the same layers and by the same policy, in a folder of its own.
 * Modules that look at the day measure again; all else is taken from the run. For one thread.
 */
public final class OtherDays implements AutoCloseable {
    private final Project project;
    private final Policy policy;
    private final List<InstalledModule> modules;
    private final MeasurementPlan plan;
    private final LayerSet layers;
    private final ExplanationFiles run;
    private final LayerAges agesOfRun;
    private final Path scratch;
    private final SiteStore sites;
    private final List<Layer> read;
    private final boolean gatesOnly;
    private final Set<String> readByGates;
    private final Set<String> still = new TreeSet<>();

    /**
     * Opens the sites of a run.
     *
     * @param policy the policy of the run, on any day
     * @param modules the modules that measure what is planned, each behind those that it reads
     * @param run the columns of the run
     * @param date its evaluation date
     * @param gatesOnly whether only what gates read is measured again, so that scores, tiers and ranks are not told
     * @param scratch a folder that is made, and deleted at the end
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
        this.modules = List.copyOf(modules);
        this.plan = plan;
        this.layers = layers;
        this.run = run;
        this.agesOfRun = new LayerAges(project, date);
        this.scratch = scratch;
        this.sites = new SiteStore(run.sites());
        this.read = layers.all().stream().map(LoadedLayer::layer).toList();
        this.gatesOnly = gatesOnly;
        this.readByGates = new TreeSet<>();
        policy.rules().stream()
                .filter(CheckedRule::isGate)
                .flatMap(rule -> rule.condition().fields().stream())
                .forEach(field -> readByGates.add(field.name()));
    }

    /** The sites of the run. */
    SiteStore sites() {
        return sites;
    }

    /** The layers of the run, by their ordinals. */
    List<Layer> layers() {
        return read;
    }

    /** The same with the accounts of their loading. */
    List<LoadedLayer> loaded() {
        return layers.all();
    }

    /** The descriptors of the layers. */
    List<LayerDescriptor> descriptors() {
        return project.layers();
    }

    /** Length of the list that people look at. */
    int topN() {
        return policy.decision().topN();
    }

    /**
     * Measures on some days, and takes modules whose columns are the same on all of them as in the run for ones that the day does not change: they
     * are not asked again, unless they see other layers. A module that shows another figure between these days only would be missed.
     */
    void findStill(List<LocalDate> days) {
        Set<String> found = new TreeSet<>();
        modules.forEach(module -> found.add(module.module().id()));
        for (LocalDate day : days) {
            if (on(day).refusal().isEmpty()) {
                for (InstalledModule module : modules) {
                    if (criteria(List.of(module)).stream().anyMatch(this::isOther)) {
                        found.remove(module.module().id());
                    }
                }
            }
        }
        still.addAll(found);
    }

    /** Whether the last day that was measured has another column than the run. */
    private boolean isOther(String criterion) {
        try {
            Path now = new WorkFolder(scratch).columns().measurementFile(criterion);
            return Files.exists(now) && Files.mismatch(now, run.measurementFile(criterion)) >= 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** How the sites stand on a day. */
    public Standing on(LocalDate day) {
        LayerAges ages;
        try {
            ages = new LayerAges(project, day);
        } catch (HeadroomException tooOld) {
            return Standing.refused(day, String.valueOf(tooOld.getMessage()));
        }
        try {
            Folders.delete(scratch);
            Files.createDirectories(scratch);
            return on(day, ages);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Standing on(LocalDate day, LayerAges ages) throws IOException {
        WorkFolder work = new WorkFolder(scratch);
        for (Path part : List.of(work.columns().measurements(), work.columns().scores(), work.faults())) {
            Files.createDirectory(part);
        }
        List<InstalledModule> again = again(ages);
        Set<String> measured = criteria(again);
        for (String criterion : plan.criteria()) {
            if (!measured.contains(criterion)) {
                Folders.linkFile(run.measurementFile(criterion), work.columns().measurementFile(criterion));
            }
        }
        Blocks blocks = new Blocks(sites.size(), Math.min(sites.size(), BLOCK_SITES));
        Progress progress = new Progress();
        Bindings bindings = new Bindings(again, project, policy, day, plan.criteria(), read, ages);
        Optional<DefaultFeatureLayer> jurisdictions = project.jurisdictions()
                .map(id -> (DefaultFeatureLayer) layers.get(id).layer());
        try (Measuring measuring = new Measuring(
                work,
                sites,
                (layer, record) -> ((DefaultFeatureLayer) read.get(layer)).area(record),
                jurisdictions,
                blocks,
                bindings,
                plan.criteria(),
                project.limits(),
                progress)) {
            process(measuring);
            measuring.clearGivenUp();
        }
        try (Scoring scoring =
                new Scoring(work, sites, blocks, policy.on(day), plan.criteria(), plan.families(), progress)) {
            process(scoring);
        }
        new Ranking(work, sites, progress).sort();
        return standing(day, ages, work, measured);
    }

    private static final int BLOCK_SITES = 4096;

    private static void process(BlockStep step) {
        for (int block = 0; block < step.blocks().count(); block++) {
            step.process(block);
        }
    }

    /** The modules that may measure otherwise than in the run: those that look at the day, that see other layers, or that read such ones. */
    private List<InstalledModule> again(LayerAges ages) {
        Set<String> shifted = new TreeSet<>();
        for (Layer layer : read) {
            if (ages.isUsed(layer.id()) != agesOfRun.isUsed(layer.id())) {
                shifted.add(layer.id());
            }
        }
        List<InstalledModule> again = new ArrayList<>();
        for (InstalledModule module : modules) {
            boolean mayMove = module.module().dependsOnDate()
                    && !still.contains(module.module().id());
            if (isWanted(module)
                    && (mayMove || readsAny(module, shifted) || again.stream().anyMatch(module::reads))) {
                again.add(module);
            }
        }
        return again;
    }

    private boolean isWanted(InstalledModule module) {
        return !gatesOnly || feedsGates(module) || modules.stream().anyMatch(m -> feedsGates(m) && m.reads(module));
    }

    private boolean feedsGates(InstalledModule module) {
        return module.module().criteria().stream().map(Criterion::id).anyMatch(readByGates::contains);
    }

    private boolean readsAny(InstalledModule module, Set<String> shifted) {
        return read.stream()
                .filter(layer -> shifted.contains(layer.id()))
                .anyMatch(layer -> module.module().layerIds().contains(layer.id())
                        || module.module().layers().stream()
                                .anyMatch(need -> need.kind().equals(layer.kind())));
    }

    private Set<String> criteria(List<InstalledModule> of) {
        Set<String> ids = new TreeSet<>();
        of.forEach(module -> module.module().criteria().stream()
                .map(Criterion::id)
                .filter(plan.criteria()::contains)
                .forEach(ids::add));
        return ids;
    }

    private Standing standing(LocalDate day, LayerAges ages, WorkFolder work, Set<String> measured) {
        int size = sites.size();
        byte[] gates = new byte[size];
        byte[] tiers = new byte[size];
        ScoreLayout layout = ScoreLayout.read(work.columns().scores());
        try (ScoreFile scores = ScoreFile.openForReading(work.columns().scoreFile(), size, layout)) {
            scores.readGates(0, size, gates);
            if (!gatesOnly) {
                scores.readTiers(0, size, tiers);
            }
        }
        Map<String, Standing.Decided> decided = new HashMap<>();
        for (String criterion : measured) {
            if (readByGates.contains(criterion)) {
                decided.put(criterion, decided(work.columns().measurementFile(criterion)));
            }
        }
        Map<String, String> uses = new LinkedHashMap<>();
        read.forEach(layer -> uses.put(layer.id(), ages.get(layer.id()).use().name()));
        return new Standing(day, gates, tiers, gatesOnly ? new int[0] : top(work, gates), uses, decided);
    }

    private Standing.Decided decided(Path file) {
        int size = sites.size();
        MeasurementColumn column = new MeasurementColumn(size);
        MeasurementFile.complete(file, size);
        try (MeasurementFile measured = MeasurementFile.openForReading(file, size)) {
            measured.read(0, size, column);
        }
        MeasurementColumn.Storage kept = column.storage();
        return new Standing.Decided(kept.lower(), kept.layer(), kept.record());
    }

    /** Excluded sites are behind all others. */
    private int[] top(WorkFolder work, byte[] gates) {
        try (OrderFile order = OrderFile.open(work.columns().order())) {
            int[] first = new int[Math.min(topN(), order.size())];
            order.read(0, first.length, first);
            int count = 0;
            while (count < first.length && gates[first[count]] != GateAnswer.FAIL.ordinal()) {
                count++;
            }
            return Arrays.copyOf(first, count);
        }
    }

    @Override
    public void close() {
        sites.close();
        try {
            Folders.delete(scratch);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
