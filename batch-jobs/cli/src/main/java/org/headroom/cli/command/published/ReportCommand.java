package org.headroom.cli.command.published;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.headroom.cli.frame.ExitCode;
import org.headroom.cli.frame.Surroundings;
import org.headroom.cli.option.CommonOptions;
import org.headroom.host.InstalledModule;
import org.headroom.host.PluginHost;
import org.headroom.model.FailureFamily;
import org.headroom.model.HeadroomException;
import org.headroom.model.OutsideFailure;
import org.headroom.report.PastNights;
import org.headroom.report.RunReport;
import org.headroom.report.data.RunInput;
import org.headroom.runs.PublishedRun;
import org.headroom.runs.RunPolicy;
import org.headroom.runs.file.WholeFile;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Makes the page of a kept run anew, or the sheet of any of its sites. */
@Command(
        name = "report",
        header = "Makes the page of a run anew, or the sheet of one site.",
        description = {
            "Each run holds its page, report/index.html, with a sheet for each of the first N sites and of the project's"
                    + " watch list. This command writes the same page to a folder of yours, also for a run that was"
                    + " published without one, and a sheet for any other site.",
            "A sheet made here tells also how the site stood in the other nights that are kept. Each file opens from disk,"
                    + " asks for nothing outside, and may be mailed alone."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  headroom report --to ~/page                              the latest run: index.html and sites/",
            "  headroom report --to monday.html                         the page alone, in one file",
            "  headroom report 2026-05-01-1 --site G-0042 --to g.html   one sheet"
        })
public final class ReportCommand implements Callable<Integer> {
    private static final String HTML = ".html";

    private final Surroundings surroundings;

    @Mixin
    private RunArgument runs = new RunArgument();

    @Option(
            names = {"-s", "--site"},
            paramLabel = "ID",
            description = "The sheet of this site, by its id as in the field SITE_ID of ranked.shp.")
    private @Nullable String site;

    @Option(
            names = "--to",
            paramLabel = "PATH",
            required = true,
            description = "A file that ends in .html, or for the page a folder; what is there is replaced.")
    private Path to = Path.of("");

    @Mixin
    private CommonOptions common = new CommonOptions();

    /** The command in these surroundings. */
    public ReportCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        common.startLogging();
        boolean isFile = to.toString().endsWith(HTML);
        if (isFile) {
            WholeFile.check(to);
        } else if (site != null) {
            throw new HeadroomException(
                    FailureFamily.CONFIG,
                    "a sheet is one file, but " + to + " does not end in " + HTML,
                    "Give --to a name such as " + to.resolve("sheet.html") + ".");
        }
        PublishedRun run = runs.published();
        RunInput input = new RunInput(
                run.folder(),
                run.manifest(),
                RunPolicy.of(
                        run,
                        PluginHost.load(surroundings.pluginsFolder()).stream()
                                .map(InstalledModule::module)
                                .toList()),
                RunReport.given(run.folder()),
                Runtime.getRuntime().availableProcessors());
        if (site != null) {
            String id = site;
            write(writer -> RunReport.writeSheet(input, id, PastNights.of(others(run), id), writer));
            surroundings.out().println(to);
        } else if (isFile) {
            write(writer -> RunReport.writePage(input, writer));
            surroundings.out().println(to);
        } else {
            writeFolder(input);
            surroundings.out().println(to.resolve(RunReport.PAGE));
        }
        return ExitCode.DONE;
    }

    /** All kept nights of the same project, this one too, the newest first. */
    private List<PublishedRun> others(PublishedRun run) {
        String project = run.manifest().project();
        return runs.folders().list().stream()
                .filter(other -> other.findManifest()
                        .filter(manifest -> manifest.project().equals(project))
                        .isPresent())
                .toList();
    }

    private void write(Consumer<Writer> maker) {
        WholeFile.write(to, hidden -> {
            try (Writer writer = Files.newBufferedWriter(hidden)) {
                maker.accept(writer);
            }
        });
    }

    private void writeFolder(RunInput input) {
        try {
            Files.createDirectories(to);
            RunReport.write(input, to);
        } catch (IOException e) {
            throw cannotWrite(e);
        } catch (UncheckedIOException e) {
            throw cannotWrite(Objects.requireNonNull(e.getCause()));
        }
    }

    private HeadroomException cannotWrite(IOException cause) {
        return new HeadroomException(
                FailureFamily.EXTERNAL,
                "cannot write to " + to + ": " + OutsideFailure.reason(cause),
                "Check that the folder may be written and has space left, then start again.",
                cause);
    }
}
