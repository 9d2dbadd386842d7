package org.headroom.rules.check;

/**
 * One thing that is wrong in a policy folder.
 *
 * @param file path within the policy folder, with forward slashes
 * @param line line in that file, from 1; 0 when the whole file is meant
 * @param rule name of the rule, or empty
 * @param message what is wrong, with the values that matter
 */
public record PolicyProblem(String file, int line, String rule, String message) implements Comparable<PolicyProblem> {
    /** The problem on one line, as compilers write it: {@code file:line: rule "name": message}. */
    public String text() {
        return file + (line > 0 ? ":" + line : "") + ": " + (rule.isEmpty() ? "" : "rule \"" + rule + "\": ") + message;
    }

    /** By file, then line, then message. */
    @Override
    public int compareTo(PolicyProblem other) {
        int byFile = file.compareTo(other.file);
        int byLine = byFile != 0 ? byFile : Integer.compare(line, other.line);
        return byLine != 0 ? byLine : message.compareTo(other.message);
    }
}
