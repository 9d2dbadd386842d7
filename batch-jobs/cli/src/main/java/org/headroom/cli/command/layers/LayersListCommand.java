package org.headroom.cli.command.layers;

import java.nio.file.Files;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.headroom.cli.frame.ExitCode;
import org.headroom.cli.frame.Surroundings;
import org.headroom.cli.option.CommonOptions;
import org.headroom.cli.option.JsonOption;
import org.headroom.cli.option.ProjectOption;
import org.headroom.cli.show.JsonLines;
import org.headroom.cli.show.Table;
import org.headroom.jobs.project.Project;
import org.headroom.layers.LayerDescriptor;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Lists the layers of a project by their descriptors; reads no data. */
@Command(name = "list", header = "Lists the layers of a project.")
public final class LayersListCommand implements Callable<Integer> {
    private final Surroundings surroundings;

    @Mixin
    private ProjectOption project = new ProjectOption();

    @Mixin
    private JsonOption json = new JsonOption();

    @Mixin
    private CommonOptions common = new CommonOptions();

    /** The command in these surroundings. */
    public LayersListCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        common.startLogging();
        Project loaded = project.load(surroundings);
        Table table = new Table("LAYER", "KIND", "FORMAT", "AS OF", "EVIDENCE", "FILE", "TITLE");
        for (LayerDescriptor layer : loaded.layers()) {
            boolean isThere = layer.source().isDatabase()
                    || Files.exists(loaded.dataFolder().resolve(layer.source().file()));
            String asOf = String.valueOf(layer.source().asOf());
            if (json.isWanted()) {
                Map<String, Object> values = new LinkedHashMap<>();
                values.put("layer", layer.id());
                values.put("kind", layer.kind().id());
                values.put("format", layer.source().format().id());
                values.put("asOf", layer.source().asOf() == null ? null : asOf);
                values.put("evidence", layer.source().evidence().name());
                values.put("file", layer.source().file());
                values.put("fileExists", isThere);
                values.put("publisher", layer.source().publisher());
                values.put("licence", layer.source().licence());
                values.put("title", layer.title());
                JsonLines.print(surroundings.out(), values);
            } else {
                table.add(
                        layer.id(),
                        layer.kind().id(),
                        layer.source().format().id(),
                        layer.source().asOf() == null ? "-" : asOf,
                        layer.source().evidence().name(),
                        layer.source().file() + (isThere ? "" : " (missing)"),
                        layer.title());
            }
        }
        table.print(surroundings);
        return ExitCode.DONE;
    }
}
