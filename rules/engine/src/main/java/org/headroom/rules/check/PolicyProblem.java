package org.headroom.rules.check;

import java.util.Comparator;

/**
 * One thing that is wrong or doubtful in a policy folder. Immutable.
 *
 * @param file path within the policy folder, with forward slashes
 * @param line line in that file, from 1; 0 when the whole file, or a cell, is meant
 * @param column place in the line in characters, from 1; 0 when it is not known
 * @param cell address of a spreadsheet's cell such as {@code B7} or {@code Criteria!B7}; empty for other files
 * @param rule name of the rule, or empty
 * @param severity whether the policy is refused for it
 * @param kind short stable id of the finding in small letters and hyphens, such as {@code unknown-name}
 * @param message what is wrong, with the values that matter
 * @param advice what to write instead, without a full stop; may be empty
 */
public record PolicyProblem(
        String file,
        int line,
        int column,
        String cell,
        String rule,
        Severity severity,
        String kind,
        String message,
        String advice)
        implements Comparable<PolicyProblem> {

    /** Kind of a problem that has no narrower one. */
    public static final String INVALID = "invalid";

    private static final int LONG = 300;
    private static final int LONGEST = 4000;

    private static final Comparator<PolicyProblem> ORDER = Comparator.comparing(PolicyProblem::file)
            .thenComparingInt(PolicyProblem::line)
            .thenComparingInt(PolicyProblem::column)
            .thenComparingInt(problem -> problem.cell().length())
            .thenComparing(PolicyProblem::cell)
            .thenComparing(PolicyProblem::message)
            .thenComparing(PolicyProblem::rule)
            .thenComparing(PolicyProblem::severity)
            .thenComparing(PolicyProblem::kind)
            .thenComparing(PolicyProblem::advice);

    /** What a problem does to the policy. */
    public enum Severity {
        /** The policy is refused. */
        ERROR,
        /** It may be meant so; the policy holds. */
        WARNING
    }

    public PolicyProblem {
        if (line < 0 || column < 0) {
            throw new IllegalArgumentException("line " + line + " or column " + column + " is below 0");
        }
        if (!kind.matches("[a-z]+(-[a-z]+)*")) {
            throw new IllegalArgumentException("the kind \"" + kind + "\" is not small letters and hyphens");
        }
        rule = brief(rule);
        message = brief(message);
        advice = brief(advice);
    }

    /** What a policy holds may be as long as its author likes; what is said of it is read by people. */
    private static String brief(String text) {
        if (text.length() <= LONG) {
            return text;
        }
        String words = text.replaceAll("(\\S{60})\\S{40,}+", "$1...");
        return words.length() <= LONGEST ? words : words.substring(0, LONGEST) + "...";
    }

    /** An error of a file, of no narrower kind and without advice. */
    public static PolicyProblem error(String file, int line, String message) {
        return new PolicyProblem(file, line, 0, "", "", Severity.ERROR, INVALID, message, "");
    }

    /** A doubt about a file. */
    public static PolicyProblem warning(String file, int line, String message) {
        return new PolicyProblem(file, line, 0, "", "", Severity.WARNING, INVALID, message, "");
    }

    /** The same in another file, the whole of it. */
    public PolicyProblem inFile(String newFile) {
        return new PolicyProblem(newFile, 0, 0, "", rule, severity, kind, message, advice);
    }

    public PolicyProblem withColumn(int newColumn) {
        return new PolicyProblem(file, line, newColumn, cell, rule, severity, kind, message, advice);
    }

    public PolicyProblem withCell(String newCell) {
        return new PolicyProblem(file, line, column, newCell, rule, severity, kind, message, advice);
    }

    public PolicyProblem withRule(String newRule) {
        return new PolicyProblem(file, line, column, cell, newRule, severity, kind, message, advice);
    }

    public PolicyProblem withKind(String newKind) {
        return new PolicyProblem(file, line, column, cell, rule, severity, newKind, message, advice);
    }

    public PolicyProblem withAdvice(String newAdvice) {
        return new PolicyProblem(file, line, column, cell, rule, severity, kind, message, newAdvice);
    }

    public boolean isError() {
        return severity == Severity.ERROR;
    }

    /** Where it is, as compilers write it: {@code file:line:column}, {@code file:line}, {@code file:B7} or {@code file}. */
    public String place() {
        if (!cell.isEmpty()) {
            return file + ":" + cell;
        }
        return file + (line > 0 ? ":" + line + (column > 0 ? ":" + column : "") : "");
    }

    /** What is wrong and what to write instead. */
    public String messageAndAdvice() {
        return advice.isEmpty() ? message : message + "; " + advice;
    }

    /** The problem on one line: {@code place: rule "name": message; advice}, a doubt with {@code warning:} after the place. */
    public String text() {
        return place() + ": " + (isError() ? "" : "warning: ") + (rule.isEmpty() ? "" : "rule \"" + rule + "\": ")
                + messageAndAdvice();
    }

    /** By file, then line, column and cell, then message. */
    @Override
    public int compareTo(PolicyProblem other) {
        return ORDER.compare(this, other);
    }
}
