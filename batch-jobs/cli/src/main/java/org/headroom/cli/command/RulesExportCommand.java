package org.headroom.cli.command;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.headroom.cli.frame.ExitCode;
import org.headroom.cli.frame.Surroundings;
import org.headroom.rules.Vocabulary;
import org.headroom.rules.sheet.CriteriaSheet;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Writes the criteria tables of a policy as a sheet. */
@Command(
        name = "export",
        header = "Writes the criteria tables as a spreadsheet.",
        description = {
            "One sheet named criteria, one criterion a row: weight, value function, anchors, reasoning and source. Edit it in any"
                    + " spreadsheet program and bring the edits back with rules import.",
            "A file that is there already is not overwritten."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  headroom rules export --xlsx criteria.xlsx",
            "  headroom rules export --csv criteria.csv --policy rules/policy"
        })
public final class RulesExportCommand implements Callable<Integer> {
    private final Surroundings surroundings;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--xlsx", paramLabel = "FILE", description = "Write a workbook; the name ends in .xlsx.")
    private @Nullable Path xlsx;

    @Option(names = "--csv", paramLabel = "FILE", description = "Write CSV in UTF-8; the name ends in .csv.")
    private @Nullable Path csv;

    @Mixin
    private PolicyOption policy = new PolicyOption();

    @Mixin
    private CommonOptions common = new CommonOptions();

    /** The command in these surroundings. */
    public RulesExportCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        common.startLogging();
        require(xlsx, ".xlsx");
        require(csv, ".csv");
        List<Path> files = Stream.of(xlsx, csv)
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull)
                .toList();
        if (files.isEmpty()) {
            throw new ParameterException(spec.commandLine(), "give --xlsx FILE or --csv FILE");
        }
        Path folder = policy.folder(surroundings);
        Vocabulary vocabulary = PolicyOption.vocabulary(surroundings);
        for (Path file : files) {
            int criteria = CriteriaSheet.write(folder, vocabulary, file.toAbsolutePath());
            surroundings.err().println("headroom: " + criteria + " criteria written to " + file);
        }
        return ExitCode.DONE;
    }

    private void require(@Nullable Path file, String ending) {
        if (file != null && !file.toString().endsWith(ending)) {
            throw new ParameterException(spec.commandLine(), file + ": the name must end in " + ending);
        }
    }
}
