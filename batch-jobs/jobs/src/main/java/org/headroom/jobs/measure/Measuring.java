package org.headroom.jobs.measure;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;
import java.util.zip.CRC32C;
import org.headroom.columns.BlockSeals;
import org.headroom.host.FaultLog;
import org.headroom.host.GuardedMeasurer;
import org.headroom.host.InstalledModule;
import org.headroom.host.ModuleFault;
import org.headroom.host.ModuleLimits;
import org.headroom.host.WatchedMeasuring;
import org.headroom.jobs.step.BlockStep;
import org.headroom.jobs.step.Blocks;
import org.headroom.jobs.step.Progress;
import org.headroom.layers.DefaultFeatureLayer;
import org.headroom.model.Criterion;
import org.headroom.runs.folder.WorkFolder;
import org.headroom.runs.store.MeasurementFile;
import org.headroom.runs.store.SiteStore;
import org.headroom.spi.MeasurementBlock;
import org.headroom.spi.MeasurementColumn;
import org.headroom.spi.SiteBlock;
import org.jspecify.annotations.Nullable;

/** The step that measures, block after block. Safe for several threads. */
public final class Measuring implements BlockStep {
    private final WorkFolder work;
    private final SiteStore sites;
    private final Blocks blocks;
    private final SiteStore.AreaLookup areas;
    private final CoarsePlaces coarse;
    private final Set<String> criteria;
    private final Map<String, MeasurementFile> earlier = new LinkedHashMap<>();
    private final Progress progress;
    private final List<BoundModule> modules = new ArrayList<>();
    private final BlockSeals seals;
    private final FaultLog faults;
    private final List<ModuleFault> earlierFaults;
    private final Queue<WatchedMeasuring> opened = new ConcurrentLinkedQueue<>();
    private final ThreadLocal<WatchedMeasuring> watched;
    /** One a module, as what a module reads of those before it has to be put together first. */
    private final ThreadLocal<List<WatchedMeasuring>> watchedPlaces;

    /**
     * Opens the columns of modules.
     *
     * @param areas gives the areas of sites
     * @param jurisdictions the boundary layer of the project, in which sites with a coarse place lie somewhere
     * @param bindings the modules that have to measure, bound; each behind those that it reads
     * @param criteria ids of the criteria that are wanted
     */
    public Measuring(
            WorkFolder work,
            SiteStore sites,
            SiteStore.AreaLookup areas,
            Optional<DefaultFeatureLayer> jurisdictions,
            Blocks blocks,
            Bindings bindings,
            Set<String> criteria,
            ModuleLimits limits,
            Progress progress) {
        this.work = work;
        this.sites = sites;
        this.areas = areas;
        this.coarse = new CoarsePlaces(jurisdictions);
        this.blocks = blocks;
        this.criteria = criteria;
        this.progress = progress;
        faults = bindings.faults();
        bindings.measurers().forEach((module, measurer) -> modules.add(new BoundModule(module, measurer)));
        openEarlier();
        seals = new BlockSeals(work.measurementSeals(), blocks.count());
        Set<String> ids = modules.stream().map(module -> module.id).collect(Collectors.toSet());
        earlierFaults = FaultFiles.read(work.faults()).stream()
                .filter(fault -> ids.contains(fault.moduleId()))
                .toList();
        giveUpAsBefore();
        List<GuardedMeasurer> measurers = List.copyOf(bindings.measurers().values());
        watched = ThreadLocal.withInitial(() -> open(measurers, blocks.blockSites(), limits));
        watchedPlaces = ThreadLocal.withInitial(() -> measurers.stream()
                .map(measurer -> open(List.of(measurer), CoarsePlaces.MOST, limits))
                .toList());
    }

    private WatchedMeasuring open(List<GuardedMeasurer> measurers, int capacity, ModuleLimits limits) {
        WatchedMeasuring made = new WatchedMeasuring(measurers, capacity, limits);
        opened.add(made);
        return made;
    }

    /** What these modules read of modules that have measured in an earlier run. */
    private void openEarlier() {
        for (BoundModule reader : modules) {
            for (String input : reader.installed.inputs()) {
                Path path = work.columns().measurementFile(input);
                if (criteria.contains(input)
                        && modules.stream().noneMatch(module -> module.measures(input))
                        && Files.exists(path)) {
                    earlier.computeIfAbsent(input, id -> MeasurementFile.openForReading(path, sites.size()));
                }
            }
        }
    }

    /** A module that was given up before this run was stopped stays so: what it measured now would not fit what it did not then. */
    private void giveUpAsBefore() {
        for (ModuleFault fault : earlierFaults) {
            if (fault.isOfWholeModule()) {
                modules.stream()
                        .filter(module -> module.id.equals(fault.moduleId()))
                        .forEach(module -> module.measurer.giveUp(fault.reason()));
            }
        }
    }

    /** A module with the columns that are wanted of it. */
    private final class BoundModule {
        private final InstalledModule installed;
        private final String id;
        private final GuardedMeasurer measurer;
        private final Set<String> categories = new HashSet<>();
        private final Map<String, MeasurementFile> files = new LinkedHashMap<>();

        BoundModule(InstalledModule module, GuardedMeasurer measurer) {
            this.installed = module;
            this.id = module.module().id();
            this.measurer = measurer;
            for (Criterion criterion : module.module().criteria()) {
                if (criterion.isCategory()) {
                    categories.add(criterion.id());
                }
                if (criteria.contains(criterion.id())) {
                    Path path = work.columns().measurementFile(criterion.id());
                    files.put(criterion.id(), MeasurementFile.openForWriting(path, sites.size()));
                }
            }
        }

        void together(MeasurementBlock places, int count, MeasurementBlock measured, int site) {
            for (String criterion : files.keySet()) {
                PlacesTogether.write(
                        places.column(criterion),
                        count,
                        categories.contains(criterion),
                        measured.column(criterion),
                        site);
            }
        }

        boolean measures(String criterionId) {
            return installed.module().criteria().stream()
                    .anyMatch(criterion -> criterion.id().equals(criterionId));
        }

        void write(int first, int count, MeasurementBlock measured) {
            files.forEach((criterion, file) -> file.write(first, count, measured.column(criterion)));
        }
    }

    @Override
    public void process(int block) {
        int first = blocks.first(block);
        int count = blocks.size(block);
        List<MeasurementBlock> measured =
                watched.get().measure(() -> sites.block(first, count, areas), earlier(first, count));
        measureCoarse(first, count, measured);
        for (int i = 0; i < measured.size(); i++) {
            modules.get(i).write(first, count, measured.get(i));
        }
        seals.seal(block, sum(block));
    }

    /** Measures sites whose place is known coarsely at several places, and puts what these give together in the place of what one point gave. */
    private void measureCoarse(int first, int count, List<MeasurementBlock> measured) {
        SiteBlock block = sites.block(first, count);
        double[] radiiKm = block.numbers(CoarsePlaces.RADIUS);
        @Nullable String[] precisions = block.texts(CoarsePlaces.PRECISION);
        for (int site = 0; site < count; site++) {
            if (CoarsePlaces.isCoarse(radiiKm[site], precisions[site])) {
                measureAtPlaces(first, site, measured);
            }
        }
    }

    private void measureAtPlaces(int first, int site, List<MeasurementBlock> measured) {
        PlacesOfSite places = coarse.of(sites.block(first + site, 1));
        if (places.size() == 0) {
            return;
        }
        List<WatchedMeasuring> watched = watchedPlaces.get();
        for (int i = 0; i < watched.size(); i++) {
            MeasurementBlock inputs = inputs(modules.get(i), first, site, places.size(), measured);
            MeasurementBlock each = watched.get(i)
                    .measure(() -> places.with(sites.block(first + site, 1)), inputs)
                    .get(0);
            modules.get(i).together(each, places.size(), measured.get(i), site);
        }
    }

    /**
     * What a module reads of the modules before it, the same at every place: what has been put together, as it would be read from an earlier
     * run too.
     */
    private MeasurementBlock inputs(
            BoundModule reader, int first, int site, int places, List<MeasurementBlock> measured) {
        Map<String, MeasurementColumn> found = new LinkedHashMap<>();
        for (String input : reader.installed.inputs()) {
            MeasurementFile file = earlier.get(input);
            if (file != null) {
                MeasurementColumn one = new MeasurementColumn(1);
                file.read(first + site, 1, one);
                found.put(input, one);
            }
        }
        MeasurementBlock inputs = new MeasurementBlock(
                reader.installed.inputs().stream()
                        .filter(input ->
                                found.containsKey(input) || modules.stream().anyMatch(m -> m.files.containsKey(input)))
                        .toList(),
                places);
        found.forEach((input, one) -> PlacesTogether.spread(one, 0, inputs.column(input)));
        for (int i = 0; i < modules.size(); i++) {
            for (String input : inputs.criterionIds()) {
                if (modules.get(i).files.containsKey(input)) {
                    PlacesTogether.spread(measured.get(i).column(input), site, inputs.column(input));
                }
            }
        }
        return inputs;
    }

    /** Anew for each block, as a thread that was left may still read the one before. */
    private MeasurementBlock earlier(int first, int count) {
        MeasurementBlock read = new MeasurementBlock(earlier.keySet(), count);
        earlier.forEach((criterion, file) -> file.read(first, count, read.column(criterion)));
        return read;
    }

    /** Makes UNKNOWN what a module measured before it was given up; to be called when all blocks are done. Doing it again changes nothing. */
    public void clearGivenUp() {
        giveUpReaders();
        List<BoundModule> givenUp =
                modules.stream().filter(module -> !module.measurer.isBound()).toList();
        if (givenUp.isEmpty()) {
            return;
        }
        MeasurementBlock[] unknown = givenUp.stream()
                .map(module -> module.measurer.newBlock(blocks.blockSites()))
                .toArray(MeasurementBlock[]::new);
        for (int block = 0; block < blocks.count(); block++) {
            for (int i = 0; i < unknown.length; i++) {
                givenUp.get(i).write(blocks.first(block), blocks.size(block), unknown[i]);
            }
            seals.seal(block, sum(block));
        }
        keepFaults();
    }

    /** What was worked out from measurements that are UNKNOWN now does not hold any more. */
    private void giveUpReaders() {
        for (BoundModule reader : modules) {
            modules.stream()
                    .filter(module -> !module.measurer.isBound() && reader.installed.reads(module.installed))
                    .findFirst()
                    .filter(module -> reader.measurer.isBound())
                    .ifPresent(module -> reader.measurer.giveUp(
                            "it works with what module " + module.id + " measures, and that one was given up"));
        }
    }

    @Override
    public void done(List<Integer> finished) {
        for (int block : finished) {
            progress.advance(blocks.size(block));
        }
        keepFaults();
    }

    @Override
    public boolean isSealed(int block) {
        return seals.isSealed(block, sum(block));
    }

    private long sum(int block) {
        CRC32C sum = new CRC32C();
        for (BoundModule module : modules) {
            for (MeasurementFile file : module.files.values()) {
                file.addTo(sum, blocks.first(block), blocks.size(block));
            }
        }
        return sum.getValue();
    }

    private synchronized void keepFaults() {
        if (faults.count() > 0) {
            List<ModuleFault> all = new ArrayList<>(earlierFaults);
            Set<String> givenUp = modules.stream()
                    .filter(module -> !module.measurer.isBound())
                    .map(module -> module.id)
                    .collect(Collectors.toSet());
            all.removeIf(fault -> givenUp.contains(fault.moduleId()));
            all.addAll(faults.kept());
            FaultFiles.write(work.faults(), all);
        }
    }

    @Override
    public Blocks blocks() {
        return blocks;
    }

    @Override
    public void close() {
        opened.forEach(WatchedMeasuring::close);
        modules.forEach(module -> module.files.values().forEach(MeasurementFile::close));
        earlier.values().forEach(MeasurementFile::close);
        seals.close();
    }
}
