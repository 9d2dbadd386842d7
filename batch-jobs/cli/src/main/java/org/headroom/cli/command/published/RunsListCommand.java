package org.headroom.cli.command.published;

import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.headroom.cli.frame.ExitCode;
import org.headroom.cli.frame.Surroundings;
import org.headroom.cli.option.CommonOptions;
import org.headroom.cli.option.JsonOption;
import org.headroom.cli.option.OutOption;
import org.headroom.cli.show.JsonLines;
import org.headroom.cli.show.Table;
import org.headroom.runs.Manifest;
import org.headroom.runs.PublishedRun;
import org.headroom.runs.RunFolders;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Lists the published runs of a folder. */
@Command(name = "list", header = "Lists the runs in a folder, the latest first, and behind them what-if runs.")
public final class RunsListCommand implements Callable<Integer> {
    private final Surroundings surroundings;

    @Mixin
    private OutOption out = new OutOption();

    @Mixin
    private JsonOption json = new JsonOption();

    @Mixin
    private CommonOptions common = new CommonOptions();

    /** The command in these surroundings. */
    public RunsListCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        common.startLogging();
        RunFolders folders = new RunFolders(out.folder());
        List<PublishedRun> runs = Stream.concat(folders.list().stream(), folders.whatIfs().stream())
                .toList();
        if (runs.isEmpty()) {
            surroundings.err().println("headroom: there is no run in " + out.folder());
        }
        Table table =
                new Table("RUN", "DATE", "POLICY", ">SITES", "FIRST", "PROJECT", ">EXCLUDED", ">SKIPPED", ">ISSUES");
        for (PublishedRun run : runs) {
            Optional<Manifest> found = run.findManifest();
            if (found.isEmpty()) {
                // One that was removed since it was listed is just gone.
                if (Files.exists(run.folder())) {
                    surroundings
                            .err()
                            .println("headroom: run " + run.shownName() + " is damaged; see \"headroom runs verify "
                                    + run.shownName() + "\"");
                }
                continue;
            }
            Manifest manifest = found.get();
            if (json.isWanted()) {
                JsonLines.print(surroundings.out(), values(run, manifest));
            } else {
                table.add(
                        run.shownName(),
                        manifest.evaluationDate(),
                        manifest.policy().policy() + " " + manifest.policy().version(),
                        Long.toString(manifest.counts().ranked()),
                        first(run),
                        manifest.project(),
                        Long.toString(manifest.counts().excluded()),
                        Long.toString(manifest.counts().skipped()),
                        Long.toString(manifest.issues()));
            }
        }
        table.print(surroundings);
        return ExitCode.DONE;
    }

    /** Name and score of the first site; nothing where the columns of the run are damaged, which {@code runs verify} tells. */
    private static String first(PublishedRun run) {
        try {
            return run.head(1).stream()
                    .findFirst()
                    .map(row -> (row.name().isEmpty() ? row.siteId() : row.name())
                            + String.format(Locale.ROOT, " %.1f", row.score()))
                    .orElse("");
        } catch (UncheckedIOException | IllegalStateException e) {
            return "";
        }
    }

    /** What every JSON line about a run begins with. */
    private static Map<String, Object> values(PublishedRun run, Manifest manifest) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("run", run.shownName());
        values.put("whatIf", manifest.whatIf());
        values.put("folder", run.folder().toString());
        values.put("project", manifest.project());
        values.put("evaluationDate", manifest.evaluationDate());
        values.put("policy", manifest.policy().policy());
        values.put("policyVersion", manifest.policy().version());
        values.put("policyDigest", manifest.policy().digest());
        values.put("read", manifest.counts().read());
        values.put("ranked", manifest.counts().ranked());
        values.put("excluded", manifest.counts().excluded());
        values.put("skipped", manifest.counts().skipped());
        values.put("issues", manifest.issues());
        return values;
    }
}
