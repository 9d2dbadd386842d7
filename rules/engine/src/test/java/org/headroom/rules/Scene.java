package org.headroom.rules;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** What an attempt may touch: a file that is not there, a secret, a port, properties of the program. Put back when closed. */
final class Scene implements AutoCloseable {
    static final String HARM = "headroom.harm";
    static final String SECRET = "kept-secret-4711";
    private static final long MAX_WAITING_MILLIS = 5_000;

    private final Path marker;
    private final Path secret;
    private final ServerSocket server;
    private final Locale locale = Locale.getDefault();
    private final TimeZone zone = TimeZone.getDefault();
    private final String threadName = Thread.currentThread().getName();
    private final @Nullable ClassLoader contextLoader = Thread.currentThread().getContextClassLoader();

    Scene(Path folder) {
        try {
            marker = folder.resolve("marker");
            secret = Files.writeString(folder.resolve("secret"), SECRET);
            server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        System.clearProperty(HARM);
        System.setProperty(HARM + ".kept", SECRET);
    }

    /** An attempt's text with the names of this scene. */
    String fill(String drl) {
        return drl.replace("@FILE@", marker.toString())
                .replace("@SECRET@", secret.toString())
                .replace("@PORT@", Integer.toString(server.getLocalPort()));
    }

    /** What has been touched, given what the run reported; empty when nothing was. */
    String harm(PlainDrools.@Nullable Outcome run, boolean mayTakeTime) {
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(mayTakeTime ? MAX_WAITING_MILLIS : 0);
        String found = now(run);
        while (found.isEmpty() && System.nanoTime() < end) {
            try {
                Thread.sleep(20);
            } catch (InterruptedException e) {
                return "thread interrupted";
            }
            found = now(run);
        }
        return found;
    }

    private String now(PlainDrools.@Nullable Outcome run) {
        if (Thread.interrupted()) {
            return "thread interrupted";
        }
        if (System.getProperty(HARM) != null) {
            return "property set";
        }
        if (System.getProperty(HARM + ".kept") == null) {
            return "property taken away";
        }
        if (Files.exists(marker)) {
            return "file written";
        }
        if (!Files.exists(secret)) {
            return "file deleted";
        }
        if (!Locale.getDefault().equals(locale) || !TimeZone.getDefault().equals(zone)) {
            return "locale or time zone changed";
        }
        Thread thread = Thread.currentThread();
        if (!thread.getName().equals(threadName) || thread.getContextClassLoader() != contextLoader) {
            return "thread changed";
        }
        if (isConnected()) {
            return "connection made";
        }
        return run == null ? "" : harm(run);
    }

    private static String harm(PlainDrools.Outcome run) {
        if (run.failure() != null) {
            return "run broken off: " + run.failure();
        }
        if (run.firings() >= PlainDrools.MAX_FIRINGS) {
            return "endless";
        }
        if (run.kv() != PlainDrools.KV) {
            return "measurement changed";
        }
        List<String> reasons = run.reasons();
        String path = System.getenv("PATH");
        if (reasons.stream().anyMatch(r -> r.contains(SECRET) || path != null && r.contains(path))) {
            return "secret read";
        }
        if (!reasons.contains("victim")) {
            return "another rule kept from firing";
        }
        return reasons.size() > 100 ? "another's work flooded" : "";
    }

    private boolean isConnected() {
        try {
            server.setSoTimeout(1);
            server.accept().close();
            return true;
        } catch (SocketTimeoutException e) {
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
        Files.deleteIfExists(marker);
        System.clearProperty(HARM);
        System.clearProperty(HARM + ".kept");
        Locale.setDefault(locale);
        TimeZone.setDefault(zone);
        Thread.currentThread().setName(threadName);
        Thread.currentThread().setContextClassLoader(contextLoader);
    }
}
