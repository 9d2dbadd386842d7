package org.headroom.workbench.spec;

import java.util.List;
import org.headroom.rules.check.PolicyProblem;

/**
 * What came of a policy's examples.
 *
 * @param examples number of examples run
 * @param failures examples that differ, by file and line
 * @param problems spec files that cannot be read
 * @param rules number of rules
 * @param unreachedRules names of the rules that hold in no example
 * @param tableRows number of rows in the criteria tables: lines between two anchors, steps, S-curves, categories
 * @param unreachedRows the rows that the measurements of no example lie in
 */
public record SpecReport(
        int examples,
        List<Failure> failures,
        List<PolicyProblem> problems,
        int rules,
        List<String> unreachedRules,
        int tableRows,
        List<TableRow> unreachedRows) {
    public SpecReport {
        failures = List.copyOf(failures);
        problems = List.copyOf(problems);
        unreachedRules = List.copyOf(unreachedRules);
        unreachedRows = List.copyOf(unreachedRows);
    }

    /**
     * A row of a criteria table.
     *
     * @param module id of the module whose table it is
     * @param criterion id of the criterion
     * @param row the row in words, such as {@code between 5 km (0.9) and 20 km (0.6)}
     */
    public record TableRow(String module, String criterion, String row) {}

    /** Number of examples of which something differs. */
    public int failedExamples() {
        return (int) failures.stream()
                .map(failure -> List.of(failure.file(), failure.line()))
                .distinct()
                .count();
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

    /**
     * Whether every example gave what it expects, every file could be read, and every rule holds in some example. Table rows that no example
     * reaches do not count.
     */
    public boolean passed() {
        return failures.isEmpty() && problems.isEmpty() && unreachedRules.isEmpty();
    }
}
