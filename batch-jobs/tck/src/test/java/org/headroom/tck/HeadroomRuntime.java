package org.headroom.tck;

import java.time.Clock;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import org.headroom.runtime.JobRepository;
import org.headroom.runtime.engine.LeasedRuntime;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/**
 * Opens the batch runtime of Headroom on an empty output folder before the first test, and closes it after the last. The tests
 * take what {@code BatchRuntime.getJobOperator()} gives, of which there is one in a class loader; so it is this one, with its repository,
 * its transactions, its artifact factory and its threads.
 */
public final class HeadroomRuntime implements LauncherSessionListener {
    private static final String WAITING_TIMES = "/tck.default.sleep.time.properties";

    private LeasedRuntime runtime;

    @Override
    public void launcherSessionOpened(LauncherSession session) {
        String output = System.getProperty("headroom.tck.output");
        if (output == null) {
            return;
        }
        try {
            useWaitingTimes();
            delete(Path.of(output));
            runtime = LeasedRuntime.open(Path.of(output), JobRepository.EMBEDDED, Clock.systemUTC(), message -> {});
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void launcherSessionClosed(LauncherSession session) {
        if (runtime != null) {
            runtime.close();
        }
    }

    private static void useWaitingTimes() throws IOException {
        Properties times = new Properties();
        try (InputStream in = HeadroomRuntime.class.getResourceAsStream(WAITING_TIMES)) {
            times.load(in);
        }
        times.forEach(System.getProperties()::putIfAbsent);
    }

    private static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            List<Path> all;
            try (Stream<Path> walk = Files.walk(folder)) {
                all = walk.sorted(Comparator.reverseOrder()).toList();
            }
            for (Path path : all) {
                Files.delete(path);
            }
        }
    }
}
