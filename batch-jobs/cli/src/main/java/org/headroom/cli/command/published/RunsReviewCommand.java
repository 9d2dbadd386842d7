package org.headroom.cli.command.published;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.headroom.cli.frame.ExitCode;
import org.headroom.cli.frame.Surroundings;
import org.headroom.cli.option.CommonOptions;
import org.headroom.host.InstalledModule;
import org.headroom.host.PluginHost;
import org.headroom.model.FailureFamily;
import org.headroom.model.HeadroomException;
import org.headroom.runs.PublishedRun;
import org.headroom.runs.file.WholeFile;
import org.headroom.runs.review.ReviewChoice;
import org.headroom.runs.review.RunReview;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Writes why chosen sites of a run stand where they stand, for somebody who knows the places. */
@Command(
        name = "review",
        header = "Writes a review of a run as Markdown: first, last and named sites with all their figures.",
        description = {
            "For each site its gates, the value, points, evidence and deciding record of every criterion that is known, and"
                    + " what is not known; at the end the layers with publisher and date. What a person has to say is put in"
                    + " with --remarks."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  headroom runs review --top 20 --bottom 5          the latest run, on the screen",
            "  headroom runs review --site 51107 48139 --remarks known-wrong.md --to REVIEW.md"
        })
public final class RunsReviewCommand implements Callable<Integer> {
    private final Surroundings surroundings;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private RunArgument runs = new RunArgument();

    @Option(
            names = {"-n", "--top"},
            paramLabel = "N",
            defaultValue = "30",
            description = "The first N sites. Default: 30")
    private int top;

    @Option(
            names = "--bottom",
            paramLabel = "N",
            defaultValue = "10",
            description = "The last N of the sites that are not excluded. Default: 10")
    private int bottom;

    @Option(
            names = {"-s", "--site"},
            paramLabel = "ID",
            arity = "1..*",
            description = "These sites as well.")
    private List<String> sites = List.of();

    @Option(
            names = "--remarks",
            paramLabel = "FILE",
            description =
                    "Markdown that is put in as it is. A section whose heading begins with the id of a site that is"
                            + " shown, such as \"## 51107 Loudoun\", stands with that site; the rest at the beginning.")
    private @Nullable Path remarks;

    @Option(
            names = "--to",
            paramLabel = "FILE",
            description = "The file to write; one that is there is replaced. Default: stdout.")
    private @Nullable Path file;

    @Mixin
    private CommonOptions common = new CommonOptions();

    /** The command in these surroundings. */
    public RunsReviewCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        common.startLogging();
        if (top < 0 || bottom < 0) {
            throw new ParameterException(spec.commandLine(), "--top and --bottom take a whole number of 0 or more");
        }
        if (file != null) {
            WholeFile.check(file);
        }
        String said = remarks == null ? "" : read(remarks);
        PublishedRun run = runs.published();
        String review = new RunReview(
                        run,
                        PluginHost.load(surroundings.pluginsFolder()).stream()
                                .map(InstalledModule::module)
                                .toList(),
                        new ReviewChoice(top, bottom, sites))
                .markdown(said);
        if (file == null) {
            surroundings.out().print(review);
        } else {
            WholeFile.write(file, hidden -> Files.writeString(hidden, review));
        }
        return ExitCode.DONE;
    }

    private static String read(Path file) {
        try {
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new HeadroomException(
                    FailureFamily.CONFIG,
                    "cannot read the remarks in " + file,
                    "Give the path of a text file in UTF-8.",
                    e);
        }
    }
}
