package org.headroom.jobs.calendar;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.headroom.host.InstalledModule;
import org.headroom.jobs.load.LayerAges;
import org.headroom.jobs.load.LayerSet;
import org.headroom.jobs.measure.Bindings;
import org.headroom.jobs.measure.BlockMeasuring;
import org.headroom.jobs.measure.CoarsePlaces;
import org.headroom.jobs.project.Project;
import org.headroom.jobs.step.Blocks;
import org.headroom.layers.DefaultFeatureLayer;
import org.headroom.layers.LoadedLayer;
import org.headroom.model.Criterion;
import org.headroom.rules.policy.Policy;
import org.headroom.runs.ExplanationFiles;
import org.headroom.runs.store.MeasurementFile;
import org.headroom.runs.store.SiteStore;
import org.headroom.spi.FeatureLayer;
import org.headroom.spi.Layer;
import org.headroom.spi.MeasurementBlock;
import org.headroom.spi.MeasurementColumn;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/**
 * Measures the sites of a run on other days, in memory: by the modules that look at the day, that see other layers then, or that read such ones. What
 * all others measured is taken from the run. For one thread.
 */
final class DayMeasuring implements AutoCloseable {
    private static final int BLOCK_SITES = 4096;
    /** Up to so many sites what covers each is kept, some hundred bytes for each layer. */
    private static final int REMEMBERED_SITES = 1 << 16;

    private final Project project;
    private final Policy policy;
    private final List<InstalledModule> modules;
    private final Set<String> criteria;
    private final LayerAges agesOfRun;
    private final SiteStore sites;
    private final List<Layer> read;
    private final List<Layer> seen;
    private final CoarsePlaces coarse;
    private final Map<String, MeasurementFile> files = new LinkedHashMap<>();
    private final Blocks blocks;
    private final Set<String> still = new TreeSet<>();

    /**
     * Opens the sites of a run.
     *
     * @param modules the modules that measure what is planned, each behind those that it reads
     * @param criteria ids of the criteria that are wanted, and of those that they are worked out from
     * @param run the columns of the run
     * @param date its evaluation date
     */
    DayMeasuring(
            Project project,
            Policy policy,
            List<InstalledModule> modules,
            Set<String> criteria,
            LayerSet layers,
            ExplanationFiles run,
            LocalDate date) {
        this.project = project;
        this.policy = policy;
        this.modules = modules.stream()
                .filter(module ->
                        module.module().criteria().stream().map(Criterion::id).anyMatch(criteria::contains))
                .toList();
        this.criteria = criteria;
        this.agesOfRun = new LayerAges(project, date);
        this.sites = new SiteStore(run.sites());
        this.read = layers.all().stream().map(LoadedLayer::layer).toList();
        this.seen = sites.size() > REMEMBERED_SITES
                ? read
                : read.stream().map(DayMeasuring::remembering).toList();
        this.coarse = CoarsePlaces.remembering(project.jurisdictions()
                .map(id -> (DefaultFeatureLayer) layers.get(id).layer()));
        for (String criterion : criteria) {
            files.put(criterion, MeasurementFile.openForReading(run.measurementFile(criterion), sites.size()));
        }
        this.blocks = new Blocks(sites.size(), Math.max(1, Math.min(sites.size(), BLOCK_SITES)));
    }

    private static Layer remembering(Layer layer) {
        return layer instanceof FeatureLayer features ? new RememberedLayer(features) : layer;
    }

    SiteStore sites() {
        return sites;
    }

    /** The layers, by their ordinals. */
    List<Layer> layers() {
        return read;
    }

    Blocks blocks() {
        return blocks;
    }

    /** Ids of the criteria that are wanted, and of those that they are worked out from. */
    Set<String> criteria() {
        return criteria;
    }

    /** Reads what the run has of a block. */
    void read(String criterion, int block, MeasurementColumn to) {
        Objects.requireNonNull(files.get(criterion)).read(blocks.first(block), blocks.size(block), to);
    }

    /**
     * Measures on a day, and takes modules whose columns are the same as in the run for ones that the day does not change: they are not asked again,
     * unless they see other layers. A module that shows another figure between these days only would be missed.
     */
    void findStill(LocalDate day) {
        Set<String> changed = new HashSet<>();
        List<InstalledModule> again = again(agesOfRun);
        measure(
                day,
                agesOfRun,
                again,
                (block, measured) -> measured.forEach((criterion, column) -> {
                    if (isOther(block, criterion, column)) {
                        changed.add(criterion);
                    }
                }));
        again.stream()
                .filter(module ->
                        module.module().criteria().stream().map(Criterion::id).noneMatch(changed::contains))
                .forEach(module -> still.add(module.module().id()));
    }

    /** Whether a block was measured otherwise than in the run. */
    private boolean isOther(int block, String criterion, MeasurementColumn now) {
        int count = blocks.size(block);
        MeasurementColumn run = new MeasurementColumn(count);
        read(criterion, block, run);
        MeasurementColumn.Storage one = run.storage();
        MeasurementColumn.Storage other = now.storage();
        for (int i = 0; i < count; i++) {
            if (Double.compare(one.lower()[i], other.lower()[i]) != 0
                    || Double.compare(one.upper()[i], other.upper()[i]) != 0
                    || one.evidence()[i] != other.evidence()[i]
                    || one.reason()[i] != other.reason()[i]
                    || one.layer()[i] != other.layer()[i]
                    || one.record()[i] != other.record()[i]) {
                return true;
            }
        }
        return false;
    }

    /** Takes what was measured of a block. */
    interface BlockTaker {
        void take(int block, Map<String, MeasurementColumn> measured);
    }

    /** Measures all sites on a day; once more where modules were given up on the way, as then nothing holds that they measured. */
    void measure(LocalDate day, LayerAges ages, BlockTaker taker) {
        measure(day, ages, again(ages), taker);
    }

    private void measure(LocalDate day, LayerAges ages, List<InstalledModule> again, BlockTaker taker) {
        Bindings bindings = new Bindings(again, project, policy, day, criteria, seen, ages);
        BlockMeasuring measuring = new BlockMeasuring(
                sites, this::area, coarse, blocks.blockSites(), bindings, criteria, earlier(again), project.limits());
        long bound;
        do {
            bound = measuring.bound();
            for (int block = 0; block < blocks.count(); block++) {
                List<MeasurementBlock> measured = measuring.measure(blocks.first(block), blocks.size(block));
                taker.take(block, columns(measured, measuring.criteria()));
            }
            measuring.giveUpReaders();
        } while (measuring.bound() < bound);
    }

    private static Map<String, MeasurementColumn> columns(List<MeasurementBlock> measured, Set<String> criteria) {
        Map<String, MeasurementColumn> columns = new LinkedHashMap<>();
        for (MeasurementBlock block : measured) {
            for (String criterion : block.criterionIds()) {
                if (criteria.contains(criterion)) {
                    columns.put(criterion, block.column(criterion));
                }
            }
        }
        return columns;
    }

    private @Nullable Geometry area(int layer, int record) {
        return ((DefaultFeatureLayer) read.get(layer)).area(record);
    }

    /** What modules read that are not asked again. */
    private Map<String, MeasurementFile> earlier(List<InstalledModule> again) {
        Map<String, MeasurementFile> earlier = new LinkedHashMap<>();
        Set<String> now = ids(again);
        for (InstalledModule module : again) {
            for (String input : module.inputs()) {
                MeasurementFile file = files.get(input);
                if (file != null && !now.contains(input)) {
                    earlier.put(input, file);
                }
            }
        }
        return earlier;
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
            boolean mayMove = !still.contains(module.module().id())
                    && module.module().criteria().stream()
                            .map(Criterion::id)
                            .filter(criteria::contains)
                            .anyMatch(module.module()::dependsOnDate);
            if (mayMove || readsAny(module, shifted) || again.stream().anyMatch(module::reads)) {
                again.add(module);
            }
        }
        return again;
    }

    private boolean readsAny(InstalledModule module, Set<String> shifted) {
        return read.stream()
                .filter(layer -> shifted.contains(layer.id()))
                .anyMatch(layer -> module.module().layerIds().contains(layer.id())
                        || module.module().layers().stream()
                                .anyMatch(need -> need.kind().equals(layer.kind())));
    }

    private static Set<String> ids(List<InstalledModule> of) {
        Set<String> ids = new TreeSet<>();
        of.forEach(
                module -> module.module().criteria().stream().map(Criterion::id).forEach(ids::add));
        return ids;
    }

    @Override
    public void close() {
        files.values().forEach(MeasurementFile::close);
        sites.close();
    }
}
