package org.headroom.cli.command.rules;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.headroom.cli.frame.ExitCode;
import org.headroom.cli.frame.Surroundings;
import org.headroom.cli.option.CommonOptions;
import org.headroom.cli.option.JsonOption;
import org.headroom.cli.option.PolicyOption;
import org.headroom.cli.show.JsonLines;
import org.headroom.rules.check.PolicyProblem;
import org.headroom.rules.check.Problems;
import org.headroom.workbench.sheet.SheetChange;
import org.headroom.workbench.sheet.SheetEdits;
import org.headroom.workbench.sheet.SheetImport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Brings the edits of a sheet back into the tables of a policy. */
@Command(
        name = "import",
        header = "Brings edits of a spreadsheet back into the tables of a policy.",
        description = {
            "Reads a sheet that rules export has written, checks the policy as rules check does, and only then writes the changed values"
                    + " into criteria/*.yaml and drl/*.drl.csv. Comments and all other lines stay as they are.",
            "Prints what changed. When something is wrong, prints every problem with its cell, exits with 3 and changes nothing."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  headroom rules import criteria.xlsx --dry-run   show what would change",
            "  headroom rules import criteria.csv --policy rules/policy"
        })
public final class RulesImportCommand implements Callable<Integer> {
    private final Surroundings surroundings;

    @Parameters(paramLabel = "FILE", description = "The sheet: .xlsx or .csv.")
    private Path file = Path.of("");

    @Option(names = "--dry-run", description = "Check and print, but write nothing.")
    private boolean dryRun;

    @Mixin
    private PolicyOption policy = new PolicyOption();

    @Mixin
    private JsonOption json = new JsonOption();

    @Mixin
    private CommonOptions common = new CommonOptions();

    /** The command in these surroundings. */
    public RulesImportCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        common.startLogging();
        Path folder = policy.folder(surroundings);
        Problems problems = new Problems();
        Optional<SheetEdits> read =
                SheetImport.read(file.toAbsolutePath(), folder, PolicyOption.vocabulary(surroundings), problems);
        List<PolicyProblem> found = problems.sorted();
        for (PolicyProblem problem : found) {
            show(RulesCheckCommand.values(problem), problem.text());
        }
        if (read.isEmpty()) {
            surroundings.err().println("headroom: nothing was changed in " + folder);
            return ExitCode.REFUSED;
        }
        SheetEdits edits = read.get();
        if (!dryRun) {
            edits.write(folder);
        }
        for (SheetChange change : edits.changes()) {
            show(
                    values(change),
                    (change.criterion().isEmpty() ? change.file() : change.criterion()) + " " + change.field() + ": "
                            + change.before() + " -> " + change.after());
        }
        int count = edits.changes().size();
        surroundings
                .err()
                .println("headroom: " + count + (count == 1 ? " change" : " changes")
                        + (dryRun ? ", not written to " : " in ") + folder);
        return ExitCode.DONE;
    }

    private void show(Map<String, Object> values, String text) {
        if (json.isWanted()) {
            JsonLines.print(surroundings.out(), values);
        } else {
            surroundings.out().println(text);
        }
    }

    private static Map<String, Object> values(SheetChange change) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("file", change.file());
        values.put("criterion", change.criterion());
        values.put("field", change.field());
        values.put("before", change.before());
        values.put("after", change.after());
        return values;
    }
}
