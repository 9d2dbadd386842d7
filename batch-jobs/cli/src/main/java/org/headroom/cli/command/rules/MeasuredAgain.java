package org.headroom.cli.command.rules;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.headroom.cli.frame.ExitCode;
import org.headroom.cli.frame.Surroundings;
import org.headroom.cli.night.NightJob;
import org.headroom.cli.night.RepositoryChoice;
import org.headroom.cli.option.ProjectOption;
import org.headroom.host.InstalledModule;
import org.headroom.host.PluginHost;
import org.headroom.jobs.project.Project;
import org.headroom.model.FailureFamily;
import org.headroom.model.HeadroomException;
import org.headroom.runs.PublishedRun;
import org.headroom.runs.folder.Removal;
import org.headroom.runs.folder.RunRequest;
import org.headroom.runs.preview.PolicyRanking;
import org.headroom.runs.preview.RescoredRun;
import org.headroom.runtime.lease.Lease;
import org.headroom.spi.ScoringModule;

/** Ranks the sites of a run by a policy for which something must be measured again: by a what-if run that is removed when it has been read. */
final class MeasuredAgain {
    private final Surroundings surroundings;
    private final ProjectOption project;
    private final Path out;

    MeasuredAgain(Surroundings surroundings, ProjectOption project, Path out) {
        this.surroundings = surroundings;
        this.project = project;
        this.out = out;
    }

    /**
     * The ranking by the policy, on the day of the run.
     *
     * @param lacking what must be measured, in words
     * @throws HeadroomException of family POLICY when the run is of another project; DATA when the sites are others by now
     */
    PolicyRanking rank(RescoredRun run, Path policyFolder, List<String> lacking) {
        Project loaded = project.load(surroundings);
        String ofRun = run.run().manifest().project();
        if (!loaded.name().equals(ofRun)) {
            throw new HeadroomException(
                    FailureFamily.POLICY,
                    "run " + run.run().shownName() + " was not measured as this policy asks: "
                            + String.join("; ", lacking)
                            + ". To measure it, the project \"" + ofRun + "\" is needed, but " + loaded.file()
                            + " is \""
                            + loaded.name() + "\"",
                    "Name the project file of the run by --project FILE, or make a run with this policy by \"headroom rank\".");
        }
        say("the run was not measured as this policy asks, so that is measured now:");
        lacking.forEach(line -> say("  " + line));
        AtomicReference<PublishedRun> made = new AtomicReference<>();
        AtomicReference<Boolean> isNew = new AtomicReference<>(false);
        int code = new NightJob(
                        surroundings,
                        (folder, isMade, seconds) -> {
                            made.set(new PublishedRun(folder));
                            isNew.set(isMade);
                            return ExitCode.DONE;
                        },
                        Optional.empty(),
                        Optional.empty())
                .run(() -> plan(run, loaded, policyFolder));
        PublishedRun measured = made.get();
        if (measured == null) {
            throw new HeadroomException(
                    FailureFamily.DATA,
                    "the what-if run for the preview ended with exit code " + code,
                    "What stands above says why.");
        }
        try {
            return read(run, measured);
        } finally {
            if (isNew.get()) {
                Lease lease = Lease.take(out, surroundings.clock());
                try (lease) {
                    Removal.remove(measured);
                }
            }
        }
    }

    private PolicyRanking read(RescoredRun run, PublishedRun measured) {
        List<String> others = run
                .run()
                .manifest()
                .inputs()
                .differences(measured.manifest().inputs())
                .stream()
                .filter(name -> !name.equals("policy"))
                .toList();
        if (!others.isEmpty()) {
            say("changed since run " + run.run().shownName() + " besides the policy: " + String.join(", ", others)
                    + "; what is shown is the effect of all of it");
        }
        try (RescoredRun again = new RescoredRun(measured, modules(), 1)) {
            if (!run.hasSitesOf(again)) {
                throw new HeadroomException(
                        FailureFamily.DATA,
                        "the sites of the project are no longer those of run "
                                + run.run().shownName() + ", so the two rankings cannot be laid side by side",
                        "Make a run with \"headroom rank\", and preview against that one.");
            }
            return again.published();
        }
    }

    private List<ScoringModule> modules() {
        return PluginHost.load(surroundings.pluginsFolder()).stream()
                .map(InstalledModule::module)
                .toList();
    }

    private NightJob.Plan plan(RescoredRun run, Project loaded, Path policyFolder) {
        RunRequest request = new RunRequest(
                        project.file(surroundings),
                        out,
                        run.run().day().toString(),
                        Runtime.getRuntime().availableProcessors(),
                        surroundings.pluginsFolder(),
                        false,
                        RunRequest.DEFAULT_BLOCK_SITES,
                        policyFolder)
                .asWhatIf();
        return new NightJob.Plan(
                request, out, loaded.name(), Optional.empty(), new RepositoryChoice(surroundings).forRun(loaded, out));
    }

    private void say(String message) {
        surroundings.err().println("headroom: " + message);
    }
}
