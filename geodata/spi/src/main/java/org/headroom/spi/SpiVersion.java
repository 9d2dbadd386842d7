package org.headroom.spi;

/**
 * The versions of the contract of scoring modules. The compiler copies {@link #CURRENT} into a module that names it, so the module goes on
 * saying which contract it was built for.
 */
public final class SpiVersion {
    /** The contract as it is here. 2 lets a module say its version and bring kinds of layer; 3 measures to whole shapes; 4
     * gives shapes of records and sites, cells of grids, and criteria that a policy declares; 5 lists what a module has to say of records; 6 lets a module
     * read what another one measured, and say what it works with; 7 says of each criterion whether it depends on the day; 8 lets a module refuse parameters
     * before anything is measured. */
    public static final int CURRENT = 8;

    /** The oldest contract whose modules still work. */
    public static final int OLDEST = 1;

    private SpiVersion() {}
}
