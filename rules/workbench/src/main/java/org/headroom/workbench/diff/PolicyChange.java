package org.headroom.workbench.diff;

/**
 * One thing in which two policies differ.
 *
 * @param kind what kind of thing
 * @param name which one: the criterion's id, {@code module parameter}, the rule's name, what was weighed; for the policy itself its id
 * @param part what of it, such as {@code weight}; {@code added}, {@code removed} or {@code renamed} for the whole of it
 * @param before as the first policy has it; empty when it has not
 * @param after as the second policy has it; empty when it has not
 * @param decides whether results can depend on it; false for titles, reasoning and sources
 */
public record PolicyChange(Kind kind, String name, String part, String before, String after, boolean decides) {
    /** What a change is of, in the order in which changes are told. */
    public enum Kind {
        POLICY,
        WEIGHTING,
        CRITERION,
        PARAMETER,
        RULE
    }

    /** In words on one line, such as {@code weight: 0.06 -> 0.08}. */
    public String text() {
        if (before.isEmpty()) {
            return part + ": " + after;
        }
        return after.isEmpty() ? part + ": " + before : part + ": " + before + " -> " + after;
    }
}
