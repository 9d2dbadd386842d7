package org.headroom.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** A copy of the embedded sample and of the shipped policies that a test may change. */
final class SampleProject {
    private final Path folder;
    private boolean inProcesses;

    private SampleProject(Path folder, boolean isThere) {
        this.folder = folder;
        if (isThere) {
            return;
        }
        copy("geodata/catalog/samples");
        copy("rules/policy");
        copy("rules/policies");
    }

    /** Copies to a folder that is not there yet; the places of the two to each other stay as in the checkout. */
    SampleProject(Path folder) {
        this(folder, false);
    }

    /** A copy that was made before. */
    static SampleProject at(Path folder) {
        return new SampleProject(folder, true);
    }

    /** Makes it the project of its home that commands take when none is named. */
    SampleProject asDefault() {
        copy("geodata/catalog/samples", "geodata/catalog/us");
        return this;
    }

    Path projectFile() {
        return file("geodata/catalog/samples/headroom.yaml");
    }

    Path file(String path) {
        return folder.resolve(path);
    }

    /** Changes a text file; fails when that changes nothing. */
    SampleProject edit(String path, UnaryOperator<String> change) {
        edit(file(path), change);
        return this;
    }

    /** Changes any text file; fails when that changes nothing. */
    static void edit(Path file, UnaryOperator<String> change) {
        try {
            String before = Files.readString(file);
            String after = change.apply(before);
            if (after.equals(before)) {
                throw new AssertionError("the edit of " + file + " changes nothing");
            }
            Files.writeString(file, after);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Has every command on it run in a process. What a process has begun is not gone on with in the JVM of the tests: there modules may come
     * from folders, and so are others.
     */
    SampleProject inProcesses() {
        inProcesses = true;
        return this;
    }

    /** Makes the grid of candidate sites finer or coarser. */
    SampleProject spacing(String km) {
        return project(text -> text.replaceFirst("spacingKm: [0-9.]+", "spacingKm: " + km));
    }

    /** Changes the project file; fails when that changes nothing. */
    SampleProject project(UnaryOperator<String> change) {
        edit(projectFile(), change);
        return this;
    }

    /** Ranking this project as the output folder is. */
    Headroom command(Path out, String... more) {
        Headroom rank = Headroom.with("rank", "--project", projectFile().toString(), "--out", out.toString())
                .and(more);
        return inProcesses ? rank.inAProcess() : rank;
    }

    /** Ranking this project in an output folder in which an earlier night has left what it keeps. */
    Headroom later(Path out, String... more) {
        EarlierNight.lay(out);
        return command(out, more);
    }

    Headroom.Result rank(Path out, String... more) {
        return later(out, more).run();
    }

    /** Ranks, and must succeed; gives the folder of the run. */
    Path ranked(Path out, String... more) {
        return later(out, more).ranked();
    }

    private void copy(String path) {
        copy(path, path);
    }

    private void copy(String path, String target) {
        Path from = Headroom.HOME.resolve(path);
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path to = folder.resolve(target).resolve(from.relativize(file).toString());
                Files.createDirectories(to.getParent());
                Files.copy(file, to);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
