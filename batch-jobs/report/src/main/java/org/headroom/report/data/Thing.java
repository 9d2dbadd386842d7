package org.headroom.report.data;

/**
 * One of the three things to know.
 *
 * @param kind what it is about
 * @param text one sentence
 * @param href where the page says more
 */
public record Thing(Kind kind, String text, String href) {
    /** What it is about. */
    public enum Kind {
        /** Something moved. */
        MOVED,
        /** Somebody is worth a call. */
        CALL,
        /** Something comes up. */
        COMING,
        /** Something is not known. */
        UNSURE,
        /** What leads. */
        TOP,
        /** What is excluded. */
        EXCLUDED
    }
}
