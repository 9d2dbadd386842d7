package org.headroom.cli.option;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.headroom.model.FailureFamily;
import org.headroom.model.HeadroomException;
import org.headroom.model.NearestName;

/** The policies that come with Headroom, by the names that commands take in place of a folder. */
public final class ShippedPolicies {
    private static final String FIRST = "us-ai-hosting";

    private ShippedPolicies() {}

    /**
     * The absolute path of a policy folder that is given by its path or by the name of one that comes with Headroom.
     *
     * @throws HeadroomException of family CONFIG when there is none
     */
    public static Path folder(Path given, Path home) {
        return folder(given, under(home));
    }

    /**
     * As {@link #folder(Path, Path)}; a name may also be that of a policy folder beside a project's own.
     *
     * @param own the policy folder of the project
     * @throws HeadroomException of family CONFIG when there is none
     */
    public static Path folder(Path given, Path home, Path own) {
        Map<String, Path> known = new TreeMap<>();
        Path beside = own.toAbsolutePath().normalize().getParent();
        if (beside != null) {
            addFrom(beside, known);
        }
        known.putAll(under(home));
        return folder(given, known);
    }

    private static Path folder(Path given, Map<String, Path> shipped) {
        Path absolute = given.toAbsolutePath().normalize();
        if (Files.isDirectory(absolute)) {
            return absolute;
        }
        Path named = shipped.get(given.toString());
        if (named == null) {
            throw new HeadroomException(
                    FailureFamily.CONFIG,
                    "there is no folder " + absolute + NearestName.hint(given.toString(), shipped.keySet()),
                    "Give the folder that policy.yaml is in, or one of: " + String.join(", ", shipped.keySet()) + ".");
        }
        return named;
    }

    /**
     * Their folders by name.
     *
     * @param home the folder with {@code geodata}, {@code rules} and {@code plugins}
     */
    public static Map<String, Path> under(Path home) {
        Map<String, Path> found = new TreeMap<>(Map.of(FIRST, home.resolve(Path.of("rules", "policy"))));
        addFrom(home.resolve(Path.of("rules", "policies")), found);
        return found;
    }

    private static void addFrom(Path folderOfPolicies, Map<String, Path> found) {
        if (Files.isDirectory(folderOfPolicies)) {
            try (Stream<Path> folders = Files.list(folderOfPolicies)) {
                folders.filter(folder -> Files.isRegularFile(folder.resolve("policy.yaml")))
                        .forEach(folder -> found.put(String.valueOf(folder.getFileName()), folder));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
