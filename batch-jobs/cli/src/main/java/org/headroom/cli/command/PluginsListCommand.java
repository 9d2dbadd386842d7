package org.headroom.cli.command;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.headroom.cli.frame.ExitCode;
import org.headroom.cli.frame.Surroundings;
import org.headroom.cli.option.CommonOptions;
import org.headroom.cli.option.JsonOption;
import org.headroom.cli.option.PolicyOption;
import org.headroom.cli.show.JsonLines;
import org.headroom.cli.show.Table;
import org.headroom.host.InstalledModule;
import org.headroom.model.Criterion;
import org.headroom.model.LayerKind;
import org.headroom.spi.LayerNeed;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Lists the scoring modules. */
@Command(
        name = "list",
        header = "Lists the scoring modules: their criteria, units and layers, and where they were loaded from.")
public final class PluginsListCommand implements Callable<Integer> {
    private final Surroundings surroundings;

    @Mixin
    private PolicyOption policy = new PolicyOption();

    @Mixin
    private JsonOption json = new JsonOption();

    @Mixin
    private CommonOptions common = new CommonOptions();

    /** The command in these surroundings. */
    public PluginsListCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        common.startLogging();
        List<InstalledModule> modules = policy.modules(surroundings);
        if (json.isWanted()) {
            modules.forEach(module -> JsonLines.print(surroundings.out(), values(module)));
            return ExitCode.DONE;
        }
        Table table = new Table("MODULE", "VERSION", ">SPI", "LAYERS", "LOADED FROM");
        Table criteria = new Table("CRITERION", "UNIT", "DIRECTION", "MODULE", "MEASURES");
        for (InstalledModule installed : modules) {
            List<String> layers = layers(installed);
            table.add(
                    installed.module().id(),
                    installed.version(),
                    Integer.toString(installed.module().spiVersion()),
                    layers.isEmpty() ? "-" : String.join(", ", layers),
                    installed.location());
            for (Criterion criterion : installed.module().criteria()) {
                criteria.add(
                        criterion.id(),
                        criterion.isCategory() ? String.join("|", criterion.labels()) : criterion.unit(),
                        criterion.direction().name(),
                        installed.module().id(),
                        criterion.label());
            }
        }
        table.print(surroundings);
        surroundings.out().println();
        criteria.print(surroundings);
        return ExitCode.DONE;
    }

    /** Kinds of layer; a question mark stands behind one that the module can do without. */
    private static List<String> layers(InstalledModule installed) {
        return Stream.concat(
                        installed.module().layers().stream()
                                .map(need -> need.kind().id() + (need.required() ? "" : "?")),
                        installed.module().layerIds().stream().map(id -> "layer " + id + "?"))
                .toList();
    }

    private static Map<String, Object> values(InstalledModule installed) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("module", installed.module().id());
        values.put("version", installed.version());
        values.put("spiVersion", installed.module().spiVersion());
        values.put("location", installed.location());
        values.put(
                "layers",
                installed.module().layers().stream()
                        .map(PluginsListCommand::values)
                        .toList());
        values.put("layerIds", List.copyOf(installed.module().layerIds()));
        values.put(
                "layerKinds",
                installed.module().layerKinds().stream().map(LayerKind::id).toList());
        values.put(
                "criteria",
                installed.module().criteria().stream()
                        .map(PluginsListCommand::values)
                        .toList());
        return values;
    }

    private static Map<String, Object> values(LayerNeed need) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("kind", need.kind().id());
        values.put("required", need.required());
        return values;
    }

    private static Map<String, Object> values(Criterion criterion) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("criterion", criterion.id());
        values.put("label", criterion.label());
        values.put("unit", criterion.unit());
        values.put("direction", criterion.direction().name());
        values.put("labels", criterion.labels());
        values.put("description", criterion.description());
        values.put("source", criterion.formulaSource());
        return values;
    }
}
