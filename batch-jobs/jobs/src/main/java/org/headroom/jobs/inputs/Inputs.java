package org.headroom.jobs.inputs;

import java.nio.file.Files;
import java.util.Optional;
import java.util.function.Supplier;
import org.headroom.jobs.project.Project;
import org.headroom.model.FailureFamily;
import org.headroom.model.HeadroomException;
import org.headroom.rules.file.Approvals;
import org.headroom.rules.policy.Policy;
import org.headroom.runs.InputDigests;
import org.headroom.runs.PublishedRun;
import org.headroom.runs.RunFolders;
import org.headroom.runs.file.Json;
import org.headroom.runs.folder.Outcome;
import org.headroom.runs.folder.RunRequest;
import org.headroom.runs.folder.WorkFolder;
import org.headroom.runs.table.PublishCheck;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The first step: takes the digest of every input, and tells whether a published run was made from the same ones. */
public final class Inputs {
    private static final Logger LOG = LoggerFactory.getLogger(Inputs.class);

    private final WorkFolder work;
    private final RunRequest request;
    private final Project project;
    private final Supplier<Policy> policy;
    private final InputDigester digester;

    /**
     * @param policy the policy of the project; read only when something has changed
     * @param digester takes the digests of this run
     */
    public Inputs(
            WorkFolder work, RunRequest request, Project project, Supplier<Policy> policy, InputDigester digester) {
        this.work = work;
        this.request = request;
        this.project = project;
        this.policy = policy;
        this.digester = digester;
    }

    /**
     * Takes the digests, and refuses a policy that does not hold before any layer is read. A run that goes on after a stop takes them
     * again: it must not mix what it has with what has changed.
     */
    public void take() {
        // A scenario and a what-if only compare.
        if (project.needsApproval() && !request.isWhatIf() && request.layers() == null) {
            Approvals.require(project.policyFolder());
        }
        InputDigests now = digester.digest();
        if (Files.exists(work.inputs()) && !read().key().equals(now.key())) {
            throw new HeadroomException(
                    FailureFamily.CONFIG,
                    "the inputs have changed since run " + work.runName() + " was stopped: "
                            + String.join(", ", read().differences(now)),
                    "Start a new run with \"headroom rank\".");
        }
        NightBefore.keep(work, request, project.name(), now.key());
        Json.write(work.inputs(), now);
        if (!isUnchanged()) {
            PublishCheck.check(
                    project.publish(),
                    policy.get(),
                    String.valueOf(project.file().getFileName()));
            DeclaredLayers.check(project, policy.get());
            if (policy.get().rules().stream().allMatch(rule -> rule.gate().isEmpty())) {
                LOG.warn(
                        "the policy {} has no gate, so no site is excluded, whatever the law says",
                        policy.get().id());
            }
        }
    }

    /** Whether the inputs are still those that the run began with; true when it has not looked at them yet. */
    public boolean areSame() {
        return !Files.exists(work.inputs())
                || read().key().equals(digester.digest().key());
    }

    /** What the first step of a run found. */
    public static InputDigests read(WorkFolder work) {
        return Json.read(work.inputs(), InputDigests.class);
    }

    private InputDigests read() {
        return read(work);
    }

    /**
     * Whether another run that is published was made from the same inputs; if so, that is the outcome of this run. A run that was killed
     * right after it was shown finds itself, and has to go on.
     */
    public boolean isUnchanged() {
        if (request.force()) {
            return false;
        }
        Optional<PublishedRun> same = new RunFolders(request.out())
                .findByInputs(read().key())
                .filter(run -> !run.name().equals(work.runName()));
        same.ifPresent(run -> {
            LOG.info("nothing changed since {}", run.name());
            work.outcome(new Outcome.Unchanged(run.name()));
        });
        return same.isPresent();
    }
}
