package org.headroom.cli.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The policies that come with Headroom, by the names that commands take in place of a folder. */
final class ShippedPolicies {
    private static final String FIRST = "us-ai-hosting";

    private ShippedPolicies() {}

    /**
     * Their folders by name.
     *
     * @param home the folder with {@code geodata}, {@code rules} and {@code plugins}
     */
    static Map<String, Path> under(Path home) {
        Map<String, Path> found = new TreeMap<>(Map.of(FIRST, home.resolve(Path.of("rules", "policy"))));
        Path others = home.resolve(Path.of("rules", "policies"));
        if (Files.isDirectory(others)) {
            try (Stream<Path> folders = Files.list(others)) {
                folders.filter(folder -> Files.isRegularFile(folder.resolve("policy.yaml")))
                        .forEach(folder -> found.put(String.valueOf(folder.getFileName()), folder));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return found;
    }
}
