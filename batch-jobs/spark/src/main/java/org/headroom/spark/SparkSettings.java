package org.headroom.spark;

import java.io.File;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.spark.SparkConf;

/**
 * How Spark is set up where nobody says otherwise. Every setting of Spark may be given as a system property of the driver, as in {@code
 * HEADROOM_OPTS=-Dspark.executor.memory=4g}, and then stands.
 */
final class SparkSettings {
    /** What is of no use to an executor, or of another machine. */
    private static final List<String> HANDED_ON = List.of("HEADROOM_DATA", "HEADROOM_HOME", "HEADROOM_USER_HOME");

    private SparkSettings() {}

    static SparkConf of(String master) {
        SparkConf settings = new SparkConf().setMaster(master);
        settings.setIfMissing("spark.app.name", "headroom");
        settings.setIfMissing("spark.ui.enabled", "false");
        settings.setIfMissing("spark.executor.memory", "2g");
        // The classes of the driver, first to last: an executor that has others measures otherwise.
        settings.setIfMissing("spark.executor.extraClassPath", classPath(System.getProperty("java.class.path")));
        settings.setIfMissing(
                "spark.executor.extraJavaOptions",
                "-Djava.awt.headless=true -Dslf4j.provider=ch.qos.logback.classic.spi.LogbackServiceProvider"
                        + " -Dslf4j.internal.verbosity=WARN");
        Map<String, String> environment = System.getenv();
        for (String name : HANDED_ON) {
            if (environment.containsKey(name)) {
                settings.setIfMissing("spark.executorEnv." + name, environment.get(name));
            }
        }
        return settings;
    }

    /** With absolute paths, as an executor works in a folder of its own. */
    private static String classPath(String given) {
        return Arrays.stream(given.split(File.pathSeparator))
                .filter(entry -> !entry.isEmpty())
                .map(entry -> Path.of(entry).toAbsolutePath().normalize().toString())
                .collect(Collectors.joining(File.pathSeparator));
    }
}
