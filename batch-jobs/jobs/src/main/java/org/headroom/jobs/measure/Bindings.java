package org.headroom.jobs.measure;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.headroom.host.FaultLog;
import org.headroom.host.GuardedMeasurer;
import org.headroom.host.InstalledModule;
import org.headroom.jobs.load.LayerAges;
import org.headroom.jobs.project.Project;
import org.headroom.model.FailureFamily;
import org.headroom.model.HeadroomException;
import org.headroom.rules.policy.Policy;
import org.headroom.spi.Layer;
import org.headroom.spi.LayerNeed;

/** The modules that have to measure, each bound once to the layers of the run: fields are read and indexes built. */
public final class Bindings {
    private static final int FAULTS_KEPT_PER_CRITERION = 100;

    private final Map<InstalledModule, GuardedMeasurer> measurers = new LinkedHashMap<>();
    private final FaultLog faults = new FaultLog(FAULTS_KEPT_PER_CRITERION);

    /**
     * Binds modules, on this thread.
     *
     * @param date evaluation date
     * @param criteria ids of the criteria that are wanted
     * @param ages which layers the modules may see
     * @throws HeadroomException of family CONFIG when the project lacks a layer that a module needs
     */
    public Bindings(
            List<InstalledModule> modules,
            Project project,
            Policy policy,
            LocalDate date,
            Set<String> criteria,
            List<Layer> layers,
            LayerAges ages) {
        List<Layer> used =
                layers.stream().filter(layer -> ages.isUsed(layer.id())).toList();
        for (InstalledModule module : modules) {
            refuseMissingLayers(project, module, layers);
            RunModuleContext context = new RunModuleContext(
                    date, project.request(), policy.parameters(module.module().id()), used, criteria);
            measurers.put(module, GuardedMeasurer.bind(module, context, project.limits(), faults));
        }
    }

    private static void refuseMissingLayers(Project project, InstalledModule module, List<Layer> layers) {
        for (LayerNeed need : module.module().layers()) {
            if (need.required()
                    && layers.stream().noneMatch(layer -> layer.kind().equals(need.kind()))) {
                throw new HeadroomException(
                        FailureFamily.CONFIG,
                        "module " + module.module().id() + " needs a layer of kind "
                                + need.kind().id() + ", and project "
                                + project.file() + " has none",
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
