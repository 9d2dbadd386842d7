package org.headroom.cli.show;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import org.headroom.rules.check.PolicyProblem;

/**
 * Names the files of a policy as those name them who look at a whole repository: from the folder in which the command was started, which
 * in a build is the root of the repository; by absolute path when the policy lies elsewhere.
 */
public final class ProblemFiles {
    private final Path policy;
    private final Path start;

    /**
     * @param policy the policy folder
     * @param start the folder in which the command was started
     */
    public ProblemFiles(Path policy, Path start) {
        this.policy = policy.toAbsolutePath().normalize();
        this.start = start.toAbsolutePath().normalize();
    }

    /** The path with forward slashes. */
    String path(PolicyProblem problem) {
        Path file = policy.resolve(problem.file()).normalize();
        return (file.startsWith(start) ? start.relativize(file) : file)
                .toString()
                .replace('\\', '/');
    }

    /** The path as a relative URI, or an absolute one with the scheme {@code file}. */
    String uri(PolicyProblem problem) {
        String path = path(problem);
        try {
            return Path.of(path).isAbsolute()
                    ? new URI("file", "", path.startsWith("/") ? path : "/" + path, null).toString()
                    : new URI(null, null, path, null).getRawPath();
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException("the path " + path + " cannot be written as a URI", e);
        }
    }

    /** Rule, message and advice, and the cell when there is one. */
    static String message(PolicyProblem problem) {
        return (problem.cell().isEmpty() ? "" : "cell " + problem.cell() + ": ")
                + (problem.rule().isEmpty() ? "" : "rule \"" + problem.rule() + "\": ")
                + problem.messageAndAdvice();
    }
}
