package org.headroom.cli.command.published;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.headroom.cli.frame.ExitCode;
import org.headroom.cli.frame.Surroundings;
import org.headroom.cli.option.CommonOptions;
import org.headroom.cli.option.JsonOption;
import org.headroom.cli.show.JsonLines;
import org.headroom.feeds.field.FieldsPage;
import org.headroom.feeds.field.OutputField;
import org.headroom.feeds.field.OutputFields;
import org.headroom.host.InstalledModule;
import org.headroom.host.PluginHost;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** The catalogue of what a run gives. */
@Command(
        name = "fields",
        header = "Shows the fields of every output: name, short name, unit, meaning, source, and what empty means.",
        description = "The page is Markdown: docs/FIELDS.md is the one of the modules that are shipped.")
public final class RunsFieldsCommand implements Callable<Integer> {
    private final Surroundings surroundings;

    @Mixin
    private JsonOption json = new JsonOption();

    @Mixin
    private CommonOptions common = new CommonOptions();

    /** The command in these surroundings. */
    public RunsFieldsCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        common.startLogging();
        List<OutputField> fields = new OutputFields(PluginHost.load(surroundings.pluginsFolder()).stream()
                        .map(InstalledModule::module)
                        .toList())
                .all();
        if (json.isWanted()) {
            fields.forEach(field -> JsonLines.print(surroundings.out(), values(field)));
        } else {
            surroundings.out().print(FieldsPage.markdown(fields));
        }
        return ExitCode.DONE;
    }

    private static Map<String, String> values(OutputField field) {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("output", field.output());
        values.put("field", field.name());
        values.put("dbf", field.dbf());
        values.put("alias", field.alias());
        values.put("unit", field.unit());
        values.put("meaning", field.meaning());
        values.put("source", field.source());
        values.put("unknown", field.unknown());
        return values;
    }
}
