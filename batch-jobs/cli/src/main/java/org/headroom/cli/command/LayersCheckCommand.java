package org.headroom.cli.command;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.headroom.cli.frame.ExitCode;
import org.headroom.cli.frame.Failures;
import org.headroom.cli.frame.Surroundings;
import org.headroom.cli.option.CommonOptions;
import org.headroom.cli.option.JsonOption;
import org.headroom.cli.option.ProjectOption;
import org.headroom.cli.show.JsonLines;
import org.headroom.cli.show.Table;
import org.headroom.jobs.load.PlaceCheck;
import org.headroom.jobs.project.Project;
import org.headroom.layers.LayerCounts;
import org.headroom.layers.LayerDescriptor;
import org.headroom.layers.LayerLoader;
import org.headroom.layers.LoadedLayer;
import org.headroom.model.DataIssue;
import org.headroom.model.HeadroomException;
import org.headroom.spi.FeatureLayer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Reads every layer of a project as a run would, and tells what became of its records. */
@Command(
        name = "check",
        header = "Reads the layers of a project and reports every problem in them.",
        description =
                "Nothing is written. Exits with 3 when a layer cannot be used, and with --strict with 4 when records are skipped.")
public final class LayersCheckCommand implements Callable<Integer> {
    private static final int SHOWN_ISSUES = 5;

    private final Surroundings surroundings;

    @Mixin
    private ProjectOption project = new ProjectOption();

    @Mixin
    private JsonOption json = new JsonOption();

    @Option(names = "--strict", description = "Exit with 4 when records are skipped.")
    private boolean strict;

    @Mixin
    private CommonOptions common = new CommonOptions();

    /** The command in these surroundings. */
    public LayersCheckCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        common.startLogging();
        Project loaded = project.load(surroundings);
        Loads loads = new Loads(loaded);
        Table table = new Table("LAYER", "KIND", ">READ", ">USED", ">SKIPPED", ">FILTERED", ">ISSUES");
        int code = ExitCode.DONE;
        for (LayerDescriptor descriptor : loaded.layers()) {
            try {
                LoadedLayer layer = loads.checked(descriptor);
                if (strict && layer.counts().skipped() > 0 && code == ExitCode.DONE) {
                    code = ExitCode.WITH_RESERVATIONS;
                }
                show(table, descriptor, layer);
            } catch (HeadroomException refused) {
                // The other layers are checked all the same, so that all can be mended in one go.
                code = new Failures(surroundings).report(refused);
            }
        }
        table.print(surroundings.out());
        return code;
    }

    /** Layers loaded once each, those that others are joined to before these. */
    private static final class Loads {
        private final Project project;
        private final LayerLoader loader;
        private final Map<String, LoadedLayer> done = new LinkedHashMap<>();
        private @Nullable Optional<PlaceCheck> places;

        Loads(Project project) {
            this.project = project;
            this.loader = new LayerLoader(project.dataFolder());
        }

        /** The layer with what is odd about its places, where the layer of jurisdictions can be read. */
        LoadedLayer checked(LayerDescriptor descriptor) {
            LoadedLayer layer = get(descriptor.id());
            if (places == null) {
                places = project.jurisdictions().flatMap(this::check);
            }
            return places.map(check -> check.check(descriptor, layer)).orElse(layer);
        }

        private Optional<PlaceCheck> check(String jurisdictions) {
            try {
                return Optional.of(
                        new PlaceCheck((FeatureLayer) get(jurisdictions).layer()));
            } catch (HeadroomException refused) {
                // It is told when it is its turn.
                return Optional.empty();
            }
        }

        LoadedLayer get(String id) {
            LoadedLayer layer = done.get(id);
            if (layer == null) {
                int ordinal = project.layers().stream()
                        .map(LayerDescriptor::id)
                        .toList()
                        .indexOf(id);
                layer = loader.load(project.layers().get(ordinal), ordinal, joined ->
                        (FeatureLayer) get(joined).layer());
                done.put(id, layer);
            }
            return layer;
        }
    }

    private void show(Table table, LayerDescriptor descriptor, LoadedLayer layer) {
        LayerCounts counts = layer.counts();
        if (json.isWanted()) {
            Map<String, Object> values = new LinkedHashMap<>();
            values.put("layer", descriptor.id());
            values.put("kind", descriptor.kind().id());
            values.put("read", counts.read());
            values.put("used", counts.used());
            values.put("skipped", counts.skipped());
            values.put("filtered", counts.filtered());
            values.put("issues", layer.issues().size());
            JsonLines.print(surroundings.out(), values);
        } else {
            table.add(
                    descriptor.id(),
                    descriptor.kind().id(),
                    Long.toString(counts.read()),
                    Long.toString(counts.used()),
                    Long.toString(counts.skipped()),
                    Long.toString(counts.filtered()),
                    Integer.toString(layer.issues().size()));
        }
        layer.issues().stream().limit(SHOWN_ISSUES).forEach(this::tell);
        if (layer.issues().size() > SHOWN_ISSUES) {
            surroundings
                    .err()
                    .println(descriptor.id() + ": " + (layer.issues().size() - SHOWN_ISSUES)
                            + " more; a run lists all in issues.csv");
        }
    }

    private void tell(DataIssue issue) {
        surroundings
                .err()
                .println(issue.layer() + ": " + issue.file() + " record " + issue.record()
                        + (issue.field().isEmpty() ? "" : ", field " + issue.field() + " = \"" + issue.value() + "\"")
                        + ": " + issue.reason() + " [" + issue.effect() + "]");
    }
}
