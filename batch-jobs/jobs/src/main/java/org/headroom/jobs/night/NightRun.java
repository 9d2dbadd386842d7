package org.headroom.jobs.night;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.headroom.host.InstalledModule;
import org.headroom.host.PluginHost;
import org.headroom.jobs.file.WriteBehind;
import org.headroom.jobs.project.Project;
import org.headroom.jobs.run.RunFolders;
import org.headroom.jobs.store.SiteStore;
import org.headroom.jobs.work.Outcome;
import org.headroom.jobs.work.Progress;
import org.headroom.jobs.work.RunRequest;
import org.headroom.jobs.work.WorkFolder;
import org.headroom.model.FailureFamily;
import org.headroom.model.HeadroomException;
import org.headroom.model.OutsideFailure;
import org.headroom.rules.Policy;
import org.headroom.rules.Vocabulary;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/**
 * One run of the nightly job in this process: what its steps share. Everything is made when a step first asks for it, from the work
 * folder and the inputs, so a run that was stopped goes on in another process without the steps that are done. Safe for several
 * threads.
 */
public final class NightRun implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(NightRun.class);

    private final WorkFolder work;
    private final RunRequest request;
    private final boolean isResumed;
    private final Progress progress = new Progress();
    private final WriteBehind writeBehind = new WriteBehind();
    private final Once<Project> project;
    private final Once<List<InstalledModule>> modules;
    private final Once<Policy> policy;
    private final Once<Wanted> wanted;
    private final Once<Keeping> keeping;
    private final Once<List<InstalledModule>> modulesToMeasure;
    private final Once<LayerSet> layers;
    private final Once<SiteStore> sites;
    private final Once<Bindings> bindings;
    private final Once<Measuring> measuring;
    private final Once<Scoring> scoring;

    NightRun(WorkFolder work) {
        this.work = work;
        this.request = work.request();
        this.isResumed = Files.exists(work.inputs());
        modules = new Once<>(() -> PluginHost.load(request.plugins()));
        project = new Once<>(() -> Project.load(request.project(), PluginHost.layerKinds(modules()))
                .rankedBy(request.policy()));
        policy = new Once<>(() -> Policy.loadAhead(
                project().policyFolder(), vocabulary(), request.out().resolve(RunFolders.COMPILED_RULES)));
        wanted = new Once<>(() -> Wanted.of(policy(), project().publish()));
        keeping = new Once<>(() -> new Keeping(this));
        modulesToMeasure = new Once<>(() -> keeping().takeColumns());
        layers = new Once<>(() -> new LayerSet(project(), request.out(), progress));
        sites = new Once<>(() -> new SiteStore(work.sites()));
        bindings = new Once<>(() -> new Bindings(this));
        measuring = new Once<>(() -> new Measuring(this));
        scoring = new Once<>(() -> new Scoring(this));
        work.clearOutcome();
    }

    public WorkFolder work() {
        return work;
    }

    public RunRequest request() {
        return request;
    }

    /** Brings what a step has made to the disk while the next one works. */
    WriteBehind writeBehind() {
        return writeBehind;
    }

    public Progress progress() {
        return progress;
    }

    public Project project() {
        return project.get();
    }

    /** Installed modules, sorted by id. */
    public List<InstalledModule> modules() {
        return modules.get();
    }

    /** The checked policy; the first call has its rules made ready on another thread. */
    public Policy policy() {
        return policy.get();
    }

    /** What has to be measured and kept. */
    Wanted wanted() {
        return wanted.get();
    }

    /** Ids of the criteria that are measured. */
    public Set<String> wantedCriteria() {
        return wanted().criteria();
    }

    /** The installed modules that measure anything that is wanted, sorted by id. */
    List<InstalledModule> wantedModules() {
        return modules().stream()
                .filter(module -> module.module().criteria().stream()
                        .anyMatch(criterion -> wanted().criteria().contains(criterion.id())))
                .toList();
    }

    /** What earlier runs have kept for this one, and this one keeps for later ones. */
    public Keeping keeping() {
        return keeping.get();
    }

    /** The wanted modules whose columns are not there from an earlier run. */
    List<InstalledModule> modulesToMeasure() {
        return modulesToMeasure.get();
    }

    public LayerSet layers() {
        return layers.get();
    }

    /** The candidate sites; there from the step {@code candidates} on. */
    public SiteStore sites() {
        return sites.get();
    }

    public Blocks blocks() {
        return new Blocks(sites().size(), request.blockSites());
    }

    /** Whether a step that works block by block has anything to do. */
    public boolean hasWork(String step) {
        return !step.equals("measure") || !modulesToMeasure().isEmpty();
    }

    public Inputs inputs() {
        return new Inputs(this);
    }

    Bindings bindings() {
        return bindings.get();
    }

    /** Has the modules bound to their layers on another thread while this one does something else; whoever needs them waits. */
    void bindAhead() {
        Thread thread = new Thread(
                () -> {
                    try {
                        bindings();
                    } catch (RuntimeException e) {
                        LOG.debug("binding ahead failed; the step that measures tries again and reports it", e);
                    }
                },
                "headroom-bind");
        thread.setDaemon(true);
        thread.start();
    }

    public Candidates candidates() {
        return new Candidates(this);
    }

    /**
     * Makes again what a step that is done has lost: only a run that goes on after its machine lost power finds anything.
     *
     * @param step id of a step that works block by block
     */
    void mend(String step) {
        if (isResumed) {
            BlockStep done = blockStep(step);
            for (int block = 0; block < blocks().count(); block++) {
                if (!done.isSealed(block)) {
                    done.process(block);
                }
            }
        }
    }

    /** Ends the step that measures; what was made in another process is made whole by {@link #mend} before. */
    void endMeasuring() {
        mend("measure");
        measuring.ifMade(Measuring::clearGivenUp);
        writeBehind.flush(work.measurements());
    }

    /** A step that works block by block, by its id in the job. */
    public BlockStep blockStep(String step) {
        return switch (step) {
            case "measure" -> measuring.get();
            case "score" -> scoring.get();
            default -> throw new IllegalArgumentException("step " + step + " does not work block by block");
        };
    }

    public RankStep ranking() {
        return new RankStep(this);
    }

    /**
     * Runs a piece of a step, and keeps what went wrong where the caller of the job finds it: the batch runtime only tells that a step
     * failed.
     */
    public <T> T guard(Callable<T> piece) {
        try (MDC.MDCCloseable run = MDC.putCloseable("run", work.runName());
                MDC.MDCCloseable step = MDC.putCloseable("step", progress.step())) {
            return piece.call();
        } catch (Exception | LinkageError | VirtualMachineError e) {
            HeadroomException known = isBroken(e)
                    ? null
                    : OutsideFailure.find(e, "folder for runs " + request.out()).orElse(null);
            fail(
                    known == null
                            ? new Outcome.Failed(FailureFamily.INTERNAL, "unexpected: " + e, "", Traces.of(e))
                            : new Outcome.Failed(
                                    known.family(), String.valueOf(known.getMessage()), known.advice(), ""),
                    e);
            throw known == null ? new IllegalStateException(e) : known;
        }
    }

    /** Broken JSON counts as an IOException, but is no fault of the disk: going on would meet it again. */
    private static boolean isBroken(Throwable failure) {
        return failure.getCause() instanceof JsonProcessingException;
    }

    /** As {@link #guard}, for a piece without a result; always gives {@code DONE}, the exit status of a step. */
    public String step(Runnable piece) {
        return guard(() -> {
            piece.run();
            return "DONE";
        });
    }

    private synchronized void fail(Outcome.Failed outcome, Throwable cause) {
        LOG.debug("a step of {} failed", work.path(), cause);
        Nights.failed(work.path(), outcome);
        try {
            if (work.findOutcome().isEmpty()) {
                work.outcome(outcome);
            }
        } catch (UncheckedIOException e) {
            // On a full disk it cannot be written; this process still knows it.
            LOG.debug("the outcome of {} is not kept", work.path(), e);
        }
    }

    private Vocabulary vocabulary() {
        return Vocabulary.of(modules().stream().map(InstalledModule::module).toList());
    }

    @Override
    public void close() {
        writeBehind.close();
        measuring.ifMade(Measuring::close);
        scoring.ifMade(Scoring::close);
        sites.ifMade(SiteStore::close);
    }
}
