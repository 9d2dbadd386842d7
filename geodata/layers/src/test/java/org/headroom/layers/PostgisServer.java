package org.headroom.layers;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** A PostgreSQL server with PostGIS on a free port of the loopback, from the packages of the machine (Debian: postgresql-NN-postgis-3). */
public final class PostgisServer implements AutoCloseable {
    private static final Path PROGRAMS = Path.of("/usr/lib/postgresql");

    private final Process process;
    private final int port;

    private PostgisServer(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /** Skips the test where PostGIS is not installed, and says so. */
    public static PostgisServer start(Path folder) throws IOException, InterruptedException {
        Optional<Path> found = programs();
        if (found.isEmpty()) {
            Assumptions.abort("PostGIS is not installed (postgresql-NN-postgis-3)");
        }
        Path programs = found.orElseThrow();
        String data = folder.resolve("data").toString();
        Process made = run(
                folder,
                programs.resolve("initdb").toString(),
                "-D",
                data,
                "-U",
                "postgres",
                "-A",
                "trust",
                "-N",
                "-E",
                "UTF8");
        if (!made.waitFor(60, TimeUnit.SECONDS) || made.exitValue() != 0) {
            throw new AssertionError("initdb failed: " + Files.readString(folder.resolve("log")));
        }
        int port = freePort();
        PostgisServer server = new PostgisServer(
                run(
                        folder,
                        programs.resolve("postgres").toString(),
                        "-D",
                        data,
                        "-p",
                        Integer.toString(port),
                        "-c",
                        "listen_addresses=127.0.0.1",
                        "-c",
                        "unix_socket_directories=",
                        "-c",
                        "fsync=off"),
                port);
        server.await(folder);
        return server;
    }

    private static Optional<Path> programs() throws IOException {
        if (!Files.isDirectory(PROGRAMS)) {
            return Optional.empty();
        }
        try (Stream<Path> versions = Files.list(PROGRAMS)) {
            return versions.filter(version -> Files.exists(Path.of(
                            "/usr/share/postgresql",
                            String.valueOf(version.getFileName()),
                            "extension/postgis.control")))
                    .map(version -> version.resolve("bin"))
                    .max(Comparator.naturalOrder());
        }
    }

    private static Process run(Path folder, String... command) throws IOException {
        List<String> whole = new ArrayList<>();
        if ("root".equals(System.getProperty("user.name"))) {
            // The server does not run as root.
            whole.addAll(List.of("unshare", "-U"));
        }
        whole.addAll(List.of(command));
        return new ProcessBuilder(whole)
                .redirectErrorStream(true)
                .redirectOutput(
                        ProcessBuilder.Redirect.appendTo(folder.resolve("log").toFile()))
                .start();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private void await(Path folder) throws IOException, InterruptedException {
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (System.nanoTime() < until && process.isAlive()) {
            try {
                DriverManager.getConnection(url()).close();
                return;
            } catch (SQLException e) {
                Thread.sleep(100);
            }
        }
        close();
        throw new AssertionError("the server did not start: " + Files.readString(folder.resolve("log")));
    }

    /** Its address, with the user. */
    public String url() {
        return "jdbc:postgresql://127.0.0.1:" + port + "/postgres?user=postgres";
    }

    @Override
    public void close() {
        process.destroy();
        try {
            process.waitFor(30, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
