package org.headroom.decide.portfolio.choice;

/** Which things are never chosen together. Symmetric; safe for several threads. */
@FunctionalInterface
public interface Apart {
    /** Nothing keeps two things apart. */
    Apart NONE = thing -> new int[0];

    /** Places of the things that are never chosen together with this one, ascending, without itself. */
    int[] from(int thing);
}
