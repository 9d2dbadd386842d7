package org.headroom.jobs.calendar;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.headroom.host.InstalledModule;
import org.headroom.host.PluginHost;
import org.headroom.jobs.inputs.InputDigester;
import org.headroom.jobs.load.LayerSet;
import org.headroom.jobs.measure.MeasurementPlan;
import org.headroom.jobs.project.Project;
import org.headroom.jobs.step.Progress;
import org.headroom.layers.LayerDescriptor;
import org.headroom.ledger.calendar.Calendar;
import org.headroom.model.FailureFamily;
import org.headroom.model.HeadroomException;
import org.headroom.rules.policy.Policy;
import org.headroom.rules.vocabulary.Vocabulary;
import org.headroom.runs.InputDigests;
import org.headroom.runs.PublishedRun;
import org.headroom.runs.RunFolders;
import org.headroom.runs.folder.RunRequest;

/** Makes the calendar of a published run. It changes nothing in the folder for runs. */
public final class RunCalendar {
    private RunCalendar() {}

    /**
     * Makes it.
     *
     * @param run the run
     * @param request what would be asked for a run of its date: its project, modules and snapshots of layers
     * @param until the last day that is looked at
     * @param scratch a folder to work in; what is made there stays
     * @throws HeadroomException of family CONFIG when the inputs are others than those of the run, or the snapshots of layers are gone
     */
    public static Calendar of(
            PublishedRun run, RunRequest request, LocalDate until, CalendarMaker.Depth depth, Path scratch) {
        List<InstalledModule> installed = PluginHost.load(request.plugins());
        Project project = Project.load(request.project(), PluginHost.layerKinds(installed))
                .rankedBy(run.explanationFiles().policy());
        if (!run.manifest().project().equals(project.name())) {
            throw new HeadroomException(
                    FailureFamily.CONFIG,
                    "run " + run.shownName() + " is of the project "
                            + run.manifest().project() + ", and " + request.project() + " is the project "
                            + project.name(),
                    "Give the file of its project with --project.");
        }
        LayerSet layers = new LayerSet(project, request.snapshots(), new Progress());
        refuseOthers(run, new InputDigester(request, project, layers, installed, new Progress()).digest());
        refuseLost(project, layers, request.snapshots());
        Vocabulary vocabulary =
                Vocabulary.of(installed.stream().map(InstalledModule::module).toList());
        Policy policy = Policy.load(
                        project.policyFolder(), vocabulary, request.home().resolve(RunFolders.COMPILED_RULES))
                .on(run.day());
        List<InstalledModule> declaring = InstalledModule.declaring(installed, policy.declared());
        MeasurementPlan plan = MeasurementPlan.of(policy, project.publish(), declaring);
        return new CalendarMaker(
                        project,
                        policy,
                        plan.modules(declaring),
                        plan,
                        layers,
                        run.explanationFiles(),
                        run.day(),
                        scratch)
                .make(until, depth);
    }

    private static void refuseOthers(PublishedRun run, InputDigests now) {
        List<String> changed = new ArrayList<>(run.manifest().inputs().differences(now));
        if (!changed.isEmpty()) {
            throw new HeadroomException(
                    FailureFamily.CONFIG,
                    "since run " + run.shownName() + " there are other inputs: " + String.join(", ", changed),
                    "Make a new run with \"headroom rank\", and ask again.");
        }
    }

    private static void refuseLost(Project project, LayerSet layers, Path snapshots) {
        for (LayerDescriptor layer : project.layers()) {
            if (!Files.isDirectory(layers.snapshot(layer.id()))) {
                throw new HeadroomException(
                        FailureFamily.CONFIG,
                        "layer " + layer.id() + " of the run is no longer kept in " + snapshots,
                        "Make a new run with \"headroom rank --force\", and ask again.");
            }
        }
    }
}
