package org.headroom.rules.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.headroom.model.FailureFamily;
import org.headroom.model.HeadroomException;
import org.headroom.model.NearestName;
import org.headroom.rules.check.PolicyProblem;
import org.headroom.rules.check.Problems;

/** Looks at what lies in a policy folder beside its parts: a folder whose name is misspelt or another would be lost without a word. */
final class PolicyEntries {
    private static final List<String> FOLDERS = List.of("criteria", "overlay", "parameters", "drl", "spec", "schema");
    private static final List<String> FILES = List.of("policy.yaml", "weights.yaml", "approval.yaml");
    /** The part of a policy that alone has files of an ending. */
    private static final Map<String, String> PART_BY_ENDING =
            Map.of(".spec.yaml", "spec", ".drl", "drl", ".drl.csv", "drl", ".drl.xlsx", "drl");

    private static final List<String> ENDINGS = List.of(".yaml", ".yml", ".drl", ".csv", ".xlsx");

    private PolicyEntries() {}

    static void check(Path folder, Problems problems) {
        try (Stream<Path> entries = Files.list(folder)) {
            for (Path entry : entries.sorted().toList()) {
                String name = String.valueOf(entry.getFileName()).replaceAll("\\p{C}", "?");
                boolean isFolder = Files.isDirectory(entry, LinkOption.NOFOLLOW_LINKS);
                if (name.startsWith(".")) {
                    hidden(name, problems);
                } else if (isFolder ? !FOLDERS.contains(name) : !FILES.contains(name)) {
                    unknown(entry, name, isFolder, problems);
                }
            }
        } catch (IOException e) {
            throw new HeadroomException(FailureFamily.EXTERNAL, "cannot list " + folder + ": " + e.getMessage(), "", e);
        }
    }

    private static boolean isRules(String name) {
        return ENDINGS.stream().anyMatch(name::endsWith);
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.map(entry -> String.valueOf(entry.getFileName()).toLowerCase(Locale.ROOT))
                    .toList();
        }
    }

    /** The part that is missing and whose files lie in a folder of another name. */
    private static Optional<String> renamed(Path entry) throws IOException {
        List<String> names = names(entry);
        return PART_BY_ENDING.entrySet().stream()
                .filter(known -> names.stream().anyMatch(name -> name.endsWith(known.getKey())))
                .map(Map.Entry::getValue)
                .filter(part -> !Files.exists(entry.resolveSibling(part), LinkOption.NOFOLLOW_LINKS))
                .min(Comparator.naturalOrder());
    }

    private static void hidden(String name, Problems problems) {
        // What tools of versions keep there has nothing to do with a policy.
        if (!name.startsWith(".git")) {
            problems.add(PolicyProblem.warning(name, 0, "is hidden; it is not used"));
        }
    }

    private static void unknown(Path entry, String name, boolean isFolder, Problems problems) throws IOException {
        String lower = name.toLowerCase(Locale.ROOT);
        Optional<String> meant = NearestName.of(lower, isFolder ? FOLDERS : FILES);
        if (meant.isEmpty() && isFolder) {
            meant = renamed(entry);
        }
        Optional<String> part = isFolder
                ? Optional.empty()
                : PART_BY_ENDING.entrySet().stream()
                        .filter(known -> lower.endsWith(known.getKey()))
                        .map(Map.Entry::getValue)
                        .findFirst();
        if (part.isPresent()) {
            problems.add(PolicyProblem.error(name, 0, "is not used, as it lies beside the folders of the policy")
                    .withAdvice("put it into " + part.get()));
        } else if (meant.isPresent()) {
            problems.add(PolicyProblem.error(
                            name, 0, "is not used: no " + (isFolder ? "folder" : "file") + " of a policy has that name")
                    .withAdvice("did you mean \"" + meant.get() + "\"?"));
        } else if (isFolder ? names(entry).stream().anyMatch(PolicyEntries::isRules) : isRules(lower)) {
            problems.add(PolicyProblem.warning(name, 0, "is not used")
                    .withAdvice("a policy has " + String.join(", ", FILES) + ", and the folders "
                            + String.join(", ", FOLDERS)));
        }
    }
}
