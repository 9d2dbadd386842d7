package org.headroom.jobs.measure;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.zip.CRC32C;
import org.headroom.columns.BlockSeals;
import org.headroom.host.FaultLog;
import org.headroom.host.GuardedMeasurer;
import org.headroom.host.ModuleFault;
import org.headroom.host.ModuleLimits;
import org.headroom.jobs.step.BlockPlace;
import org.headroom.jobs.step.Blocks;
import org.headroom.jobs.step.PartStep;
import org.headroom.jobs.step.Progress;
import org.headroom.layers.DefaultFeatureLayer;
import org.headroom.model.Criterion;
import org.headroom.runs.folder.WorkFolder;
import org.headroom.runs.store.MeasurementFile;
import org.headroom.runs.store.SiteStore;
import org.headroom.spi.MeasurementBlock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The step that measures, block after block. Safe for several threads. */
public final class Measuring implements PartStep {
    private static final Logger LOG = LoggerFactory.getLogger(Measuring.class);

    private final WorkFolder work;
    private final BlockPlace place;
    private final SiteStore sites;
    private final Blocks blocks;
    private final BlockMeasuring measuring;
    private final Map<String, MeasurementFile> earlier = new LinkedHashMap<>();
    private final Progress progress;
    private final List<BoundModule> modules = new ArrayList<>();
    private final BlockSeals seals;
    private final FaultLog faults;
    private final List<ModuleFault> earlierFaults;

    /**
     * Opens the columns of modules.
     *
     * @param work the run, of which is read what is there already
     * @param place where the columns are written
     * @param areas gives the areas of sites
     * @param jurisdictions the boundary layer of the project, in which sites with a coarse place lie somewhere
     * @param bindings the modules that have to measure, bound; each behind those that it reads
     * @param criteria ids of the criteria that are wanted
     * @param earlierFaults what the modules failed to give before this run was stopped; a module that had been given up then stays so
     */
    public Measuring(
            WorkFolder work,
            BlockPlace place,
            SiteStore sites,
            SiteStore.AreaLookup areas,
            Optional<DefaultFeatureLayer> jurisdictions,
            Bindings bindings,
            Set<String> criteria,
            ModuleLimits limits,
            List<ModuleFault> earlierFaults,
            Progress progress) {
        this.work = work;
        this.place = place;
        this.sites = sites;
        this.blocks = place.blocks();
        this.progress = progress;
        faults = bindings.faults();
        measuring = new BlockMeasuring(
                sites,
                areas,
                new CoarsePlaces(jurisdictions),
                blocks.blockSites(),
                bindings,
                criteria,
                earlier,
                limits);
        measuring.modules().forEach(module -> modules.add(new BoundModule(module)));
        openEarlier(criteria);
        seals = new BlockSeals(place.folder().measurementSeals(), place.range().count());
        Set<String> ids = modules.stream().map(module -> module.id).collect(Collectors.toSet());
        this.earlierFaults = earlierFaults.stream()
                .filter(fault -> ids.contains(fault.moduleId()))
                .toList();
        giveUpAsBefore();
    }

    /** What these modules read of modules that have measured in an earlier run. */
    private void openEarlier(Set<String> criteria) {
        Set<String> now = measuring.modules().stream()
                .flatMap(module -> module.module().module().criteria().stream())
                .map(Criterion::id)
                .collect(Collectors.toSet());
        for (BlockMeasuring.Bound reader : measuring.modules()) {
            for (String input : reader.module().inputs()) {
                Path path = work.columns().measurementFile(input);
                if (criteria.contains(input) && !now.contains(input) && Files.exists(path)) {
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
        private final String id;
        private final GuardedMeasurer measurer;
        private final Map<String, MeasurementFile> files = new LinkedHashMap<>();

        BoundModule(BlockMeasuring.Bound module) {
            this.id = module.id();
            this.measurer = module.measurer();
            for (String criterion : module.wanted()) {
                files.put(criterion, MeasurementFile.openForWriting(path(place, criterion), place.sites()));
            }
        }

        void write(int block, MeasurementBlock measured) {
            files.forEach(
                    (criterion, file) -> file.write(place.row(block), blocks.size(block), measured.column(criterion)));
        }
    }

    @Override
    public void process(int block) {
        int first = blocks.first(block);
        int count = blocks.size(block);
        List<MeasurementBlock> measured = measuring.measure(first, count);
        for (int i = 0; i < measured.size(); i++) {
            modules.get(i).write(block, measured.get(i));
        }
        seals.seal(place.seal(block), sum(block));
    }

    @Override
    public void finishPart() {
        for (BoundModule module : modules) {
            module.files.keySet().forEach(id -> MeasurementFile.complete(path(place, id), place.sites()));
        }
        keepFaults();
    }

    @Override
    public void take(BlockPlace made) {
        // Before any block: what a module measured that was given up there is made UNKNOWN with all else of it.
        takeFaults(FaultFiles.read(made.folder().faults()));
        Map<String, MeasurementFile> parts = new LinkedHashMap<>();
        try (BlockSeals madeSeals =
                new BlockSeals(made.folder().measurementSeals(), made.range().count())) {
            for (BoundModule module : modules) {
                module.files
                        .keySet()
                        .forEach(id -> parts.put(id, MeasurementFile.openForReading(path(made, id), made.sites())));
            }
            for (int block = made.range().first(); block < made.range().end(); block++) {
                copy(block, parts, made);
                long sum = sum(block);
                if (madeSeals.isSealed(made.seal(block), sum)) {
                    seals.seal(place.seal(block), sum);
                } else {
                    LOG.warn("block {} was not read as it was written, and is measured again", block);
                    process(block);
                }
            }
        } finally {
            parts.values().forEach(MeasurementFile::close);
        }
    }

    private void copy(int block, Map<String, MeasurementFile> parts, BlockPlace made) {
        for (BoundModule module : modules) {
            module.files.forEach((id, file) -> file.copy(
                    place.row(block), blocks.size(block), Objects.requireNonNull(parts.get(id)), made.row(block)));
        }
    }

    private void takeFaults(List<ModuleFault> elsewhere) {
        faults.addKept(
                elsewhere.stream().filter(fault -> !fault.isOfWholeModule()).toList());
        for (ModuleFault fault : elsewhere) {
            modules.stream()
                    .filter(module ->
                            fault.isOfWholeModule() && module.id.equals(fault.moduleId()) && module.measurer.isBound())
                    .forEach(module -> module.measurer.giveUp(fault.reason()));
        }
    }

    private static Path path(BlockPlace place, String criterion) {
        return place.folder().columns().measurementFile(criterion);
    }

    /** Makes UNKNOWN what a module measured before it was given up; to be called when all blocks are done. Doing it again changes nothing. */
    public void clearGivenUp() {
        measuring.giveUpReaders();
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
                givenUp.get(i).write(block, unknown[i]);
            }
            seals.seal(place.seal(block), sum(block));
        }
        keepFaults();
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
        return seals.isSealed(place.seal(block), sum(block));
    }

    private long sum(int block) {
        CRC32C sum = new CRC32C();
        for (BoundModule module : modules) {
            for (MeasurementFile file : module.files.values()) {
                file.addTo(sum, place.row(block), blocks.size(block));
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
            FaultFiles.write(place.folder().faults(), all);
        }
    }

    @Override
    public Blocks blocks() {
        return blocks;
    }

    @Override
    public void close() {
        modules.forEach(module -> module.files.values().forEach(MeasurementFile::close));
        earlier.values().forEach(MeasurementFile::close);
        seals.close();
    }
}
