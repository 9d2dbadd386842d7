package org.headroom.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Addresses of engines, and what people are told when one is of no use. */
class AddressTest {
    @TempDir
    Path folder;

    @Test
    void mastersOfSparkAreKnown() {
        SparkEngineMaker maker = new SparkEngineMaker();
        assertThat(List.of(
                        "local",
                        "local[4]",
                        "local[*]",
                        "spark://one:7077,two:7077",
                        "yarn",
                        "k8s://https://host:6443"))
                .allMatch(maker::knows);
        assertThat(List.of("", "localhost", "spark://", "flink://host", "local[a]"))
                .noneMatch(maker::knows);
    }

    @Test
    void anAddressWhereNobodyAnswersIsToldAtOnce() throws IOException {
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        String address = "spark://127.0.0.1:" + port;
        Ranked.Result result = Ranked.run(
                "rank",
                "--project",
                Ranked.HOME.resolve("geodata/catalog/samples/headroom.yaml").toString(),
                "--out",
                folder.toString(),
                "--engine",
                address);
        assertThat(result.exit()).isEqualTo(6);
        assertThat(result.err()).contains("nobody answers at " + address + " (connection refused)");
    }

    @Test
    void theReasonOfTheLastAttemptIsWhatIsTold() {
        assertThat(SparkFailures.reason(
                        "Job aborted due to stage failure: Task 3 in stage 0.0 failed 4 times, most recent failure: Lost task"
                                + " 3.3 in stage 0.0 (TID 12) (10.0.0.7 executor 1): org.headroom.model.HeadroomException: the"
                                + " layer lots is not in /runs/.layers\n\tat org.headroom.X.y(X.java:1)"))
                .isEqualTo(
                        "the layer lots is not in /runs/.layers (on 10.0.0.7 executor 1, at the last of several attempts)");
        assertThat(SparkFailures.reason("java.io.IOException: no room\n\tat x")).isEqualTo("no room");
    }
}
