package org.headroom.jobs.project;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import org.headroom.config.Problems;
import org.headroom.config.SchemaCheck;
import org.headroom.config.YamlDocument;
import org.headroom.host.ModuleLimits;
import org.headroom.layers.DescriptorReader;
import org.headroom.layers.LayerDescriptor;
import org.headroom.model.FailureFamily;
import org.headroom.model.HeadroomException;
import org.headroom.model.LayerKind;
import org.headroom.model.LoadRequest;
import org.headroom.model.NearestName;
import org.headroom.model.SiteOrigin;
import org.headroom.runs.folder.KeepSpec;
import org.headroom.runs.store.MeasurementFile;
import org.headroom.runs.table.PublishSpec;

/** Reads one project file. */
final class ProjectReader {
    private static final SchemaCheck SCHEMA = SchemaCheck.ofResource(ProjectReader.class, "project.schema.json");
    private static final String ADVICE = "Correct the project file; its schema is project.schema.json.";

    private final Path file;
    private final YamlDocument document;
    private final Problems problems;
    private final List<LayerKind> kinds;

    ProjectReader(Path path, List<LayerKind> kinds) {
        this.kinds = kinds;
        this.file = path.toAbsolutePath().normalize();
        if (!Files.isRegularFile(file)) {
            throw new HeadroomException(
                    FailureFamily.CONFIG,
                    "there is no project file " + file,
                    "Give one with --project; geodata/catalog/samples/headroom.yaml is an example.");
        }
        this.document = YamlDocument.read(file, String.valueOf(file.getFileName()), FailureFamily.CONFIG);
        this.problems = new Problems(document);
    }

    Project read() {
        SCHEMA.check(document, problems);
        problems.throwIfAny(ADVICE);
        JsonNode root = document.root();
        Path dataFolder = dataFolder(root.path("dataFolder").asText("."));
        Path policy = resolve(root.path("policy").asText());
        if (Files.isRegularFile(policy)) {
            problems.add("/policy", policy + " is a file; write the folder that it lies in");
        } else if (!Files.isDirectory(policy)) {
            problems.add(
                    "/policy",
                    "there is no policy folder " + policy
                            + "; the name of a policy that comes with Headroom is for rank --policy, here stands a folder");
        }
        Map<String, LayerDescriptor> layers = layers(root.path("layers"));
        Optional<String> jurisdictions = root.has("jurisdictions")
                ? Optional.of(root.path("jurisdictions").asText())
                : Optional.empty();
        jurisdictions.ifPresent(id -> expectLayer("/jurisdictions", id, layers, Set.of(LayerKind.BOUNDARY)));
        List<CandidateSource> candidates = candidates(root.path("candidates"), layers);
        PublishSpec publish = new PublishReader(problems).read(root.path("publish"));
        LoadRequest request = new RequestReader(problems).read(root.path("request"));
        Optional<LocalDate> date = root.has("evaluationDate") ? date(root.path("evaluationDate")) : Optional.empty();
        problems.throwIfAny(ADVICE);
        return new Project(
                root.path("project").asText(),
                root.path("title").asText(""),
                file,
                dataFolder,
                policy,
                date,
                request,
                jurisdictions,
                List.copyOf(layers.values()),
                candidates,
                limits(root.path("limits")),
                publish,
                texts(root.path("watch")),
                calendar(root.path("calendar")),
                new KeepSpec(number(root.path("keep"), "runs"), number(root.path("keep"), "days")),
                jobRepository(root.path("jobRepository")),
                root.path("approval").path("required").asBoolean(false));
    }

    private static JobRepositorySpec jobRepository(JsonNode repository) {
        return new JobRepositorySpec(
                text(repository, "url"), text(repository, "user"), number(repository, "patienceSeconds"));
    }

    private static CalendarSpec calendar(JsonNode calendar) {
        return new CalendarSpec(
                number(calendar, "days").orElse(CalendarSpec.USUAL.days()),
                number(calendar, "mostSites").orElse(CalendarSpec.USUAL.mostSites()));
    }

    private static OptionalInt number(JsonNode object, String key) {
        return object.has(key) ? OptionalInt.of(object.path(key).asInt()) : OptionalInt.empty();
    }

    private static List<String> texts(JsonNode list) {
        List<String> texts = new ArrayList<>();
        list.forEach(entry -> texts.add(entry.asText()));
        return texts;
    }

    private static Optional<String> text(JsonNode node, String key) {
        return node.has(key) ? Optional.of(node.path(key).asText()) : Optional.empty();
    }

    private static ModuleLimits limits(JsonNode limits) {
        ModuleLimits usual = ModuleLimits.DEFAULT;
        return new ModuleLimits(
                seconds(limits.path("moduleBindSeconds"), usual.bind()),
                seconds(limits.path("moduleBlockSeconds"), usual.block()));
    }

    private static Duration seconds(JsonNode value, Duration usual) {
        return value.isMissingNode() ? usual : Duration.ofMillis(Math.round(value.asDouble() * 1000));
    }

    private Path dataFolder(String written) {
        Optional<String> secret = DefaultedText.findSecret(written);
        if (secret.isPresent()) {
            problems.add(
                    "/dataFolder",
                    "names the environment variable " + secret.get()
                            + ", which holds a secret by its name; messages show the folder, so name another variable");
            return resolve(".");
        }
        Path folder = resolve(DefaultedText.expand(written, System.getenv()));
        if (!Files.isDirectory(folder)) {
            problems.add("/dataFolder", "there is no data folder " + folder);
        }
        return folder;
    }

    private Path resolve(String written) {
        Path folder = file.getParent();
        return (folder == null ? Path.of(written) : folder.resolve(written)).normalize();
    }

    private Map<String, LayerDescriptor> layers(JsonNode patterns) {
        DescriptorReader reader = new DescriptorReader(kinds);
        Map<String, LayerDescriptor> layers = new LinkedHashMap<>();
        List<String> refused = new ArrayList<>();
        for (int i = 0; i < patterns.size(); i++) {
            String pattern = patterns.path(i).asText();
            List<Path> files = DescriptorFiles.matching(file, pattern);
            if (files.isEmpty()) {
                problems.add("/layers/" + i, "no file matches \"" + pattern + "\"");
            }
            for (Path descriptorFile : files) {
                try {
                    LayerDescriptor descriptor = reader.read(descriptorFile);
                    LayerDescriptor same = layers.putIfAbsent(descriptor.id(), descriptor);
                    if (same != null) {
                        problems.add(
                                "/layers/" + i,
                                "layer " + descriptor.id() + " is described twice, by " + same.file() + " and by "
                                        + descriptor.file());
                    }
                } catch (HeadroomException e) {
                    refused.add(String.valueOf(e.getMessage()));
                }
            }
        }
        if (!refused.isEmpty()) {
            throw new HeadroomException(
                    FailureFamily.CONFIG, String.join("\n", refused), "Correct the layer descriptors.");
        }
        if (layers.size() > MeasurementFile.MAX_LAYERS) {
            problems.add(
                    "/layers",
                    "there are " + layers.size() + " layers; at most " + MeasurementFile.MAX_LAYERS + " are allowed");
        }
        layers.values().forEach(layer -> layer.joinedLayer().ifPresent(joined -> {
            expectLayer("/layers", joined, layers, Set.of(LayerKind.BOUNDARY));
            refuseCircle(layer, layers);
        }));
        return layers;
    }

    private void refuseCircle(LayerDescriptor start, Map<String, LayerDescriptor> layers) {
        Set<String> seen = new HashSet<>();
        LayerDescriptor layer = start;
        while (layer != null && layer.joinedLayer().isPresent()) {
            if (!seen.add(layer.id())) {
                problems.add("/layers", "the joins of layer " + start.id() + " go in a circle");
                return;
            }
            layer = layers.get(layer.joinedLayer().get());
        }
    }

    private List<CandidateSource> candidates(JsonNode list, Map<String, LayerDescriptor> layers) {
        Set<LayerKind> candidateKinds =
                kinds.stream().filter(kind -> kind.siteIdField().isPresent()).collect(Collectors.toSet());
        List<CandidateSource> candidates = new ArrayList<>();
        for (int i = 0; i < list.size(); i++) {
            JsonNode entry = list.path(i);
            String at = "/candidates/" + i;
            if (entry.has("grid")) {
                JsonNode grid = entry.path("grid");
                expectLayer(at + "/grid/within", grid.path("within").asText(), layers, Set.of(LayerKind.BOUNDARY));
                candidates.add(new CandidateSource.Grid(
                        grid.path("within").asText(),
                        grid.path("spacingKm").asDouble(),
                        grid.path("idPrefix").asText("")));
            } else {
                expectLayer(at + "/layer", entry.path("layer").asText(), layers, candidateKinds);
                candidates.add(new CandidateSource.FromLayer(
                        entry.path("layer").asText(),
                        SiteOrigin.valueOf(entry.path("origin").asText(SiteOrigin.GREENFIELD.name())),
                        entry.path("idPrefix").asText("")));
            }
        }
        return candidates;
    }

    private void expectLayer(String at, String id, Map<String, LayerDescriptor> layers, Set<LayerKind> kinds) {
        LayerDescriptor layer = layers.get(id);
        if (layer == null) {
            problems.add(at, "there is no layer \"" + id + "\"" + NearestName.hint(id, layers.keySet()));
        } else if (!kinds.contains(layer.kind())) {
            problems.add(
                    at,
                    "layer " + id + " is of kind " + layer.kind().id() + ", but must be of kind "
                            + String.join(
                                    " or ",
                                    kinds.stream().map(LayerKind::id).sorted().toList()));
        }
    }

    private Optional<LocalDate> date(JsonNode value) {
        try {
            return Optional.of(LocalDate.parse(value.asText()));
        } catch (DateTimeParseException e) {
            problems.add("/evaluationDate", "\"" + value.asText() + "\" is not a day like 2026-06-01");
            return Optional.empty();
        }
    }
}
