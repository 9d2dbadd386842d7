package org.headroom.spi;

/**
 * The versions of the contract of scoring modules. The compiler copies {@link #CURRENT} into a module that names it, so the module goes on
 * saying which contract it was built for.
 */
public final class SpiVersion {
    /** The contract as it is here. 2 lets a module say its version and bring kinds of layer; 3 measures to whole shapes. */
    public static final int CURRENT = 3;

    /** The oldest contract whose modules still work. */
    public static final int OLDEST = 1;

    private SpiVersion() {}
}
