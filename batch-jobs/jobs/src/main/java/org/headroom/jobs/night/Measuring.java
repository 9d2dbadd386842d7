package org.headroom.jobs.night;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.headroom.host.FaultLog;
import org.headroom.host.GuardedMeasurer;
import org.headroom.host.InstalledModule;
import org.headroom.host.ModuleFault;
import org.headroom.jobs.file.Json;
import org.headroom.jobs.store.ColumnNaming;
import org.headroom.jobs.store.MeasurementFile;
import org.headroom.layers.LoadedLayer;
import org.headroom.model.Criterion;
import org.headroom.model.FailureFamily;
import org.headroom.model.HeadroomException;
import org.headroom.spi.Layer;
import org.headroom.spi.LayerNeed;
import org.headroom.spi.MeasurementBlock;
import org.headroom.spi.SiteBlock;

/** The step that measures: binds every module once, then measures and writes block after block. Safe for several threads. */
public final class Measuring {
    private static final int FAULTS_KEPT_PER_CRITERION = 100;

    private final NightRun night;
    private final Map<InstalledModule, GuardedMeasurer> measurers = new LinkedHashMap<>();
    private final Map<String, MeasurementFile> files = new LinkedHashMap<>();
    private final FaultLog faults = new FaultLog(FAULTS_KEPT_PER_CRITERION);
    private final List<ModuleFault> earlierFaults;

    Measuring(NightRun night) {
        this.night = night;
        List<Layer> layers =
                night.layers().all().stream().map(LoadedLayer::layer).toList();
        LocalDate date = LocalDate.parse(night.request().date());
        for (InstalledModule module : night.modules()) {
            refuseMissingLayers(module, layers);
            RunModuleContext context = new RunModuleContext(
                    date,
                    night.project().request(),
                    night.policy().parameters(module.module().id()),
                    layers);
            measurers.put(module, GuardedMeasurer.bind(module, context, faults));
            for (Criterion criterion : module.module().criteria()) {
                files.put(
                        criterion.id(),
                        MeasurementFile.openForWriting(
                                ColumnNaming.measurements(night.work().measurements(), criterion.id()),
                                night.sites().size()));
            }
        }
        Path faultFile = night.work().measurementIssues();
        earlierFaults = Files.exists(faultFile) ? List.of(Json.read(faultFile, ModuleFault[].class)) : List.of();
    }

    /** Measures one block by every module. */
    public MeasuredBlock measure(int block) {
        int size = night.blocks().size(block);
        SiteBlock sites = night.sites().block(night.blocks().first(block), size);
        List<MeasurementBlock> measured = new ArrayList<>();
        measurers.forEach((module, measurer) -> {
            MeasurementBlock out = new MeasurementBlock(criterionIds(module), size);
            measurer.measure(sites, out);
            measured.add(out);
        });
        return new MeasuredBlock(block, measured);
    }

    /** Writes blocks in place and makes them durable. */
    public void write(List<MeasuredBlock> blocks) {
        for (MeasuredBlock measured : blocks) {
            int first = night.blocks().first(measured.block());
            int size = night.blocks().size(measured.block());
            for (MeasurementBlock module : measured.byModule()) {
                for (String id : module.criterionIds()) {
                    file(id).write(first, size, module.column(id));
                }
            }
            night.progress().advance(size);
        }
        files.values().forEach(MeasurementFile::force);
        keepFaults();
    }

    private synchronized void keepFaults() {
        if (faults.count() > 0) {
            TreeSet<ModuleFault> all = new TreeSet<>(ModuleFault.ORDER);
            all.addAll(earlierFaults);
            all.addAll(faults.kept());
            Json.write(night.work().measurementIssues(), all);
        }
    }

    private MeasurementFile file(String criterionId) {
        MeasurementFile file = files.get(criterionId);
        if (file == null) {
            throw new IllegalArgumentException("no module measures " + criterionId);
        }
        return file;
    }

    private static List<String> criterionIds(InstalledModule module) {
        return module.module().criteria().stream().map(Criterion::id).toList();
    }

    private void refuseMissingLayers(InstalledModule module, List<Layer> layers) {
        for (LayerNeed need : module.module().layers()) {
            if (need.required() && layers.stream().noneMatch(layer -> layer.kind() == need.kind())) {
                throw new HeadroomException(
                        FailureFamily.CONFIG,
                        "module " + module.module().id() + " needs a layer of kind "
                                + need.kind().id() + ", and project "
                                + night.project().file() + " has none",
                        "Add one to \"layers\".");
            }
        }
    }

    void close() {
        files.values().forEach(MeasurementFile::close);
    }
}
