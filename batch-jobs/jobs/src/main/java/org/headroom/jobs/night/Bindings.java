package org.headroom.jobs.night;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.headroom.host.FaultLog;
import org.headroom.host.GuardedMeasurer;
import org.headroom.host.InstalledModule;
import org.headroom.layers.LoadedLayer;
import org.headroom.model.FailureFamily;
import org.headroom.model.HeadroomException;
import org.headroom.spi.Layer;
import org.headroom.spi.LayerNeed;

/** The modules that have to measure, each bound once to the layers of the run: fields are read and indexes built. */
final class Bindings {
    private static final int FAULTS_KEPT_PER_CRITERION = 100;

    private final Map<InstalledModule, GuardedMeasurer> measurers = new LinkedHashMap<>();
    private final FaultLog faults = new FaultLog(FAULTS_KEPT_PER_CRITERION);

    Bindings(NightRun night) {
        List<InstalledModule> modules = night.modulesToMeasure();
        if (modules.isEmpty()) {
            return;
        }
        List<Layer> layers =
                night.layers().all().stream().map(LoadedLayer::layer).toList();
        for (InstalledModule module : modules) {
            refuseMissingLayers(night, module, layers);
            RunModuleContext context = new RunModuleContext(
                    LocalDate.parse(night.request().date()),
                    night.project().request(),
                    night.policy().parameters(module.module().id()),
                    layers,
                    night.wanted().criteria());
            measurers.put(
                    module,
                    GuardedMeasurer.bind(module, context, night.project().limits(), faults));
        }
    }

    private static void refuseMissingLayers(NightRun night, InstalledModule module, List<Layer> layers) {
        for (LayerNeed need : module.module().layers()) {
            if (need.required()
                    && layers.stream().noneMatch(layer -> layer.kind().equals(need.kind()))) {
                throw new HeadroomException(
                        FailureFamily.CONFIG,
                        "module " + module.module().id() + " needs a layer of kind "
                                + need.kind().id() + ", and project "
                                + night.project().file() + " has none",
                        "Add one to \"layers\".");
            }
        }
    }

    /** Each module with its measurer, in the order of the modules. */
    Map<InstalledModule, GuardedMeasurer> measurers() {
        return measurers;
    }

    /** What the modules fail to give. */
    FaultLog faults() {
        return faults;
    }
}
