package org.headroom.jobs.night;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.headroom.host.InstalledModule;
import org.headroom.host.ModuleFault;
import org.headroom.jobs.candidates.Candidates;
import org.headroom.jobs.decide.Decisions;
import org.headroom.jobs.engine.Attempts;
import org.headroom.jobs.engine.BlockEngine;
import org.headroom.jobs.engine.EngineParts;
import org.headroom.jobs.engine.EngineStep;
import org.headroom.jobs.engine.Engines;
import org.headroom.jobs.engine.PartOrder;
import org.headroom.jobs.inputs.InputDigester;
import org.headroom.jobs.inputs.Inputs;
import org.headroom.jobs.load.LayerSet;
import org.headroom.jobs.measure.Bindings;
import org.headroom.jobs.measure.FaultFiles;
import org.headroom.jobs.measure.Measuring;
import org.headroom.jobs.measure.ModuleRemarks;
import org.headroom.jobs.publish.Publishing;
import org.headroom.jobs.reuse.ColumnKeys;
import org.headroom.jobs.reuse.KeptColumns;
import org.headroom.jobs.score.RangedRanking;
import org.headroom.jobs.score.Ranking;
import org.headroom.jobs.score.Scoring;
import org.headroom.jobs.step.BlockPlace;
import org.headroom.jobs.step.BlockStep;
import org.headroom.jobs.step.Blocks;
import org.headroom.jobs.step.Lazy;
import org.headroom.jobs.step.PartStep;
import org.headroom.jobs.step.Progress;
import org.headroom.rules.policy.Policy;
import org.headroom.runs.RunFolders;
import org.headroom.runs.file.Json;
import org.headroom.runs.file.WriteBehind;
import org.headroom.runs.folder.RunRequest;
import org.headroom.runs.folder.WorkFolder;
import org.headroom.runs.store.SiteStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The steps of one run in this process, and what they share. The only place that knows how they are put together: a step is given what it
 * needs, and knows no night. Everything is made when it is first asked for, from the work folder and the inputs, so a run that was stopped goes
 * on in another process without the steps that are done. Safe for several threads.
 */
public final class Night implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Night.class);
    private static final String MEASURE = PartWorker.MEASURE;
    private static final String SCORE = PartWorker.SCORE;

    private final WorkFolder work;
    private final RunRequest request;
    private final boolean isResumed;
    private final Progress progress = new Progress();
    /** Tells the attempts for this process from those for one that died. */
    private final String session = UUID.randomUUID().toString();

    private final WriteBehind writeBehind = new WriteBehind();
    private final StepGuard guard;
    private final RunParts parts;
    private final Lazy<KeptColumns> kept = new Lazy<>(this::makeKept);
    private final Lazy<List<InstalledModule>> modulesToMeasure = new Lazy<>(() -> kept().takeColumns());
    private final Lazy<SiteStore> sites = new Lazy<>(this::openSites);
    private final Lazy<Bindings> bindings = new Lazy<>(() -> parts().bind(modulesToMeasure.get()));
    private final Lazy<Measuring> measuring = new Lazy<>(this::makeMeasuring);
    private final Lazy<Scoring> scoring = new Lazy<>(this::makeScoring);

    /** The steps that work block by block, by their ids in the job, as the job has them done: here, or by an engine. */
    private final Map<String, Lazy<BlockStep>> blockSteps = Map.of(
            MEASURE,
            new Lazy<BlockStep>(() -> done(MEASURE, measuring)),
            SCORE,
            new Lazy<BlockStep>(() -> done(SCORE, scoring)));

    Night(WorkFolder work) {
        this.work = work;
        this.request = work.request();
        this.isResumed = Files.exists(work.inputs());
        this.guard = new StepGuard(work, request.out(), progress);
        // The rules are made ready on another thread.
        this.parts = new RunParts(
                request,
                (folder, vocabulary) -> Policy.loadAhead(folder, vocabulary, compiledRules()),
                project -> new LayerSet(project, request.snapshots(), progress));
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
        return parts.layers();
    }

    public Blocks blocks() {
        return new Blocks(sites.get().size(), request.blockSites());
    }

    /** Whether a step that works block by block has anything to do. */
    public boolean hasWork(String step) {
        return !step.equals(MEASURE) || !modulesToMeasure.get().isEmpty();
    }

    /** A step that works block by block, by its id in the job. */
    public BlockStep blockStep(String step) {
        Lazy<BlockStep> found = blockSteps.get(step);
        if (found == null) {
            throw new IllegalArgumentException("step " + step + " does not work block by block");
        }
        return found.get();
    }

    /** The step {@code inputs}. */
    public Inputs inputs() {
        InputDigester digester = new InputDigester(request, parts.project(), layers(), parts.modules(), progress);
        // A layer that is too old for a run refuses it before anything is read.
        parts.ages();
        return new Inputs(work, request, parts.project(), parts::policy, digester);
    }

    /** Ids of the layers of the step {@code load}, the largest first. Processes of an engine, which take seconds to begin, do so meanwhile. */
    public List<String> layersToLoad() {
        Engines.inUse().ifPresent(engine -> engine.prepare(Json.bytes(request)));
        return layers().largestFirst();
    }

    /** The step {@code candidates}. Modules are bound to their layers meanwhile, on another thread. */
    public void collectCandidates() {
        bindAhead();
        new Candidates(work, parts.project(), layers(), kept()).collect();
        writeBehind.flush(work.columns().sites());
    }

    /** The step {@code rank}. */
    public void rank() {
        if (isResumed) {
            scoring.get().mend();
        }
        writeBehind.flush(work.columns().scores());
        Optional<BlockEngine> engine = Engines.inUse();
        if (engine.isEmpty() || blocks().count() == 0) {
            new Ranking(work, sites.get(), progress).sort();
            return;
        }
        PartOrder order = partOrder();
        Attempts.open(order);
        new RangedRanking(work, blocks(), new EngineParts(engine.get()), progress).sort(order);
        Attempts.remove(work.attempts());
    }

    /** The step {@code decide}; nothing is left of one that was stopped. */
    public void decide() {
        new Decisions(work, parts.policy(), request.threads(), progress).make();
    }

    /** The step {@code publish}. */
    public void publish() {
        new Publishing(
                        work,
                        request,
                        parts.project(),
                        parts.policy(),
                        parts.modules(),
                        parts.plan(),
                        layers(),
                        parts.ages(),
                        kept(),
                        remarks(),
                        progress)
                .publish();
    }

    private RunParts parts() {
        return parts;
    }

    private Path compiledRules() {
        return request.out().resolve(RunFolders.COMPILED_RULES);
    }

    private KeptColumns kept() {
        return kept.get();
    }

    private KeptColumns makeKept() {
        List<InstalledModule> planned = parts.plannedModules();
        return new KeptColumns(
                request.home(),
                work,
                parts.project().name(),
                planned,
                parts.plan().criteria(),
                new ColumnKeys(
                        parts.project(),
                        layers(),
                        parts.ages(),
                        parts.policy(),
                        request.date(),
                        planned,
                        parts.plan().criteria()));
    }

    private ModuleRemarks remarks() {
        return new ModuleRemarks(
                parts.plannedModules(),
                parts.project(),
                parts.policy(),
                parts.date(),
                parts.plan().criteria(),
                parts.read(),
                parts.ages());
    }

    private SiteStore openSites() {
        return new SiteStore(work.columns().sites());
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
        parts.policy().awaitRules();
        return parts.measuring(work, all(), sites.get(), bindings.get(), FaultFiles.read(work.faults()), progress);
    }

    private BlockPlace all() {
        return BlockPlace.ofAll(work, blocks());
    }

    private <S extends PartStep> BlockStep done(String step, Lazy<S> here) {
        Optional<BlockEngine> engine = Engines.inUse();
        return engine.isEmpty()
                ? here.get()
                : new EngineStep(engine.get(), step, this::partOrder, here.get(), isResumed, request.threads());
    }

    /** What other processes have to know to do parts of this run. */
    private PartOrder partOrder() {
        Map<String, Path> snapshots = new LinkedHashMap<>();
        layers().ids().forEach(id -> snapshots.put(id, layers().snapshot(id)));
        return new PartOrder(
                work.path(),
                work.attempts().resolve(session),
                request,
                Inputs.read(work),
                modulesToMeasure.get().stream()
                        .map(installed -> installed.module().id())
                        .toList(),
                snapshots,
                FaultFiles.read(work.faults()).stream()
                        .filter(ModuleFault::isOfWholeModule)
                        .toList(),
                parts.policy().compiledRules(compiledRules()));
    }

    /** What was measured in another process is made whole first. */
    private Scoring makeScoring() {
        if (isResumed) {
            measuring.get().mend();
        }
        measuring.ifMade(Measuring::clearGivenUp);
        writeBehind.flush(work.columns().measurements());
        return parts.scoring(work, all(), sites.get(), progress);
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
        measuring.ifMade(Measuring::close);
        scoring.ifMade(Scoring::close);
        sites.ifMade(SiteStore::close);
        parts.ifPolicyRead(Night::awaitRules);
    }
}
