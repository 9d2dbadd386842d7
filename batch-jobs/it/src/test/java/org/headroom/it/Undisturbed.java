package org.headroom.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;

/**
 * The sample with a grid that is fine enough for its partitioned steps to be hit, and what a night leaves that nobody disturbs. Ranked in
 * processes.
 */
final class Undisturbed {
    static final String RUN = "2026-06-01-1";

    /** Small blocks make the partitioned steps long enough to be hit. */
    static final String[] SLOW = {"--block-sites", "1", "--threads", "2"};

    private static final class Holder {
        static final Undisturbed MADE = new Undisturbed();
    }

    private final SampleProject project;
    private final Map<String, String> digests;

    private Undisturbed() {
        Path folder = MadeOnce.folder(
                "undisturbed", empty -> copy(empty.resolve("copy")).ranked(empty.resolve("runs")));
        project = SampleProject.at(folder.resolve("copy")).inProcesses();
        digests = Trees.digests(folder.resolve("runs").resolve(RUN));
    }

    /** The project; not to be changed. */
    static SampleProject project() {
        return Holder.MADE.project;
    }

    /** One like it that may be changed. */
    static SampleProject copy(Path folder) {
        return new SampleProject(folder).inProcesses().spacing("11");
    }

    /** Asserts that the run in an output folder is the same to the byte. */
    static void assertIn(Path out) {
        assertThat(Trees.digests(out.resolve(RUN))).isEqualTo(Holder.MADE.digests);
    }
}
