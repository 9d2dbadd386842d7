package org.headroom.rules;

import java.util.List;
import org.headroom.rules.check.PolicyProblem;

/**
 * What came of a policy's examples.
 *
 * @param examples number of examples run
 * @param failures examples that differ, by file and line
 * @param problems spec files that cannot be read
 * @param unreachedRules names of the rules that hold in no example
 */
public record SpecReport(
        int examples, List<Failure> failures, List<PolicyProblem> problems, List<String> unreachedRules) {
    public SpecReport {
        failures = List.copyOf(failures);
        problems = List.copyOf(problems);
        unreachedRules = List.copyOf(unreachedRules);
    }

    /**
     * One expectation that was not met.
     *
     * @param file path within the policy folder
     * @param line line of the example
     * @param example its name
     * @param what what was expected of, such as {@code tier}
     * @param expected as in the file
     * @param got what the policy gives
     * @param fired names of the rules that hold
     */
    public record Failure(
            String file, int line, String example, String what, String expected, String got, List<String> fired) {
        public Failure {
            fired = List.copyOf(fired);
        }

        /** The failure on one line. */
        public String text() {
            return file + ":" + line + ": example \"" + example + "\": " + what + ": expected " + expected + ", got "
                    + got + "; rules that hold: " + (fired.isEmpty() ? "none" : String.join(", ", fired));
        }
    }

    /** Whether every example gave what it expects, every file could be read, and every rule holds in some example. */
    public boolean passed() {
        return failures.isEmpty() && problems.isEmpty() && unreachedRules.isEmpty();
    }
}
