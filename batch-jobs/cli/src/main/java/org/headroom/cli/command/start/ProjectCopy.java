package org.headroom.cli.command.start;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.headroom.model.FailureFamily;
import org.headroom.model.HeadroomException;
import org.headroom.model.OutsideFailure;
import org.headroom.runs.file.Folders;

/** A copy of a shipped project that depends on nothing outside of its folder. */
final class ProjectCopy {
    private static final String PROJECT = "headroom.yaml";

    /** The line by which editors find the schema of a file. */
    private static final Pattern SCHEMA = Pattern.compile("(\\$schema=)(?:\\.\\./)*(schema/(?:project|layer)\\.)");

    private static final Pattern POLICY = Pattern.compile("(?m)^policy: .*/rules/policy$");

    private final Path home;

    /** Copies from a Headroom in this folder. */
    ProjectCopy(Path home) {
        this.home = home;
    }

    /**
     * Makes the copy, whole or not at all.
     *
     * @param name folder of the project in the catalogue
     * @param target absolute path of the folder to make
     * @return the project file
     * @throws HeadroomException of family CONFIG when the folder has something in it already or cannot be made
     */
    Path make(String name, Path target) {
        Path from = home.resolve(Path.of("geodata", "catalog", name));
        Path making = target.resolveSibling("." + target.getFileName() + ".making");
        try {
            if (Files.exists(target) && (!Files.isDirectory(target) || !isEmpty(target))) {
                throw new HeadroomException(
                        FailureFamily.CONFIG,
                        target + " is there already and not empty",
                        "Give a new folder, so that nothing is written over.");
            }
            Folders.delete(making);
            copy(from.resolve("data"), making.resolve("data"), "");
            copy(from.resolve("layers"), making.resolve("layers"), "../");
            copy(home.resolve(Path.of("rules", "policy")), making.resolve("policy"), "");
            copy(home.resolve(Path.of("geodata", "catalog", "schema")), making.resolve("schema"), "");
            String project = Files.readString(from.resolve(PROJECT), StandardCharsets.UTF_8);
            Files.writeString(
                    making.resolve(PROJECT),
                    POLICY.matcher(SCHEMA.matcher(project).replaceAll("$1$2")).replaceAll("policy: policy"));
            show(making, target);
            return target.resolve(PROJECT);
        } catch (IOException e) {
            throw new HeadroomException(
                    FailureFamily.CONFIG,
                    "cannot copy " + from + " to " + target + ": " + OutsideFailure.describe(e),
                    "Choose a folder that may be written to.",
                    e);
        }
    }

    /** By one rename; into a folder that is there, which somebody may stand in, by one for each entry. */
    private static void show(Path making, Path target) throws IOException {
        if (!Files.exists(target)) {
            Files.move(making, target);
            return;
        }
        try (Stream<Path> entries = Files.list(making)) {
            for (Path entry : entries.sorted().toList()) {
                Files.move(entry, target.resolve(entry.getFileName()));
            }
        }
        Files.delete(making);
    }

    private static boolean isEmpty(Path folder) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.findAny().isEmpty();
        }
    }

    /**
     * Copies a folder with all below it; the copies may be written to, whatever holds of the originals.
     *
     * @param up from a file in the folder to where {@code schema} lies; nothing when no line for editors is to be changed
     */
    private static void copy(Path from, Path to, String up) throws IOException {
        Files.createDirectories(to);
        try (Stream<Path> entries = Files.list(from)) {
            for (Path entry : entries.sorted().toList()) {
                Path target = to.resolve(from.relativize(entry));
                if (Files.isDirectory(entry)) {
                    copy(entry, target, up.isEmpty() ? "" : "../" + up);
                } else if (!up.isEmpty() && entry.toString().endsWith(".yaml")) {
                    String text = Files.readString(entry, StandardCharsets.UTF_8);
                    Files.writeString(target, SCHEMA.matcher(text).replaceAll("$1" + up + "$2"));
                } else {
                    try (OutputStream out = Files.newOutputStream(target)) {
                        Files.copy(entry, out);
                    }
                }
            }
        }
    }
}
