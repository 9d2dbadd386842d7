package org.headroom.jobs.publish;

import java.nio.file.Path;
import java.util.TreeMap;
import org.headroom.jobs.load.LayerSet;
import org.headroom.jobs.project.Project;
import org.headroom.layers.DefaultFeatureLayer;
import org.headroom.layers.LayerDescriptor;
import org.headroom.layers.LoadedLayer;
import org.headroom.report.RunReport;
import org.headroom.report.data.Given;
import org.headroom.report.data.RunInput;
import org.headroom.report.data.Shapes;
import org.headroom.rules.policy.Policy;
import org.headroom.runs.ExplanationFiles;
import org.headroom.runs.Manifest;
import org.headroom.runs.table.PublishSpec;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/** Writes the page of a run, where the project wants one: from the files that lie in it, and from what only its project and layers know. */
record PageMaker(Project project, Policy policy, LayerSet layers, int threads) {
    /** @param manifest what the manifest will say, but for its files */
    void write(Path folder, Manifest manifest) {
        if (!project.publish().formats().contains(PublishSpec.PAGE)) {
            return;
        }
        ExplanationFiles files = new ExplanationFiles(folder.resolve("explanations"));
        TreeMap<String, String> licences = new TreeMap<>();
        for (LayerDescriptor layer : project.layers()) {
            if (!layer.source().licence().isEmpty()) {
                licences.put(layer.id(), layer.source().licence());
            }
        }
        Given given = new Given(Given.FORMAT, project.watch(), licences, Shapes.of(files, this::area));
        RunReport.write(new RunInput(folder, manifest, policy, given, threads));
    }

    private @Nullable Geometry area(int layer, int record) {
        LoadedLayer loaded = layers.all().get(layer);
        return loaded.layer() instanceof DefaultFeatureLayer features ? features.area(record) : null;
    }
}
