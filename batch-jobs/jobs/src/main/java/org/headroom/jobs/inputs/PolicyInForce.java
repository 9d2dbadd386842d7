package org.headroom.jobs.inputs;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.headroom.jobs.project.Project;
import org.headroom.model.FailureFamily;
import org.headroom.model.HeadroomException;
import org.headroom.rules.file.Approvals;
import org.headroom.rules.policy.Policy;
import org.headroom.rules.vocabulary.Vocabulary;
import org.headroom.runs.KeptPolicy;
import org.headroom.runs.PublishedRun;
import org.headroom.runs.RunFolders;
import org.headroom.runs.RunSeals;
import org.headroom.runs.file.Digests;
import org.headroom.trust.Seals;
import org.jspecify.annotations.Nullable;

/**
 * The policy that a night goes by: the project's, or, while an edit of it is refused, the one that the project's latest run was made by.
 *
 * @param folder absolute path of the policy of the latest run; null when the project's own policy is in force
 * @param refusal what is wrong with the project's policy and what is in force instead; empty when it is in force itself
 */
public record PolicyInForce(@Nullable Path folder, Optional<String> refusal) {
    private static final int SHOWN_OF_DIGEST = 12;

    /** The project's own policy, whatever a run will say to it. */
    public static PolicyInForce own() {
        return new PolicyInForce(null, Optional.empty());
    }

    /**
     * Finds it. A policy that is still the one of the latest run, or that has no run before it, is not looked at: the run does that. The policy of
     * a run stands in only where this user published that run, and its copy is what was published.
     *
     * @param out the folder for runs; need not exist
     * @param vocabulary gives what the installed modules let a policy speak of
     * @throws HeadroomException of family POLICY when the edit is refused and no policy of a run can stand in for it
     */
    public static PolicyInForce find(Project project, Path out, Supplier<Vocabulary> vocabulary) {
        List<PublishedRun> before = new RunFolders(out)
                .list().stream()
                        .filter(run -> run.findManifest()
                                .filter(made -> made.project().equals(project.name()))
                                .isPresent())
                        .toList();
        if (before.isEmpty()) {
            return own();
        }
        RunSeals seals = new RunSeals(out);
        Optional<PublishedRun> latest = before.stream()
                .filter(run -> seals.isOwn(run) && KeptPolicy.isAsPublished(run))
                .findFirst();
        if (latest.isPresent() && isStill(latest.get(), project)) {
            return own();
        }
        try {
            Policy.load(project.policyFolder(), vocabulary.get(), out.resolve(RunFolders.COMPILED_RULES));
            approved(project, project.policyFolder());
            return own();
        } catch (HeadroomException refused) {
            if (refused.family() != FailureFamily.POLICY) {
                throw refused;
            }
            if (latest.isEmpty()) {
                throw unsealed(before.get(0), seals, refused);
            }
            return lastGood(project, latest.get(), vocabulary.get(), refused);
        }
    }

    private static void approved(Project project, Path folder) {
        if (project.needsApproval()) {
            Approvals.require(folder);
        }
    }

    private static HeadroomException unsealed(PublishedRun run, RunSeals seals, HeadroomException refused) {
        String reason = Seals.own().reason();
        String why = seals.isOwn(run)
                ? "its copy there was changed since"
                : "it was not published by this user, or by an earlier version"
                        + (reason.isEmpty() ? "" : "; " + reason);
        return new HeadroomException(
                FailureFamily.POLICY,
                refused.getMessage() + "\nand the policy of run " + run.name() + " cannot stand in for it: " + why,
                refused.advice(),
                refused);
    }

    private static boolean isStill(PublishedRun run, Project project) {
        return Files.isDirectory(project.policyFolder())
                && run.manifest().inputs().policy().equals(Digests.ofFolder(project.policyFolder()));
    }

    private static PolicyInForce lastGood(
            Project project, PublishedRun run, Vocabulary vocabulary, HeadroomException refused) {
        Path kept = run.explanationFiles().policy();
        try {
            Policy good = Policy.load(kept, vocabulary);
            approved(project, kept);
            return new PolicyInForce(
                    kept,
                    Optional.of(refused.getMessage() + "\nuntil it is mended, the last good policy stays in force: "
                            + good.id() + " " + good.version() + " of run " + run.name() + ", digest "
                            + good.digest().substring(0, SHOWN_OF_DIGEST)));
        } catch (HeadroomException unfit) {
            throw new HeadroomException(
                    FailureFamily.POLICY,
                    refused.getMessage() + "\nand the policy of run " + run.name() + " cannot stand in for it: "
                            + unfit.getMessage(),
                    refused.advice(),
                    refused);
        }
    }
}
