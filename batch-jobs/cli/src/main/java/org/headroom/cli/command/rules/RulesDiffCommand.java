package org.headroom.cli.command.rules;

import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.headroom.cli.frame.ExitCode;
import org.headroom.cli.frame.Surroundings;
import org.headroom.cli.option.CommonOptions;
import org.headroom.cli.option.JsonOption;
import org.headroom.cli.option.OutOption;
import org.headroom.cli.option.PolicyOption;
import org.headroom.cli.preview.PolicyDiffText;
import org.headroom.cli.show.JsonLines;
import org.headroom.rules.policy.Policy;
import org.headroom.rules.vocabulary.Vocabulary;
import org.headroom.workbench.diff.PolicyChange;
import org.headroom.workbench.diff.PolicyDiff;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Shows what differs between two policies. */
@Command(
        name = "diff",
        header = "Shows what differs between two policies, in the policy's own terms.",
        description = {
            "Compares what was understood of both: weights, value functions, parameters, how weights were found, rules"
                    + " by condition, action, gate and source. Layout, comments and order count for nothing, and examples"
                    + " are not compared.",
            "A policy is named by its folder, by the name of one that comes with Headroom, or by a run, whose policy"
                    + " it is.",
            "With --json the first line is a summary, then comes one line for each change; \"decides\" tells whether"
                    + " results can depend on it."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  headroom rules diff 2026-05-01-1 rules/policy  what was edited since a run",
            "  headroom rules diff 2026-05-01-1 2026-05-02-1  what two runs were ranked by"
        })
public final class RulesDiffCommand implements Callable<Integer> {
    private final Surroundings surroundings;

    @Parameters(index = "0", paramLabel = "A", description = "The policy before.")
    private String before = "";

    @Parameters(index = "1", paramLabel = "B", description = "The policy after.")
    private String after = "";

    @Mixin
    private OutOption out = new OutOption();

    @Mixin
    private JsonOption json = new JsonOption();

    @Mixin
    private CommonOptions common = new CommonOptions();

    /** The command in these surroundings. */
    public RulesDiffCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        common.startLogging();
        NamedPolicies named = new NamedPolicies(surroundings, out.folder());
        Vocabulary vocabulary = PolicyOption.vocabulary(surroundings);
        Policy one = read(named, before, vocabulary);
        Policy other = read(named, after, vocabulary);
        List<PolicyChange> changes = PolicyDiff.between(one, other);
        PrintWriter to = surroundings.out();
        if (json.isWanted()) {
            Map<String, Object> summary = new LinkedHashMap<>();
            summary.put("kind", "summary");
            summary.put("before", values(one));
            summary.put("after", values(other));
            summary.put("sameBytes", one.digest().equals(other.digest()));
            summary.put("samePolicy", changes.isEmpty());
            summary.put("sameResults", changes.stream().noneMatch(PolicyChange::decides));
            JsonLines.print(to, summary);
            changes.forEach(change -> JsonLines.print(to, values(change)));
        } else {
            PolicyDiffText.print(to, one, other, changes);
        }
        return ExitCode.DONE;
    }

    private static Policy read(NamedPolicies named, String word, Vocabulary vocabulary) {
        return Policy.read(named.folder(word), named.isRun(word) ? vocabulary.takingParametersAsWritten() : vocabulary);
    }

    private static Map<String, Object> values(Policy policy) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("policy", policy.id());
        values.put("version", policy.version());
        values.put("digest", policy.digest());
        return values;
    }

    private static Map<String, Object> values(PolicyChange change) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("kind", change.kind());
        values.put("name", change.name());
        values.put("part", change.part());
        values.put("before", change.before());
        values.put("after", change.after());
        values.put("decides", change.decides());
        return values;
    }
}
