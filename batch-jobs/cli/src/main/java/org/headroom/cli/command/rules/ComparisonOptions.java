package org.headroom.cli.command.rules;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.headroom.cli.frame.Surroundings;
import org.headroom.cli.option.JsonOption;
import org.headroom.cli.option.OutOption;
import org.headroom.cli.preview.ComparisonJson;
import org.headroom.cli.preview.ComparisonText;
import org.headroom.host.InstalledModule;
import org.headroom.host.PluginHost;
import org.headroom.jobs.inputs.InputDigester;
import org.headroom.runs.PublishedRun;
import org.headroom.runs.RunFolders;
import org.headroom.runs.file.WholeFile;
import org.headroom.runs.preview.ChangesTable;
import org.headroom.runs.preview.PolicyRanking;
import org.headroom.runs.preview.RankingComparison;
import org.headroom.runs.preview.RescoredRun;
import org.headroom.spi.ScoringModule;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Options of the commands that compare two rankings of the sites of a run, and what they do with them. */
public final class ComparisonOptions {
    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec = CommandSpec.create();

    @Option(
            names = {"-n", "--top"},
            paramLabel = "N",
            defaultValue = "10",
            description = "How many sites are the top, and how many of the largest moves to show. Default: 10")
    private int top;

    @Option(
            names = "--csv",
            paramLabel = "FILE",
            description = "Write every site with both ranks, scores and gates as CSV.")
    private @Nullable Path csv;

    @Option(
            names = "--gpkg",
            paramLabel = "FILE",
            description = "Write every site with both ranks, scores and gates as a GeoPackage for a GIS.")
    private @Nullable Path geoPackage;

    @Mixin
    private OutOption out = new OutOption();

    @Mixin
    private JsonOption json = new JsonOption();

    /** Refuses what cannot be done before any work. */
    void check() {
        if (top < 1) {
            throw new ParameterException(spec.commandLine(), "--top is " + top + "; it must be at least 1");
        }
        for (Path file : files()) {
            WholeFile.check(file);
        }
    }

    private List<Path> files() {
        return Stream.of(csv, geoPackage)
                .filter(file -> file != null)
                .map(file -> file.toAbsolutePath().normalize())
                .toList();
    }

    Path outFolder() {
        return out.folder();
    }

    boolean isJson() {
        return json.isWanted();
    }

    /** A run by name or folder; the latest for null. */
    RescoredRun open(Surroundings surroundings, @Nullable String name) {
        RunFolders folders = new RunFolders(out.folder());
        PublishedRun run = name == null ? folders.getLatest() : folders.get(name);
        List<InstalledModule> installed = PluginHost.load(surroundings.pluginsFolder());
        List<String> changed = InputDigester.changedCode(run.manifest().inputs(), installed);
        if (!changed.isEmpty()) {
            surroundings
                    .err()
                    .println("headroom: changed since run " + run.shownName() + ": " + String.join(", ", changed)
                            + "; the next run may measure otherwise than this one did");
        }
        List<ScoringModule> modules =
                installed.stream().map(InstalledModule::module).toList();
        return new RescoredRun(run, modules, Runtime.getRuntime().availableProcessors());
    }

    RankingComparison compare(RescoredRun run, PolicyRanking before, PolicyRanking after) {
        return new RankingComparison(run, before, after, top, top);
    }

    /**
     * Prints the comparison and writes the files that are asked for.
     *
     * @param more further keys of the JSON summary
     * @param lines further lines of the text, below its summary
     * @param measured what was measured again, in words
     */
    void show(
            Surroundings surroundings,
            RescoredRun run,
            RankingComparison comparison,
            Map<String, ?> more,
            List<String> lines,
            List<String> measured) {
        if (json.isWanted()) {
            new ComparisonJson(surroundings.out()).print(run, comparison, more);
        } else {
            ComparisonText text = new ComparisonText(surroundings);
            text.summary(run, comparison, measured);
            lines.forEach(surroundings.out()::println);
            text.tables(comparison);
        }
        if (csv != null || geoPackage != null) {
            ChangesTable table = new ChangesTable(run, comparison);
            if (csv != null) {
                table.writeCsv(csv.toAbsolutePath().normalize());
            }
            if (geoPackage != null) {
                table.writeGeoPackage(geoPackage.toAbsolutePath().normalize());
            }
        }
    }
}
