package org.headroom.runtime.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import org.headroom.runtime.BatchRuntime;
import org.headroom.runtime.RunStatus;
import org.headroom.runtime.fixture.Child;
import org.headroom.runtime.fixture.PostgresServer;
import org.headroom.runtime.fixture.Work;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** An output folder, and the folder that a job of 4 times 100 items writes to. */
abstract class JobTest {
    /** Where the jobs are kept. */
    enum Kind {
        EMBEDDED,
        POSTGRESQL
    }

    final String url;

    @TempDir
    Path temp;

    Path output;
    Work work;

    JobTest(Kind kind) {
        url = kind == Kind.POSTGRESQL ? PostgresServer.url() : "";
    }

    @BeforeEach
    void folders() throws Exception {
        output = temp.resolve("runs with a blank");
        work = Work.in(temp.resolve("work"));
    }

    LeasedRuntime open(Path where) {
        return LeasedRuntime.open(where, Child.repository(url), Clock.systemUTC(), message -> {});
    }

    void restartHere() {
        try (BatchRuntime runtime = open(output)) {
            long dead = runtime.executions("partitioned").get(0).executionId();
            long id = runtime.restart(dead, Child.parameters(work.folder(), 0));
            assertThat(runtime.await(id, r -> {}).status())
                    .as(runtime.failureLog())
                    .isEqualTo(RunStatus.COMPLETED);
        }
    }
}
