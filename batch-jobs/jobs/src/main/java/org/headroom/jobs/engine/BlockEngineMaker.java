package org.headroom.jobs.engine;

/** Makes engines for the addresses that it knows; found by {@link java.util.ServiceLoader}. */
public interface BlockEngineMaker {
    /** Whether it knows engines at such an address, as {@code spark://host:7077}. */
    boolean knows(String address);

    /** An engine. Nobody is spoken to before it is prepared or given work. */
    BlockEngine make(String address);
}
