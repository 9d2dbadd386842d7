package org.headroom.cli.show;

import java.util.List;
import org.headroom.rules.check.PolicyProblem;

/**
 * Problems as workflow commands of GitHub Actions, which shows them at the lines of a pull request
 * (docs.github.com, "Workflow commands for GitHub Actions").
 */
public final class GithubAnnotations {
    private final ProblemFiles files;

    public GithubAnnotations(ProblemFiles files) {
        this.files = files;
    }

    /** One command a problem. */
    public List<String> lines(List<PolicyProblem> problems) {
        return problems.stream().map(this::line).toList();
    }

    private String line(PolicyProblem problem) {
        StringBuilder line = new StringBuilder(problem.isError() ? "::error " : "::warning ");
        line.append("file=").append(property(files.path(problem)));
        if (problem.line() > 0) {
            line.append(",line=").append(problem.line());
            if (problem.column() > 0) {
                line.append(",col=").append(problem.column());
            }
        }
        line.append(",title=").append(property("headroom: " + problem.kind()));
        return line.append("::").append(data(ProblemFiles.message(problem))).toString();
    }

    private static String data(String text) {
        return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
    }

    private static String property(String text) {
        return data(text).replace(":", "%3A").replace(",", "%2C");
    }
}
