package org.headroom.jobs.measure;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.zip.CRC32C;
import org.headroom.columns.BlockSeals;
import org.headroom.host.FaultLog;
import org.headroom.host.GuardedMeasurer;
import org.headroom.host.ModuleFault;
import org.headroom.host.ModuleLimits;
import org.headroom.jobs.step.BlockStep;
import org.headroom.jobs.step.Blocks;
import org.headroom.jobs.step.Progress;
import org.headroom.layers.DefaultFeatureLayer;
import org.headroom.model.Criterion;
import org.headroom.runs.folder.WorkFolder;
import org.headroom.runs.store.MeasurementFile;
import org.headroom.runs.store.SiteStore;
import org.headroom.spi.MeasurementBlock;

/** The step that measures, block after block. Safe for several threads. */
public final class Measuring implements BlockStep {
    private final WorkFolder work;
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
        this.blocks = blocks;
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
        seals = new BlockSeals(work.measurementSeals(), blocks.count());
        Set<String> ids = modules.stream().map(module -> module.id).collect(Collectors.toSet());
        earlierFaults = FaultFiles.read(work.faults()).stream()
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
                Path path = work.columns().measurementFile(criterion);
                files.put(criterion, MeasurementFile.openForWriting(path, sites.size()));
            }
        }

        void write(int first, int count, MeasurementBlock measured) {
            files.forEach((criterion, file) -> file.write(first, count, measured.column(criterion)));
        }
    }

    @Override
    public void process(int block) {
        int first = blocks.first(block);
        int count = blocks.size(block);
        List<MeasurementBlock> measured = measuring.measure(first, count);
        for (int i = 0; i < measured.size(); i++) {
            modules.get(i).write(first, count, measured.get(i));
        }
        seals.seal(block, sum(block));
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
                givenUp.get(i).write(blocks.first(block), blocks.size(block), unknown[i]);
            }
            seals.seal(block, sum(block));
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
        modules.forEach(module -> module.files.values().forEach(MeasurementFile::close));
        earlier.values().forEach(MeasurementFile::close);
        seals.close();
    }
}
