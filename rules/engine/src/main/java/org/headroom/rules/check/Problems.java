package org.headroom.rules.check;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.headroom.model.FailureFamily;
import org.headroom.model.HeadroomException;

/**
 * Gathers all problems of a policy, so that a person can mend them in one go. Only errors refuse a policy; doubts are kept for the
 * check. Not safe for several threads.
 */
public final class Problems {
    private static final int SHOWN = 50;

    private final List<PolicyProblem> found = new ArrayList<>();
    private int errors;

    public void add(PolicyProblem problem) {
        found.add(problem);
        if (problem.isError()) {
            errors++;
        }
    }

    /** Adds an error. */
    public void add(String file, int line, String rule, String message) {
        add(PolicyProblem.error(file, line, message).withRule(rule));
    }

    /** Adds an error. */
    public void add(String file, int line, String message) {
        add(PolicyProblem.error(file, line, message));
    }

    /** Errors added so far; doubts do not count. */
    public int count() {
        return errors;
    }

    /** Whether there is no error. */
    public boolean isEmpty() {
        return errors == 0;
    }

    /** All errors and doubts so far, by file and line; the same problem once. */
    public List<PolicyProblem> sorted() {
        return found.stream().distinct().sorted().toList();
    }

    /**
     * Does nothing when there is no error.
     *
     * @param folder the policy folder, for the message
     * @throws HeadroomException of family POLICY with every error on a line of its own
     */
    public void throwIfAny(String folder) {
        if (errors == 0) {
            return;
        }
        List<PolicyProblem> all =
                sorted().stream().filter(PolicyProblem::isError).toList();
        String lines = all.stream().limit(SHOWN).map(p -> "\n  " + p.text()).collect(Collectors.joining());
        String more = all.size() > SHOWN ? "\n  and " + (all.size() - SHOWN) + " more" : "";
        throw new HeadroomException(
                FailureFamily.POLICY,
                "policy " + folder + " has " + all.size() + (all.size() == 1 ? " problem:" : " problems:") + lines
                        + more,
                "mend the lines named above, then run: headroom rules check");
    }
}
