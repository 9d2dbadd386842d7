package org.headroom.jobs.night;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.zip.CRC32C;
import org.headroom.host.FaultLog;
import org.headroom.host.GuardedMeasurer;
import org.headroom.host.InstalledModule;
import org.headroom.host.ModuleFault;
import org.headroom.jobs.store.BlockSeals;
import org.headroom.jobs.store.ColumnNaming;
import org.headroom.jobs.store.MeasurementFile;
import org.headroom.model.Criterion;
import org.headroom.spi.MeasurementBlock;
import org.headroom.spi.SiteBlock;

/** The step that measures, block after block. Safe for several threads. */
public final class Measuring implements BlockStep {
    private final NightRun night;
    private final List<BoundModule> modules = new ArrayList<>();
    private final BlockSeals seals;
    private final FaultLog faults;
    private final List<ModuleFault> earlierFaults;

    Measuring(NightRun night) {
        this.night = night;
        night.policy().awaitRules();
        Bindings bindings = night.bindings();
        faults = bindings.faults();
        bindings.measurers().forEach((module, measurer) -> modules.add(new BoundModule(module, measurer)));
        seals = new BlockSeals(night.work().measurementSeals(), night.blocks().count());
        Set<String> ids = modules.stream().map(module -> module.id).collect(Collectors.toSet());
        earlierFaults = FaultFiles.read(night.work().faults()).stream()
                .filter(fault -> ids.contains(fault.moduleId()))
                .toList();
    }

    /** A module with the columns that are wanted of it, and room for one block a thread. */
    private final class BoundModule {
        private final String id;
        private final GuardedMeasurer measurer;
        private final Map<String, MeasurementFile> files = new LinkedHashMap<>();
        private final ThreadLocal<MeasurementBlock> room;

        BoundModule(InstalledModule module, GuardedMeasurer measurer) {
            this.id = module.module().id();
            this.measurer = measurer;
            List<String> ids =
                    module.module().criteria().stream().map(Criterion::id).toList();
            room = ThreadLocal.withInitial(
                    () -> new MeasurementBlock(ids, night.blocks().blockSites()));
            for (String criterion : ids) {
                if (night.wanted().criteria().contains(criterion)) {
                    Path path = ColumnNaming.measurements(night.work().measurements(), criterion);
                    files.put(
                            criterion,
                            MeasurementFile.openForWriting(path, night.sites().size()));
                }
            }
        }

        void measure(int first, SiteBlock sites) {
            MeasurementBlock out = room.get();
            measurer.measure(sites, out);
            files.forEach((criterion, file) -> file.write(first, sites.size(), out.column(criterion)));
        }
    }

    @Override
    public void process(int block) {
        int first = night.blocks().first(block);
        SiteBlock sites = night.sites().block(first, night.blocks().size(block));
        for (BoundModule module : modules) {
            module.measure(first, sites);
        }
        seals.seal(block, sum(block));
    }

    @Override
    public void done(List<Integer> blocks) {
        for (int block : blocks) {
            night.progress().advance(night.blocks().size(block));
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
                file.addTo(sum, night.blocks().first(block), night.blocks().size(block));
            }
        }
        return sum.getValue();
    }

    private synchronized void keepFaults() {
        if (faults.count() > 0) {
            List<ModuleFault> all = new ArrayList<>(earlierFaults);
            all.addAll(faults.kept());
            FaultFiles.write(night.work().faults(), all);
        }
    }

    void close() {
        modules.forEach(module -> module.files.values().forEach(MeasurementFile::close));
        seals.close();
    }
}
