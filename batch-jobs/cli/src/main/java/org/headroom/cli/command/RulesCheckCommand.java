package org.headroom.cli.command;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.headroom.cli.frame.ExitCode;
import org.headroom.cli.frame.Surroundings;
import org.headroom.cli.show.JsonLines;
import org.headroom.rules.Policy;
import org.headroom.rules.Vocabulary;
import org.headroom.rules.check.PolicyProblem;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Checks a policy without running it. */
@Command(
        name = "check",
        header = "Checks the criteria tables, parameters and rules of a policy.",
        description =
                "Prints every problem with its file and line, and exits with 3 when there is one. Nothing is written.")
public final class RulesCheckCommand implements Callable<Integer> {
    private final Surroundings surroundings;

    @Mixin
    private PolicyOption policy = new PolicyOption();

    @Mixin
    private JsonOption json = new JsonOption();

    @Mixin
    private CommonOptions common = new CommonOptions();

    /** The command in these surroundings. */
    public RulesCheckCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        common.startLogging();
        Path folder = policy.folder(surroundings);
        Vocabulary vocabulary = PolicyOption.vocabulary(surroundings);
        List<PolicyProblem> problems = Policy.check(folder, vocabulary);
        for (PolicyProblem problem : problems) {
            if (json.wanted) {
                JsonLines.print(surroundings.out(), values(problem));
            } else {
                surroundings.out().println(problem.text());
            }
        }
        if (!problems.isEmpty()) {
            surroundings
                    .err()
                    .println("headroom: " + problems.size() + (problems.size() == 1 ? " problem" : " problems") + " in "
                            + folder);
            return ExitCode.REFUSED;
        }
        // What only the rule compiler finds is thrown as one failure.
        Policy checked = Policy.load(folder, vocabulary);
        if (!json.wanted) {
            surroundings
                    .out()
                    .println("policy " + checked.id() + " " + checked.version() + " holds: "
                            + checked.criteria().size() + " criteria, "
                            + checked.rules().size() + " rules, "
                            + checked.gates().size() + " gates");
            checked.weightings().forEach(weighting -> surroundings.out().println("weights of " + weighting.text()));
        }
        return ExitCode.DONE;
    }

    /** A problem as JSON. */
    static Map<String, Object> values(PolicyProblem problem) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("file", problem.file());
        values.put("line", problem.line());
        values.put("column", problem.column());
        values.put("cell", problem.cell());
        values.put("rule", problem.rule());
        values.put("severity", problem.severity().name());
        values.put("kind", problem.kind());
        values.put("message", problem.message());
        values.put("advice", problem.advice());
        return values;
    }
}
