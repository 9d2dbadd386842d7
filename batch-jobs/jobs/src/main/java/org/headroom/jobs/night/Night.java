package org.headroom.jobs.night;

import java.nio.file.Files;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.headroom.host.InstalledModule;
import org.headroom.host.PluginHost;
import org.headroom.jobs.candidates.Candidates;
import org.headroom.jobs.decide.Decisions;
import org.headroom.jobs.inputs.InputDigester;
import org.headroom.jobs.inputs.Inputs;
import org.headroom.jobs.load.LayerAges;
import org.headroom.jobs.load.LayerSet;
import org.headroom.jobs.measure.Bindings;
import org.headroom.jobs.measure.MeasurementPlan;
import org.headroom.jobs.measure.Measuring;
import org.headroom.jobs.measure.ModuleRemarks;
import org.headroom.jobs.project.Project;
import org.headroom.jobs.publish.Publishing;
import org.headroom.jobs.reuse.ColumnKeys;
import org.headroom.jobs.reuse.KeptColumns;
import org.headroom.jobs.score.Ranking;
import org.headroom.jobs.score.Scoring;
import org.headroom.jobs.step.BlockStep;
import org.headroom.jobs.step.Blocks;
import org.headroom.jobs.step.Lazy;
import org.headroom.jobs.step.Progress;
import org.headroom.layers.DefaultFeatureLayer;
import org.headroom.layers.LoadedLayer;
import org.headroom.rules.policy.Policy;
import org.headroom.rules.vocabulary.Vocabulary;
import org.headroom.runs.RunFolders;
import org.headroom.runs.file.WriteBehind;
import org.headroom.runs.folder.RunRequest;
import org.headroom.runs.folder.WorkFolder;
import org.headroom.runs.store.SiteStore;
import org.headroom.spi.Layer;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The steps of one run in this process, and what they share. The only place that knows how they are put together: a step is given what it
 * needs, and knows no night. Everything is made when it is first asked for, from the work folder and the inputs, so a run that was stopped goes
 * on in another process without the steps that are done. Safe for several threads.
 */
public final class Night implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Night.class);

    private final WorkFolder work;
    private final RunRequest request;
    private final boolean isResumed;
    private final Progress progress = new Progress();
    private final WriteBehind writeBehind = new WriteBehind();
    private final StepGuard guard;
    private final Lazy<Project> project = new Lazy<>(this::loadProject);
    private final Lazy<List<InstalledModule>> modules = new Lazy<>(this::loadModules);
    private final Lazy<Policy> policy = new Lazy<>(this::loadPolicy);
    private final Lazy<LayerSet> layers = new Lazy<>(this::makeLayers);
    private final Lazy<MeasurementPlan> plan = new Lazy<>(this::makePlan);
    private final Lazy<KeptColumns> kept = new Lazy<>(this::makeKept);
    private final Lazy<List<InstalledModule>> modulesToMeasure = new Lazy<>(() -> kept().takeColumns());
    private final Lazy<SiteStore> sites = new Lazy<>(this::openSites);
    private final Lazy<LayerAges> ages = new Lazy<>(this::makeAges);
    private final Lazy<Bindings> bindings = new Lazy<>(this::bind);
    private final Lazy<Measuring> measuring = new Lazy<>(this::makeMeasuring);
    private final Lazy<Scoring> scoring = new Lazy<>(this::makeScoring);

    /** The steps that work block by block, by their ids in the job. */
    private final Map<String, Lazy<? extends BlockStep>> blockSteps = Map.of("measure", measuring, "score", scoring);

    Night(WorkFolder work) {
        this.work = work;
        this.request = work.request();
        this.isResumed = Files.exists(work.inputs());
        this.guard = new StepGuard(work, request.out(), progress);
        work.clearOutcome();
    }

    public RunRequest request() {
        return request;
    }

    public Progress progress() {
        return progress;
    }

    /** Runs the pieces of the steps. */
    public StepGuard guard() {
        return guard;
    }

    public LayerSet layers() {
        return layers.get();
    }

    public Blocks blocks() {
        return new Blocks(sites.get().size(), request.blockSites());
    }

    /** Whether a step that works block by block has anything to do. */
    public boolean hasWork(String step) {
        return !step.equals("measure") || !modulesToMeasure.get().isEmpty();
    }

    /** A step that works block by block, by its id in the job. */
    public BlockStep blockStep(String step) {
        Lazy<? extends BlockStep> found = blockSteps.get(step);
        if (found == null) {
            throw new IllegalArgumentException("step " + step + " does not work block by block");
        }
        return found.get();
    }

    /** The step {@code inputs}. */
    public Inputs inputs() {
        InputDigester digester = new InputDigester(request, project.get(), layers(), modules.get(), progress);
        // A layer that is too old for a run refuses it before anything is read.
        ages.get();
        return new Inputs(work, request, project.get(), policy, digester);
    }

    /** The step {@code candidates}. Modules are bound to their layers meanwhile, on another thread. */
    public void collectCandidates() {
        bindAhead();
        new Candidates(work, project.get(), layers(), kept()).collect();
        writeBehind.flush(work.columns().sites());
    }

    /** The step {@code rank}. */
    public void rank() {
        if (isResumed) {
            scoring.get().mend();
        }
        writeBehind.flush(work.columns().scores());
        new Ranking(work, sites.get(), progress).sort();
    }

    /** The step {@code decide}; nothing is left of one that was stopped. */
    public void decide() {
        new Decisions(work, policy.get(), request.threads(), progress).make();
    }

    /** The step {@code publish}. */
    public void publish() {
        new Publishing(
                        work,
                        request,
                        project.get(),
                        policy.get(),
                        modules.get(),
                        plan.get(),
                        layers(),
                        ages.get(),
                        kept(),
                        remarks(),
                        progress)
                .publish();
    }

    private Project loadProject() {
        return Project.load(request.project(), PluginHost.layerKinds(modules.get()))
                .rankedBy(request.policy())
                .asking(request.load());
    }

    private List<InstalledModule> loadModules() {
        return PluginHost.load(request.plugins());
    }

    /** The checked policy; its rules are made ready on another thread. */
    private Policy loadPolicy() {
        Vocabulary vocabulary = Vocabulary.of(
                modules.get().stream().map(InstalledModule::module).toList());
        return Policy.loadAhead(
                        project.get().policyFolder(), vocabulary, request.out().resolve(RunFolders.COMPILED_RULES))
                .on(LocalDate.parse(request.date()));
    }

    private LayerSet makeLayers() {
        return new LayerSet(project.get(), request.snapshots(), request.threads(), progress);
    }

    private LayerAges makeAges() {
        return new LayerAges(project.get(), LocalDate.parse(request.date()));
    }

    private MeasurementPlan makePlan() {
        return MeasurementPlan.of(policy.get(), project.get().publish(), declaredModules());
    }

    private KeptColumns kept() {
        return kept.get();
    }

    private KeptColumns makeKept() {
        MeasurementPlan planned = plan.get();
        return new KeptColumns(
                request.home(),
                work,
                project.get().name(),
                plannedModules(),
                planned.criteria(),
                new ColumnKeys(
                        project.get(),
                        layers(),
                        ages.get(),
                        policy.get(),
                        request.date(),
                        plannedModules(),
                        planned.criteria()));
    }

    private List<InstalledModule> plannedModules() {
        return plan.get().modules(declaredModules());
    }

    private List<InstalledModule> declaredModules() {
        return InstalledModule.declaring(modules.get(), policy.get().declared());
    }

    private ModuleRemarks remarks() {
        return new ModuleRemarks(
                plannedModules(),
                project.get(),
                policy.get(),
                LocalDate.parse(request.date()),
                plan.get().criteria(),
                layers().all().stream().map(LoadedLayer::layer).toList(),
                ages.get());
    }

    private SiteStore openSites() {
        return new SiteStore(work.columns().sites());
    }

    private Bindings bind() {
        List<InstalledModule> measuring = modulesToMeasure.get();
        List<Layer> read = measuring.isEmpty()
                ? List.of()
                : layers().all().stream().map(LoadedLayer::layer).toList();
        return new Bindings(
                measuring,
                project.get(),
                policy.get(),
                LocalDate.parse(request.date()),
                plan.get().criteria(),
                read,
                ages.get());
    }

    /** Whoever needs the bound modules waits for them. */
    private void bindAhead() {
        Thread thread = new Thread(
                () -> {
                    try {
                        bindings.get();
                    } catch (RuntimeException e) {
                        LOG.debug("binding ahead failed; the step that measures tries again and reports it", e);
                    }
                },
                "headroom-bind");
        thread.setDaemon(true);
        thread.start();
    }

    private Measuring makeMeasuring() {
        policy.get().awaitRules();
        return new Measuring(
                work,
                sites.get(),
                this::area,
                project.get().jurisdictions().map(id ->
                        (DefaultFeatureLayer) layers().get(id).layer()),
                blocks(),
                bindings.get(),
                plan.get().criteria(),
                project.get().limits(),
                progress);
    }

    private @Nullable Geometry area(int layer, int record) {
        return ((DefaultFeatureLayer) layers().all().get(layer).layer()).area(record);
    }

    /** What was measured in another process is made whole first. */
    private Scoring makeScoring() {
        if (isResumed) {
            measuring.get().mend();
        }
        measuring.ifMade(Measuring::clearGivenUp);
        writeBehind.flush(work.columns().measurements());
        return new Scoring(
                work,
                sites.get(),
                blocks(),
                policy.get(),
                plan.get().criteria(),
                plan.get().families(),
                progress);
    }

    /** Rules that are still being compiled are kept in the output folder, which others may have once this run is over. */
    private static void awaitRules(Policy policy) {
        try {
            policy.awaitRules();
        } catch (RuntimeException e) {
            LOG.debug("the rules cannot be compiled; whoever needs them is told", e);
        }
    }

    @Override
    public void close() {
        writeBehind.close();
        blockSteps.values().forEach(step -> step.ifMade(BlockStep::close));
        sites.ifMade(SiteStore::close);
        policy.ifMade(Night::awaitRules);
    }
}
