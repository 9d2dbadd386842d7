package org.headroom.jobs.night;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.headroom.host.InstalledModule;
import org.headroom.host.ModuleFault;
import org.headroom.host.PluginHost;
import org.headroom.jobs.load.LayerAges;
import org.headroom.jobs.load.LayerSet;
import org.headroom.jobs.measure.Bindings;
import org.headroom.jobs.measure.MeasurementPlan;
import org.headroom.jobs.measure.Measuring;
import org.headroom.jobs.project.Project;
import org.headroom.jobs.score.Scoring;
import org.headroom.jobs.step.BlockPlace;
import org.headroom.jobs.step.Lazy;
import org.headroom.jobs.step.Progress;
import org.headroom.layers.DefaultFeatureLayer;
import org.headroom.layers.LoadedLayer;
import org.headroom.rules.policy.Policy;
import org.headroom.rules.vocabulary.Vocabulary;
import org.headroom.runs.folder.RunRequest;
import org.headroom.runs.folder.WorkFolder;
import org.headroom.runs.store.SiteStore;
import org.headroom.spi.Layer;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/**
 * What measures and scores the sites of a run, made from its inputs, each when it is first asked for: the same in the process that holds the run
 * and in one that does a part of it. Writes nothing. Safe for several threads.
 */
final class RunParts {
    private final RunRequest request;
    private final PolicyReader policies;
    private final Lazy<Project> project = new Lazy<>(this::loadProject);
    private final Lazy<List<InstalledModule>> modules = new Lazy<>(this::loadModules);
    private final Lazy<Policy> policy = new Lazy<>(this::loadPolicy);
    private final Lazy<LayerSet> layers;
    private final Lazy<LayerAges> ages = new Lazy<>(this::makeAges);
    private final Lazy<MeasurementPlan> plan = new Lazy<>(this::makePlan);

    /** Reads and checks a policy. */
    interface PolicyReader {
        Policy read(Path folder, Vocabulary vocabulary);
    }

    /**
     * @param policies gives the policy with its rules
     * @param layers gives the layers of the project
     */
    RunParts(RunRequest request, PolicyReader policies, Function<Project, LayerSet> layers) {
        this.request = request;
        this.policies = policies;
        this.layers = new Lazy<>(() -> layers.apply(project()));
    }

    LocalDate date() {
        return LocalDate.parse(request.date());
    }

    Project project() {
        return project.get();
    }

    /** The installed modules, sorted by id. */
    List<InstalledModule> modules() {
        return modules.get();
    }

    Policy policy() {
        return policy.get();
    }

    /** Does something with the policy if it was read. */
    void ifPolicyRead(Consumer<Policy> action) {
        policy.ifMade(action);
    }

    LayerSet layers() {
        return layers.get();
    }

    LayerAges ages() {
        return ages.get();
    }

    /** What has to be measured and kept. */
    MeasurementPlan plan() {
        return plan.get();
    }

    /** The modules of which anything is wanted, each behind those that it reads. */
    List<InstalledModule> plannedModules() {
        return plan().modules(declaredModules());
    }

    /** The layers as modules see them. */
    List<Layer> read() {
        return layers().all().stream().map(LoadedLayer::layer).toList();
    }

    Bindings bind(List<InstalledModule> measuring) {
        return new Bindings(
                measuring,
                project(),
                policy(),
                date(),
                plan().criteria(),
                measuring.isEmpty() ? List.of() : read(),
                ages());
    }

    /**
     * @param place where the columns are written
     * @param earlierFaults what modules failed to give before this run was stopped
     */
    Measuring measuring(
            WorkFolder work,
            BlockPlace place,
            SiteStore sites,
            Bindings bindings,
            List<ModuleFault> earlierFaults,
            Progress progress) {
        return new Measuring(
                work,
                place,
                sites,
                this::area,
                project().jurisdictions().map(id ->
                        (DefaultFeatureLayer) layers().get(id).layer()),
                bindings,
                plan().criteria(),
                project().limits(),
                earlierFaults,
                progress);
    }

    /** @param place where the scores are written */
    Scoring scoring(WorkFolder work, BlockPlace place, SiteStore sites, Progress progress) {
        return new Scoring(work, place, sites, policy(), plan().criteria(), plan().families(), progress);
    }

    private @Nullable Geometry area(int layer, int record) {
        return ((DefaultFeatureLayer) layers().all().get(layer).layer()).area(record);
    }

    private Project loadProject() {
        return Project.load(request.project(), PluginHost.layerKinds(modules()))
                .rankedBy(request.policy())
                .asking(request.load());
    }

    private List<InstalledModule> loadModules() {
        return PluginHost.load(request.plugins());
    }

    private Policy loadPolicy() {
        Vocabulary vocabulary =
                Vocabulary.of(modules().stream().map(InstalledModule::module).toList());
        return policies.read(project().policyFolder(), vocabulary).on(date());
    }

    private LayerAges makeAges() {
        return new LayerAges(project(), date());
    }

    private MeasurementPlan makePlan() {
        return MeasurementPlan.of(policy(), project().publish(), declaredModules());
    }

    private List<InstalledModule> declaredModules() {
        return InstalledModule.declaring(modules(), policy().declared());
    }
}
