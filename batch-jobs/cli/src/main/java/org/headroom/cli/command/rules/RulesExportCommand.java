package org.headroom.cli.command.rules;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.headroom.cli.frame.ExitCode;
import org.headroom.cli.frame.Surroundings;
import org.headroom.cli.option.CommonOptions;
import org.headroom.cli.option.PolicyOption;
import org.headroom.rules.vocabulary.Vocabulary;
import org.headroom.workbench.sheet.CriteriaSheet;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Writes the tables of a policy as a spreadsheet. */
@Command(
        name = "export",
        header = "Writes the tables of a policy as a spreadsheet.",
        description = {
            "One sheet named criteria, one criterion a row: weight, value function, anchors, reasoning and source. Edit it in any"
                    + " spreadsheet program and bring the edits back with rules import.",
            "A workbook also has a sheet for each decision table that is CSV, drl/*.drl.csv. Those that are workbooks, drl/*.drl.xlsx,"
                    + " are edited where they are.",
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
            CriteriaSheet.Written written = CriteriaSheet.write(folder, vocabulary, file.toAbsolutePath());
            int tables = written.decisionTables();
            surroundings
                    .err()
                    .println("headroom: " + written.criteria() + " criteria"
                            + (tables == 0 ? "" : " and " + tables + " decision table" + (tables == 1 ? "" : "s"))
                            + " written to " + file);
        }
        return ExitCode.DONE;
    }

    private void require(@Nullable Path file, String ending) {
        if (file != null && !file.toString().endsWith(ending)) {
            throw new ParameterException(spec.commandLine(), file + ": the name must end in " + ending);
        }
    }
}
