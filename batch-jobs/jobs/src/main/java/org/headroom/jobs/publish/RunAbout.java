package org.headroom.jobs.publish;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.headroom.export.About;
import org.headroom.export.MapClasses;
import org.headroom.jobs.load.LayerAges;
import org.headroom.jobs.project.Project;
import org.headroom.layers.LayerDescriptor;
import org.headroom.layers.LoadedLayer;
import org.headroom.rules.policy.Policy;

/** What the files of a run say of it, from its project and the layers that were read. */
record RunAbout(Project project, Policy policy, LocalDate date, String run, List<LoadedLayer> layers, LayerAges ages) {
    About make(MapClasses classes) {
        return new About(
                project.title(),
                project.name(),
                run,
                date,
                project.request().sector(),
                project.request().requestedLoadMw(),
                policy.id() + " " + policy.version(),
                policy.digest(),
                notes(),
                classes);
    }

    private List<About.LayerNote> notes() {
        List<About.LayerNote> notes = new ArrayList<>();
        for (LoadedLayer loaded : layers) {
            LayerDescriptor descriptor = project.layers().get(loaded.layer().ordinal());
            LocalDate asOf = loaded.layer().asOf();
            notes.add(new About.LayerNote(
                    descriptor.id(),
                    descriptor.title(),
                    descriptor.kind().id(),
                    descriptor.source().publisher(),
                    descriptor.source().reference(),
                    descriptor.source().licence(),
                    asOf == null ? "" : asOf.toString(),
                    ages.get(descriptor.id()).use().name(),
                    loaded.counts().used()));
        }
        return notes;
    }
}
