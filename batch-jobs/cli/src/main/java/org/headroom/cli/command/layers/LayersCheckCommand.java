package org.headroom.cli.command.layers;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
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
import org.headroom.layers.LayerAge;
import org.headroom.layers.LayerCounts;
import org.headroom.layers.LayerDescriptor;
import org.headroom.layers.LayerLoader;
import org.headroom.layers.LoadedLayer;
import org.headroom.model.DataIssue;
import org.headroom.model.FailureFamily;
import org.headroom.model.HeadroomException;
import org.headroom.model.Printable;
import org.headroom.spi.FeatureLayer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Reads every layer of a project as a run would, and tells what became of its records. */
@Command(
        name = "check",
        header = "Reads the layers of a project and reports every problem in them.",
        description =
                "Nothing is written. Exits with 3 when a layer cannot be used, and with --strict with 4 when records are skipped.")
public final class LayersCheckCommand implements Callable<Integer> {
    private static final int SHOWN_ISSUES = 5;

    private final Surroundings surroundings;

    @Parameters(
            arity = "0..1",
            paramLabel = "FILE",
            description =
                    "A data file or a descriptor to check without a project. A data file is read by a guessed descriptor.")
    private @Nullable Path file;

    @Mixin
    private KindOption kind = new KindOption();

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
        List<LayerDescriptor> layers;
        Loads loads;
        if (file == null) {
            Project loaded = project.load(surroundings);
            layers = loaded.layers();
            loads = new Loads(layers, loaded.dataFolder(), loaded.jurisdictions());
        } else {
            FileLayer single = FileLayer.of(file, kind, KindOption.all(surroundings));
            layers = List.of(single.descriptor());
            loads = new Loads(layers, single.dataFolder(), Optional.empty());
        }
        Table table = new Table("LAYER", "KIND", ">READ", ">USED", ">SKIPPED", ">FILTERED", ">ISSUES", ">AGE");
        int code = ExitCode.DONE;
        for (LayerDescriptor descriptor : layers) {
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
        table.print(surroundings);
        return code;
    }

    /** Layers loaded once each, those that others are joined to before these. */
    private static final class Loads {
        private final List<LayerDescriptor> layers;
        private final LayerLoader loader;
        private final Optional<String> jurisdictions;
        private final Map<String, LoadedLayer> done = new LinkedHashMap<>();
        private @Nullable Optional<PlaceCheck> places;

        Loads(List<LayerDescriptor> layers, Path dataFolder, Optional<String> jurisdictions) {
            this.layers = layers;
            this.jurisdictions = jurisdictions;
            this.loader = new LayerLoader(dataFolder);
        }

        /** The layer with what is odd about its places, where the layer of jurisdictions can be read. */
        LoadedLayer checked(LayerDescriptor descriptor) {
            LoadedLayer layer = get(descriptor.id());
            if (places == null) {
                places = jurisdictions.flatMap(this::check);
            }
            return places.map(check -> check.check(descriptor, layer)).orElse(layer);
        }

        private Optional<PlaceCheck> check(String areas) {
            try {
                return Optional.of(new PlaceCheck((FeatureLayer) get(areas).layer()));
            } catch (HeadroomException refused) {
                // It is told when it is its turn.
                return Optional.empty();
            }
        }

        LoadedLayer get(String id) {
            LoadedLayer layer = done.get(id);
            if (layer == null) {
                int ordinal = layers.stream().map(LayerDescriptor::id).toList().indexOf(id);
                if (ordinal < 0) {
                    throw new HeadroomException(
                            FailureFamily.CONFIG,
                            "the layer is joined to layer " + id + ", which only its project has",
                            "Check it with --project.");
                }
                layer = loader.load(layers.get(ordinal), ordinal, joined ->
                        (FeatureLayer) get(joined).layer());
                done.put(id, layer);
            }
            return layer;
        }
    }

    private void show(Table table, LayerDescriptor descriptor, LoadedLayer layer) {
        LayerCounts counts = layer.counts();
        List<DataIssue> issues = new ArrayList<>(layer.issues());
        LayerAge age = LayerAge.of(descriptor, LocalDate.now(surroundings.clock()));
        DataIssue aged = age.issue(descriptor);
        if (aged != null) {
            issues.add(0, aged);
        }
        if (json.isWanted()) {
            Map<String, Object> values = new LinkedHashMap<>();
            values.put("layer", descriptor.id());
            values.put("kind", descriptor.kind().id());
            values.put("read", counts.read());
            values.put("used", counts.used());
            values.put("skipped", counts.skipped());
            values.put("filtered", counts.filtered());
            values.put("ageDays", age.ageDays());
            values.put("use", age.use().name());
            values.put("issues", issues.stream().map(LayersCheckCommand::json).toList());
            JsonLines.print(surroundings.out(), values);
            return;
        }
        table.add(
                descriptor.id(),
                descriptor.kind().id(),
                Long.toString(counts.read()),
                Long.toString(counts.used()),
                Long.toString(counts.skipped()),
                Long.toString(counts.filtered()),
                Integer.toString(issues.size()),
                age.ageDays() == null ? "-" : age.ageDays() + " d");
        issues.stream().limit(SHOWN_ISSUES).forEach(this::tell);
        if (issues.size() > SHOWN_ISSUES) {
            surroundings
                    .err()
                    .println(descriptor.id() + ": " + (issues.size() - SHOWN_ISSUES)
                            + " more, all with --json; most frequent: " + mostFrequent(issues));
        }
    }

    private static String mostFrequent(List<DataIssue> issues) {
        Map<String, Long> counts = issues.stream()
                .collect(Collectors.groupingBy(
                        issue -> (issue.field().isEmpty() ? "" : issue.field() + " = ")
                                + (issue.value().isEmpty()
                                        ? issue.reason()
                                        : "\"" + Printable.line(issue.value()) + "\""),
                        TreeMap::new,
                        Collectors.counting()));
        return counts.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
                .limit(SHOWN_ISSUES)
                .map(entry -> entry.getValue() + " x " + entry.getKey())
                .collect(Collectors.joining(", "));
    }

    private static Map<String, Object> json(DataIssue issue) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("effect", issue.effect().name());
        values.put("record", issue.record());
        values.put("recordId", issue.recordId());
        values.put("field", issue.field());
        values.put("value", issue.value());
        values.put("reason", issue.reason());
        values.put("longitude", Double.isNaN(issue.longitude()) ? null : issue.longitude());
        values.put("latitude", Double.isNaN(issue.latitude()) ? null : issue.latitude());
        return values;
    }

    private void tell(DataIssue issue) {
        String record = issue.record() == 0 ? "" : " record " + issue.record();
        String value = issue.field().isEmpty() && issue.value().isEmpty()
                ? ""
                : (issue.field().isEmpty() ? ", " : ", field " + issue.field() + " = ") + "\"" + issue.value() + "\"";
        surroundings
                .err()
                .println(Printable.line(issue.layer() + ": " + issue.file() + record + value + ": " + issue.reason()
                        + " [" + issue.effect() + "]"));
    }
}
