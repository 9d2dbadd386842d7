package org.headroom.jobs.inputs;

import java.util.List;
import java.util.Optional;
import org.headroom.host.InstalledModule;
import org.headroom.host.PluginHost;
import org.headroom.jobs.load.LayerSet;
import org.headroom.jobs.project.Project;
import org.headroom.jobs.step.Progress;
import org.headroom.runs.PublishedRun;
import org.headroom.runs.RunFolders;
import org.headroom.runs.RunSeals;
import org.headroom.runs.file.Digests;
import org.headroom.runs.folder.Leftovers;
import org.headroom.runs.folder.RunRequest;

/** Finds out that there is nothing to do, without writing anything. */
public final class UnchangedRun {
    private UnchangedRun() {}

    /**
     * The run that a new one would only repeat. Empty when there is none, when the request is to run all the same, or when the folder for
     * runs has to be put in order, which is for a job to do. Without a run for the day by the same policy, layers are not looked at: to
     * take their digests is most of the time.
     *
     * @throws org.headroom.model.HeadroomException when the project or one of its inputs cannot be read
     */
    public static Optional<PublishedRun> find(RunRequest request) {
        RunFolders runs = new RunFolders(request.out());
        List<PublishedRun> ofDay = request.force()
                ? List.of()
                : runs.list().stream()
                        .filter(run -> run.date().equals(request.date()))
                        .filter(new RunSeals(request.out())::isKnown)
                        .toList();
        if (ofDay.isEmpty() || Leftovers.of(request).isAny()) {
            return Optional.empty();
        }
        List<InstalledModule> modules = PluginHost.load(request.plugins());
        Project project = Project.load(request.project(), PluginHost.layerKinds(modules))
                .rankedBy(request.policy())
                .asking(request.load());
        String policy = Digests.ofFolder(project.policyFolder());
        if (ofDay.stream().noneMatch(run -> isBy(run, policy))) {
            return Optional.empty();
        }
        Progress progress = new Progress();
        LayerSet layers = new LayerSet(project, request.snapshots(), progress);
        return runs.findByInputs(new InputDigester(request, project, layers, modules, progress)
                .digest()
                .key());
    }

    private static boolean isBy(PublishedRun run, String policy) {
        return run.findManifest()
                .filter(manifest -> manifest.inputs().policy().equals(policy))
                .isPresent();
    }
}
