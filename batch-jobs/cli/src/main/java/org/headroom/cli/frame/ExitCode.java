package org.headroom.cli.frame;

import org.headroom.model.FailureFamily;

/** The exit codes of {@code headroom}. A signal gives 128 and its number: 130 for SIGINT, 143 for SIGTERM. */
public final class ExitCode {
    /** Done. */
    public static final int DONE = 0;
    /** A defect in Headroom or in its surroundings. */
    public static final int INTERNAL = 1;
    /** A wrong option or argument. */
    public static final int USAGE = 2;
    /** Input, rules, a plugin, the configuration or the surroundings (a folder, a disk, a database) were refused. */
    public static final int REFUSED = 3;
    /** Done, but records were skipped, which counts with {@code --strict} only; or by the last good policy, as the edited one is refused. */
    public static final int WITH_RESERVATIONS = 4;
    /** Another run holds the output folder. */
    public static final int BUSY = 5;
    /** Stopped before the end, on request or by something outside that failed; a restart goes on where it stopped. */
    public static final int STOPPED = 6;

    private ExitCode() {}

    /** The exit code of a family of failure; a job that has begun and fails by something EXTERNAL is {@link #STOPPED} instead. */
    public static int of(FailureFamily family) {
        return switch (family) {
            case CONFIG, DATA, POLICY, PLUGIN, EXTERNAL -> REFUSED;
            case INTERNAL -> INTERNAL;
        };
    }
}
