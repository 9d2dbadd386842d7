package org.headroom.jobs.publish;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.headroom.jobs.project.Project;
import org.headroom.layers.LayerDescriptor;
import org.headroom.layers.LoadedLayer;
import org.headroom.model.DataIssue;
import org.headroom.runs.Manifest;
import org.headroom.runs.PublishedRun;
import org.headroom.runs.RunFolders;

/** Names the layers of which most records are gone since the run before: an export that was cut looks like this. */
final class ShrunkLayers {
    /** Fewer than this share of the records before is far fewer. */
    private static final double FAR_FEWER = 0.5;

    private static final long FEWEST_COMPARED = 10;

    private ShrunkLayers() {}

    /**
     * An issue for each such layer.
     *
     * @param runs the folder that holds the run before, if any
     * @param date evaluation date, ISO 8601; only runs up to that day are compared with
     */
    static List<DataIssue> since(RunFolders runs, Project project, String date, List<LoadedLayer> layers) {
        Optional<Manifest> before = runs.list().stream()
                .filter(run -> run.date().compareTo(date) <= 0)
                .map(PublishedRun::findManifest)
                .flatMap(Optional::stream)
                .filter(manifest -> manifest.project().equals(project.name()))
                .findFirst();
        if (before.isEmpty()) {
            return List.of();
        }
        Map<String, Long> used = before.get().layers().stream()
                .collect(Collectors.toMap(Manifest.LayerEntry::layer, Manifest.LayerEntry::used, (one, other) -> one));
        List<DataIssue> issues = new ArrayList<>();
        for (int i = 0; i < layers.size(); i++) {
            LayerDescriptor descriptor = project.layers().get(i);
            long then = used.getOrDefault(descriptor.id(), 0L);
            long now = layers.get(i).counts().used();
            if (then >= FEWEST_COMPARED && now < FAR_FEWER * then) {
                issues.add(new DataIssue(
                        DataIssue.Effect.NOTED,
                        descriptor.id(),
                        descriptor.source().file(),
                        0,
                        "",
                        "",
                        "",
                        "the layer has " + now + " records, where the run before, of "
                                + before.get().evaluationDate() + ", had " + then,
                        Double.NaN,
                        Double.NaN));
            }
        }
        return issues;
    }
}
