package org.headroom.cli.command.published;

import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.headroom.cli.frame.ExitCode;
import org.headroom.cli.frame.Surroundings;
import org.headroom.cli.option.CommonOptions;
import org.headroom.feeds.RunContent;
import org.headroom.feeds.RunExport;
import org.headroom.feeds.postgis.RunDatabase;
import org.headroom.host.InstalledModule;
import org.headroom.host.PluginHost;
import org.headroom.model.FailureFamily;
import org.headroom.model.HeadroomException;
import org.headroom.runs.PublishedRun;
import org.headroom.runs.table.PublishSpec;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Has a run that was published in another format. */
@Command(
        name = "export",
        header = "Writes a run in further formats: GeoJSON, FlatGeobuf, GeoParquet, KML, CSV, XLSX, JSON Lines ...",
        description = {
            "The run itself stays as it is. All columns are written that there are; docs/FIELDS.md says what they"
                    + " mean.",
            "A project that wants a format every night names it in publish: formats."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  headroom runs export --format geojson                    the latest run, into this folder",
            "  headroom runs export 2026-05-01-1 -f xlsx -f kml --to for-the-boss",
            "  headroom runs export --server jdbc:postgresql://gis.example.org/grid?user=planner"
        })
public final class RunsExportCommand implements Callable<Integer> {
    private static final String SCHEMA = "[a-z_][a-z0-9_]{0,62}";

    private final Surroundings surroundings;

    @Mixin
    private RunArgument runs = new RunArgument();

    @Option(
            names = {"-f", "--format"},
            paramLabel = "FORMAT",
            description =
                    "shapefile, geopackage, geojson, flatgeobuf, geoparquet, geoparquet-parts, kml, csv, jsonl or xlsx; may be given"
                            + " several times.")
    private List<String> formats = List.of();

    @Option(
            names = "--to",
            paramLabel = "FOLDER",
            defaultValue = ".",
            description = "The folder to write into; made where there is none, files of the same name are replaced."
                    + " Default: this one.")
    private Path folder = Path.of(".");

    @Option(
            names = "--server",
            paramLabel = "ADDRESS",
            description =
                    "A PostgreSQL server with PostGIS to write the run to: jdbc:postgresql://host:5432/database?user=name."
                            + " The password is PGPASSWORD, or that of ~/.pgpass.")
    private @Nullable String server;

    @Option(
            names = "--schema",
            paramLabel = "NAME",
            defaultValue = PublishSpec.Server.USUAL_SCHEMA,
            description = "Its schema; made where there is none. Default: ${DEFAULT-VALUE}.")
    private String schema = PublishSpec.Server.USUAL_SCHEMA;

    @Mixin
    private CommonOptions common = new CommonOptions();

    /** The command in these surroundings. */
    public RunsExportCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        common.startLogging();
        if (formats.isEmpty() && server == null) {
            throw new HeadroomException(
                    FailureFamily.CONFIG,
                    "nothing is said of what to write",
                    "Give --format, such as --format geojson, or --server.");
        }
        PublishedRun run = runs.published();
        Set<String> wanted = new LinkedHashSet<>(formats);
        RunContent content = RunContent.of(
                run,
                PluginHost.load(surroundings.pluginsFolder()).stream()
                        .map(InstalledModule::module)
                        .toList(),
                Runtime.getRuntime().availableProcessors());
        if (!wanted.isEmpty()) {
            RunExport.write(content, wanted, folder);
            tell(run, "as " + String.join(", ", wanted) + " into " + folder);
        }
        if (server != null) {
            if (!schema.matches(SCHEMA)) {
                throw new HeadroomException(
                        FailureFamily.CONFIG,
                        "--schema \"" + schema + "\" is no name of small letters, digits and underscores",
                        "Give another.");
            }
            RunDatabase.write(content, new PublishSpec.Server(server, schema), (layer, record) -> null);
            tell(run, "into schema " + schema);
        }
        return ExitCode.DONE;
    }

    private void tell(PublishedRun run, String how) {
        surroundings.err().println("headroom: wrote run " + run.name() + " " + how);
    }
}
