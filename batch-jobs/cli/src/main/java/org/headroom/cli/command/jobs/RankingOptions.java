package org.headroom.cli.command.jobs;

import java.nio.file.Path;
import java.util.Optional;
import org.headroom.cli.frame.ExitCode;
import org.headroom.cli.frame.Surroundings;
import org.headroom.cli.night.NightJob;
import org.headroom.cli.night.RankingPrinter;
import org.headroom.cli.option.JsonOption;
import org.headroom.jobs.engine.Engines;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Options of the commands that end with a ranking. */
public final class RankingOptions {
    @Option(
            names = {"-n", "--top"},
            paramLabel = "N",
            defaultValue = "10",
            description = "How many sites to print. Default: 10")
    private int top;

    @Option(
            names = "--strict",
            description = "Exit with 4 when records of the input were skipped, and with 3 when the policy is refused.")
    private boolean strict;

    @Option(
            names = "--published-is-done",
            description =
                    "Exit with 0 in place of 4: for what takes any other code for a failure, such as Kubernetes. The last line"
                            + " and the metrics tell of the 4 all the same.")
    private boolean publishedIsDone;

    @Option(
            names = "--metrics",
            paramLabel = "FILE",
            description = "At the end, also of a failed run, write metrics for Prometheus to this file, by one rename.")
    private @Nullable Path metrics;

    @Option(
            names = "--lineage",
            paramLabel = "FILE",
            description =
                    "Append what the run reads and writes to this file as events of OpenLineage, a line when it begins"
                            + " and one when it ends, also when it fails. Nothing is sent anywhere.")
    private @Nullable Path lineage;

    @Option(
            names = "--engine",
            paramLabel = "ADDRESS",
            description =
                    "Have sites measured and scored by Apache Spark: local[N], spark://HOST:PORT, yarn or k8s://URL."
                            + " Only batch-jobs/spark/headroom-spark takes it; the result does not depend on it. Default: the"
                            + " threads of this process.")
    private @Nullable String engine;

    @Mixin
    private JsonOption json = new JsonOption();

    boolean isStrict() {
        return strict;
    }

    /** The engine that was asked for, in use until it is closed. */
    Engines.Use engine() {
        return Engines.use(engine);
    }

    /** How many sites to print. */
    int top() {
        return top;
    }

    boolean isJson() {
        return json.isWanted();
    }

    /** The absolute path of the file for metrics. */
    Optional<Path> metrics() {
        return Optional.ofNullable(metrics).map(Path::toAbsolutePath);
    }

    /** The absolute path of the file for events of OpenLineage. */
    Optional<Path> lineage() {
        return Optional.ofNullable(lineage).map(Path::toAbsolutePath);
    }

    /** What the process is to end with, for what the night ended with. */
    int exitCode(int code) {
        return publishedIsDone && code == ExitCode.WITH_RESERVATIONS ? ExitCode.DONE : code;
    }

    NightJob.RunReport report(Surroundings surroundings) {
        return new RankingPrinter(surroundings, top, strict, json.isWanted());
    }
}
