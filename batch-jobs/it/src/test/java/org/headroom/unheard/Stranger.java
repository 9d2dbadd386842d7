package org.headroom.unheard;

/** Stands in no row of the table of modules. */
public final class Stranger {
    private Stranger() {}
}
