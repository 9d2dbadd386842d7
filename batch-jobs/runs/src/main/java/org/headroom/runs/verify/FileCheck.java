package org.headroom.runs.verify;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.headroom.runs.Manifest;
import org.headroom.runs.file.Digests;
import org.headroom.runs.file.Json;

/** Compares every file of a run with the manifest, and the manifest with the digest beside it. */
final class FileCheck {
    private static final int DIGEST_DIGITS = 64;
    /** A digest of other bytes has some 60 other digits, so one that is nearly right was itself damaged. */
    private static final int NEARLY = 8;

    private static final Set<String> UP = Set.of(".", "..");

    private final Path folder;
    private final List<Finding> findings = new ArrayList<>();
    private final Set<String> damaged = new TreeSet<>();

    FileCheck(Path folder) {
        this.folder = folder;
    }

    /** Paths of the files that the manifest lists and that are missing or changed; after the checks. */
    Set<String> damaged() {
        return damaged;
    }

    /** Checks and reads the manifest; empty when nothing can be compared with it. */
    Optional<Manifest> manifest() {
        Path file = folder.resolve(Manifest.FILE);
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            findings.add(new Finding(Manifest.FILE, Files.exists(file) ? "is no plain file" : "is missing"));
            return Optional.empty();
        }
        try {
            return isProven(file) ? Optional.of(Json.read(file, Manifest.class)) : Optional.empty();
        } catch (UncheckedIOException e) {
            findings.add(new Finding(Manifest.FILE, "cannot be read: " + Findings.reason(e)));
            return Optional.empty();
        }
    }

    /** False when the manifest was changed. Where its digest is lost, the manifest is taken as it is. */
    private boolean isProven(Path manifest) {
        String line;
        try {
            line = Files.readString(folder.resolve(Manifest.DIGEST_FILE));
        } catch (IOException e) {
            findings.add(new Finding(Manifest.DIGEST_FILE, "is missing or cannot be read"));
            return true;
        }
        String digest = Digests.ofFile(manifest);
        String right = Digests.line(digest, Manifest.FILE);
        if (line.equals(right)) {
            return true;
        }
        if (!line.matches("[0-9a-f]{64}  " + Manifest.FILE.replace(".", "\\.") + "\n")) {
            findings.add(new Finding(Manifest.DIGEST_FILE, "is not a line of sha256sum"));
            return true;
        }
        if (differences(line, right) <= NEARLY) {
            findings.add(new Finding(Manifest.DIGEST_FILE, "is damaged: some of its digits are wrong"));
            return true;
        }
        findings.add(new Finding(
                Manifest.FILE, "was changed, so that nothing can be compared with it: " + instead(digest, line)));
        return false;
    }

    private static int differences(String line, String other) {
        int differences = 0;
        for (int i = 0; i < DIGEST_DIGITS; i++) {
            differences += line.charAt(i) == other.charAt(i) ? 0 : 1;
        }
        return differences;
    }

    /** Compares all files; without a manifest there is nothing to compare. */
    CheckResult check(Optional<Manifest> manifest) {
        if (manifest.isEmpty()) {
            return new CheckResult("files", "only the manifest", findings);
        }
        List<Manifest.FileEntry> listed = manifest.get().files();
        listed.parallelStream()
                .map(this::compare)
                .flatMap(Optional::stream)
                .toList()
                .forEach(finding -> {
                    findings.add(finding);
                    damaged.add(finding.file());
                });
        findUnlisted(listed.stream().map(Manifest.FileEntry::file).collect(Collectors.toSet()));
        long bytes = listed.stream().mapToLong(Manifest.FileEntry::bytes).sum();
        return new CheckResult("files", listed.size() + " files, " + bytes + " bytes", findings);
    }

    private Optional<Finding> compare(Manifest.FileEntry entry) {
        Path file = folder.resolve(entry.file());
        if (!isInside(entry.file())) {
            return Optional.of(new Finding(
                    entry.file().replaceAll("\\p{C}", "?"),
                    "is listed, but is no path within the run; it is not read"));
        }
        try {
            if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
                return Optional.of(new Finding(entry.file(), "is missing"));
            }
            if (Files.size(file) != entry.bytes()) {
                return Optional.of(
                        new Finding(entry.file(), "has " + Files.size(file) + " bytes instead of " + entry.bytes()));
            }
            String digest = Digests.ofFile(file);
            return digest.equals(entry.sha256())
                    ? Optional.empty()
                    : Optional.of(new Finding(entry.file(), "was changed: " + instead(digest, entry.sha256())));
        } catch (IOException | UncheckedIOException e) {
            return Optional.of(new Finding(entry.file(), "cannot be read: " + Findings.reason(e)));
        }
    }

    /** Written as Headroom writes paths, and without a link on the way, which could lead out of the run. */
    private boolean isInside(String path) {
        if (!path.matches("[^/\\\\\\p{C}]+(/[^/\\\\\\p{C}]+)*")
                || List.of(path.split("/")).stream().anyMatch(UP::contains)) {
            return false;
        }
        for (Path part = folder.resolve(path).getParent();
                part != null && !part.equals(folder);
                part = part.getParent()) {
            if (Files.isSymbolicLink(part)) {
                return false;
            }
        }
        return true;
    }

    private void findUnlisted(Set<String> listed) {
        try (Stream<Path> all = Files.walk(folder)) {
            all.filter(file -> !Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS))
                    .map(file -> folder.relativize(file).toString().replace('\\', '/'))
                    .filter(file -> !listed.contains(file))
                    .filter(file -> !file.equals(Manifest.FILE) && !file.equals(Manifest.DIGEST_FILE))
                    .sorted()
                    .forEach(file -> findings.add(new Finding(file, "is not in the manifest")));
        } catch (IOException | UncheckedIOException e) {
            findings.add(new Finding(".", "cannot be listed: " + Findings.reason(e)));
        }
    }

    private static String instead(String digest, String expected) {
        return "its SHA-256 is " + digest.substring(0, 12) + "... instead of "
                + expected.substring(0, Math.min(12, expected.length())) + "...";
    }
}
