package org.headroom.rules.reading;

/**
 * Who stands behind a policy, as its {@code policy.yaml} says. Changes no result.
 *
 * @param author who wrote it; empty when it does not say
 * @param approvedBy who approved it; empty when it does not say
 * @param date day of this version, ISO 8601; empty when it does not say
 */
public record Authorship(String author, String approvedBy, String date) {
    /** Nothing is said. */
    public static final Authorship NONE = new Authorship("", "", "");

    /** In words, such as {@code by A. Author, 2026-05-01, approved by the board}; empty when nothing is said. */
    public String text() {
        String by = author.isEmpty() ? "" : "by " + author;
        String when = date.isEmpty() ? "" : (by.isEmpty() ? "of " : ", ") + date;
        String approved = approvedBy.isEmpty() ? "" : (by + when).isEmpty() ? "" : ", ";
        return by + when + approved + (approvedBy.isEmpty() ? "" : "approved by " + approvedBy);
    }
}
