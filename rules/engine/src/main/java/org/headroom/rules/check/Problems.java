package org.headroom.rules.check;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.headroom.model.FailureFamily;
import org.headroom.model.HeadroomException;

/** Gathers all problems of a policy, so that a person can mend them in one go. Not safe for several threads. */
public final class Problems {
    private static final int SHOWN = 50;

    private final List<PolicyProblem> found = new ArrayList<>();

    public void add(String file, int line, String rule, String message) {
        found.add(new PolicyProblem(file, line, rule, message));
    }

    public void add(String file, int line, String message) {
        add(file, line, "", message);
    }

    /** Problems added so far. */
    public int count() {
        return found.size();
    }

    public boolean isEmpty() {
        return found.isEmpty();
    }

    /** All problems so far, by file and line; the same problem once. */
    public List<PolicyProblem> sorted() {
        return found.stream().distinct().sorted().toList();
    }

    /**
     * Does nothing when there is no problem.
     *
     * @param folder the policy folder, for the message
     * @throws HeadroomException of family POLICY with every problem on a line of its own
     */
    public void throwIfAny(String folder) {
        if (found.isEmpty()) {
            return;
        }
        List<PolicyProblem> all = sorted();
        String lines = all.stream().limit(SHOWN).map(p -> "\n  " + p.text()).collect(Collectors.joining());
        String more = all.size() > SHOWN ? "\n  and " + (all.size() - SHOWN) + " more" : "";
        throw new HeadroomException(
                FailureFamily.POLICY,
                "policy " + folder + " has " + all.size() + (all.size() == 1 ? " problem:" : " problems:") + lines
                        + more,
                "mend the lines named above, then run: headroom rules check");
    }
}
