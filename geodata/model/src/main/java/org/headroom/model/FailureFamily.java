package org.headroom.model;

/** The families of failure; nightly reports count by them and each maps to one exit code of the command line. */
public enum FailureFamily {
    /** The project file, an option or the set-up is wrong. */
    CONFIG,
    /** A source or a layer cannot be used. */
    DATA,
    /** A rule file, a criteria table or a parameter is wrong. */
    POLICY,
    /** A scoring module is wrong or fails. */
    PLUGIN,
    /** Something outside failed: disk, database, network. */
    EXTERNAL,
    /** A defect in Headroom itself. */
    INTERNAL
}
