package org.headroom.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A master of Spark and workers of one core each, as processes on the loopback interface. */
final class Cluster implements AutoCloseable {
    private static final String LOOPBACK = "127.0.0.1";

    private final Path folder;
    private final int port;
    private final Process master;
    private final List<Process> workers = new ArrayList<>();

    Cluster(Path folder, int count) throws IOException, InterruptedException {
        this.folder = folder;
        Files.createDirectories(folder.resolve("home/jars"));
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getByName(LOOPBACK))) {
            port = free.getLocalPort();
        }
        master = start(
                "master",
                "org.apache.spark.deploy.master.Master",
                "--host",
                LOOPBACK,
                "--port",
                Integer.toString(port),
                "--webui-port",
                "0");
        awaitPort();
        for (int i = 0; i < count; i++) {
            workers.add(start(
                    "worker-" + i,
                    "org.apache.spark.deploy.worker.Worker",
                    "--host",
                    LOOPBACK,
                    "--cores",
                    "1",
                    "--memory",
                    "1200m",
                    "--work-dir",
                    folder.resolve("work-" + i).toString(),
                    "--webui-port",
                    "0",
                    address()));
        }
    }

    String address() {
        return "spark://" + LOOPBACK + ":" + port;
    }

    private Process start(String name, String main, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx256m"));
        command.addAll(opens());
        command.add(main);
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve(name + ".log").toFile());
        builder.environment().put("CLASSPATH", System.getProperty("java.class.path"));
        builder.environment().put("SPARK_HOME", folder.resolve("home").toString());
        builder.environment().put("SPARK_SCALA_VERSION", "2.13");
        builder.environment().put("SPARK_LOCAL_IP", LOOPBACK);
        return builder.start();
    }

    /** What this JVM was given too. */
    private static List<String> opens() {
        return ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(argument -> argument.startsWith("--add-opens"))
                .toList();
    }

    private void awaitPort() throws IOException, InterruptedException {
        for (int tries = 0; tries < 600; tries++) {
            try (Socket open = new Socket(LOOPBACK, port)) {
                return;
            } catch (IOException e) {
                assertThat(master.isAlive())
                        .as(Files.readString(folder.resolve("master.log")))
                        .isTrue();
                Thread.sleep(100);
            }
        }
        throw new AssertionError(Files.readString(folder.resolve("master.log")));
    }

    /** Processes that do the work of a driver, by worker. */
    Stream<ProcessHandle> executors() {
        return workers.stream().flatMap(Process::descendants);
    }

    /** Kills the process of a worker; its executor ends by itself. */
    void killWorker(int index) {
        workers.get(index).destroyForcibly();
    }

    /** The settings of a driver on the loopback interface, as system properties. */
    static void setUpDriver() {
        System.setProperty("spark.driver.host", LOOPBACK);
        System.setProperty("spark.driver.bindAddress", LOOPBACK);
        System.setProperty("spark.executor.memory", "700m");
    }

    @Override
    public void close() {
        List<Process> all = new ArrayList<>(workers);
        all.add(master);
        for (Process process : all) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
        for (Process process : all) {
            try {
                process.waitFor(10, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
