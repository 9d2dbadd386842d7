package org.headroom.cli.command.rules;

import java.io.PrintWriter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.headroom.cli.frame.ExitCode;
import org.headroom.cli.frame.Surroundings;
import org.headroom.cli.names.NamesJson;
import org.headroom.cli.names.NamesPage;
import org.headroom.cli.names.NamesText;
import org.headroom.cli.option.CommonOptions;
import org.headroom.cli.option.JsonOption;
import org.headroom.cli.option.PolicyOption;
import org.headroom.cli.show.JsonLines;
import org.headroom.host.InstalledModule;
import org.headroom.rules.vocabulary.FieldMeaning;
import org.headroom.rules.vocabulary.FieldSearch;
import org.headroom.rules.vocabulary.Vocabulary;
import org.headroom.runs.PublishedRun;
import org.headroom.runs.values.SeenField;
import org.headroom.runs.values.SeenValues;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What rules can read. */
@Command(
        name = "names",
        header = "Shows every name that a rule can read: meaning, unit, range, words, and the values seen in a run.",
        description = {
            "With words it shows those that are meant by them, the likeliest first, with what the sites of the run have. Plain words will do:"
                    + " county, state, voltage, price, flood.",
            "With --policy or --project the criteria that a policy declares are among them. With --json one object a name, for"
                    + " editors. docs/RULE-NAMES.md is the page of what is shipped."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  headroom rules names",
            "  headroom rules names county",
            "  headroom rules names import right --run 2026-05-01-1",
            "  headroom rules names --json > names.jsonl"
        })
public final class RulesNamesCommand implements Callable<Integer> {
    private final Surroundings surroundings;

    @Parameters(arity = "0..*", paramLabel = "WORD", description = "Words to search for, in any case.")
    private List<String> words = List.of();

    @Option(names = "--markdown", description = "Print a page in Markdown, without what was seen in a run.")
    private boolean isPage;

    @Mixin
    private PolicyOption policy = new PolicyOption();

    @Mixin
    private SeenRun seenRun = new SeenRun();

    @Mixin
    private JsonOption json = new JsonOption();

    @Mixin
    private CommonOptions common = new CommonOptions();

    /** The command in these surroundings. */
    public RulesNamesCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        common.startLogging();
        Vocabulary vocabulary = Vocabulary.of(policy.modules(surroundings).stream()
                .map(InstalledModule::module)
                .toList());
        String wanted = String.join(" ", words);
        List<FieldMeaning> fields = FieldSearch.find(wanted, FieldMeaning.all(vocabulary), vocabulary.fields());
        if (fields.isEmpty()) {
            surroundings
                    .err()
                    .println("headroom: nothing that rules can read is called \"" + wanted
                            + "\"; \"headroom rules names\" lists all names");
        }
        PrintWriter out = surroundings.out();
        if (isPage) {
            out.print(NamesPage.markdown(fields));
        } else if (!json.isWanted() && wanted.isBlank()) {
            NamesText.list(surroundings, fields);
        } else {
            show(out, fields);
        }
        return ExitCode.DONE;
    }

    private void show(PrintWriter out, List<FieldMeaning> fields) {
        Map<String, SeenField> seen = new HashMap<>();
        String[] run = {""};
        seenRun.use(surroundings, "nothing is shown of what was seen", found -> {
            look(found, fields, seen);
            run[0] = found.shownName();
        });
        if (json.isWanted()) {
            fields.forEach(field -> JsonLines.print(out, NamesJson.values(field, seen.get(field.name()), run[0])));
        } else {
            NamesText.details(out, fields, seen, run[0]);
        }
    }

    private static void look(PublishedRun run, List<FieldMeaning> fields, Map<String, SeenField> seen) {
        try (SeenValues values = new SeenValues(run)) {
            fields.forEach(field -> values.of(field).ifPresent(found -> seen.put(field.name(), found)));
        }
    }
}
