package org.headroom.rules.rule;

import org.headroom.rules.check.PolicyProblem;

/**
 * Where something of a rule stands.
 *
 * @param file path within the policy folder
 * @param line from 1; 0 in a decision table, and when it is not known
 * @param column in characters, from 1; 0 in a decision table, and when it is not known
 * @param cell address of a decision table's cell; empty for a rule file
 * @param isShared whether every rule of a table has it, as the cells above its rows
 */
public record RulePlace(String file, int line, int column, String cell, boolean isShared) {
    /** A place in a rule file. */
    public static RulePlace inText(String file, int line, int column) {
        return new RulePlace(file, line, column, "", false);
    }

    /** The cell of one rule. */
    public static RulePlace inRow(String file, String cell) {
        return new RulePlace(file, 0, 0, cell, false);
    }

    /** A cell above the rows. */
    public static RulePlace aboveRows(String file, String cell) {
        return new RulePlace(file, 0, 0, cell, true);
    }

    /** As in {@code drl/gates.drl:12} or {@code drl/sizes.drl.csv:B12}. */
    public String text() {
        return file + ":" + (cell.isEmpty() ? String.valueOf(line) : cell);
    }

    /** An error here. */
    public PolicyProblem error(String message) {
        return placed(PolicyProblem.error(file, line, message));
    }

    /** An error of a rule here; what every rule of a table has is not one rule's. */
    public PolicyProblem error(String rule, String message) {
        return isShared ? error(message) : error(message).withRule(rule);
    }

    /** A doubt about a rule here; what every rule of a table has is not one rule's. */
    public PolicyProblem doubt(String rule, String message) {
        return isShared ? warning(message) : warning(message).withRule(rule);
    }

    private PolicyProblem warning(String message) {
        return placed(PolicyProblem.warning(file, line, message));
    }

    private PolicyProblem placed(PolicyProblem problem) {
        return problem.withColumn(column).withCell(cell);
    }
}
