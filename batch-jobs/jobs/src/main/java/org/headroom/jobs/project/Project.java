package org.headroom.jobs.project;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.headroom.host.ModuleLimits;
import org.headroom.layers.LayerDescriptor;
import org.headroom.model.LayerKind;
import org.headroom.model.LoadRequest;
import org.headroom.model.RampStep;
import org.headroom.runs.folder.KeepSpec;
import org.headroom.runs.table.PublishSpec;
import org.jspecify.annotations.Nullable;

/**
 * A project: what a run reads and what it ranks. Checked as a whole when it is read.
 *
 * @param name id of the project
 * @param title for people; may be empty
 * @param file the project file
 * @param dataFolder where the layers' source files are
 * @param policyFolder the policy
 * @param evaluationDate the project's own default day; empty when it follows the calendar
 * @param request what is to be connected
 * @param jurisdictions boundary layer that tells a site's jurisdiction; empty when there is none
 * @param layers descriptors in a fixed order; the place in the list is the layer's ordinal
 * @param candidates in the order of the file; at least one
 * @param limits how long a module may take
 * @param publish what a run publishes
 * @param watch ids of the sites that its page shows whatever their rank; a run need not have them
 * @param calendar what a night looks at to tell what comes up
 * @param keep which old runs stay
 * @param jobRepository where its jobs are kept
 * @param needsApproval whether a night goes only by a policy that somebody approved as it is
 */
public record Project(
        String name,
        String title,
        Path file,
        Path dataFolder,
        Path policyFolder,
        Optional<LocalDate> evaluationDate,
        LoadRequest request,
        Optional<String> jurisdictions,
        List<LayerDescriptor> layers,
        List<CandidateSource> candidates,
        ModuleLimits limits,
        PublishSpec publish,
        List<String> watch,
        CalendarSpec calendar,
        KeepSpec keep,
        JobRepositorySpec jobRepository,
        boolean needsApproval) {
    public Project {
        layers = List.copyOf(layers);
        candidates = List.copyOf(candidates);
        watch = List.copyOf(watch);
    }

    /** What a run publishes, with the years by which its load is wanted. */
    @Override
    public PublishSpec publish() {
        return publish.growing(request.ramp().stream().map(RampStep::year).toList());
    }

    /** The same project with another policy; with its own when none is given. */
    public Project rankedBy(@Nullable Path policy) {
        return policy == null
                ? this
                : new Project(
                        name,
                        title,
                        file,
                        dataFolder,
                        policy,
                        evaluationDate,
                        request,
                        jurisdictions,
                        layers,
                        candidates,
                        limits,
                        publish,
                        watch,
                        calendar,
                        keep,
                        jobRepository,
                        needsApproval);
    }

    /** The same project for another load; for its own when none is given. */
    public Project asking(@Nullable LoadRequest load) {
        return load == null
                ? this
                : new Project(
                        name,
                        title,
                        file,
                        dataFolder,
                        policyFolder,
                        evaluationDate,
                        load,
                        jurisdictions,
                        layers,
                        candidates,
                        limits,
                        publish,
                        watch,
                        calendar,
                        keep,
                        jobRepository,
                        needsApproval);
    }

    /**
     * Reads and checks a project file and the descriptors that it names.
     *
     * @param kinds the kinds of layer that descriptors may name
     * @throws org.headroom.model.HeadroomException of family CONFIG, naming every problem found
     */
    public static Project load(Path file, List<LayerKind> kinds) {
        return new ProjectReader(file, kinds).read();
    }
}
