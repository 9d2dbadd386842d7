package org.headroom.model;

/** Which way a criterion is better. */
public enum Direction {
    HIGHER_IS_BETTER,
    LOWER_IS_BETTER,
    /** Neither: a category, or a figure kept for information. */
    NOT_ORDERED
}
