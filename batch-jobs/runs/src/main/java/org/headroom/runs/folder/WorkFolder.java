package org.headroom.runs.folder;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.headroom.model.FailureFamily;
import org.headroom.model.HeadroomException;
import org.headroom.model.OutsideFailure;
import org.headroom.runs.ExplanationFiles;
import org.headroom.runs.RunFolders;
import org.headroom.runs.file.Folders;
import org.headroom.runs.file.Json;
import org.headroom.trust.Seals;

/**
 * The folder in which a run keeps the result of each step until it is published: {@code .DATE-N.work} beside the published runs. It
 * holds all that a restart needs.
 *
 * @param path absolute path
 */
public record WorkFolder(Path path) {
    private static final String REQUEST = "request.json";
    private static final String SEAL = "request.seal";
    private static final String PURPOSE = "request for a run";
    private static final String OUTCOME = "outcome.json";
    private static final String SUFFIX = ".work";
    private static final List<String> PARTS = List.of("sites", "measurements", "faults", "scores");
    private static final Pattern NAME = Pattern.compile("\\.\\d{4}-\\d{2}-\\d{2}-\\d+" + Pattern.quote(SUFFIX));

    /** Makes the folder of a new run, with a number of the day behind those of all published runs that no unfinished one has. */
    public static WorkFolder create(RunRequest request) {
        try {
            Files.createDirectories(request.out());
            for (int n = new RunFolders(request.out()).nextNumber(request.date()); ; n++) {
                String name = request.date() + "-" + n;
                WorkFolder folder = new WorkFolder(request.out().resolve("." + name + SUFFIX));
                try {
                    Files.createDirectory(folder.path);
                } catch (FileAlreadyExistsException e) {
                    continue;
                }
                folder.createParts();
                Json.write(folder.path.resolve(REQUEST), request);
                folder.seal();
                return folder;
            }
        } catch (IOException e) {
            throw unwritable(request.out(), e);
        } catch (UncheckedIOException e) {
            throw unwritable(request.out(), Objects.requireNonNull(e.getCause()));
        }
    }

    private void createParts() throws IOException {
        for (String part : PARTS) {
            Files.createDirectory(path.resolve(part));
        }
    }

    /**
     * Makes a folder for the columns of a part of the sites. It fails when the folder around it is gone, so that nobody works on for a run that is
     * over, and when there is one of that name already, so that no two ever write to the same one.
     *
     * @param path absolute path
     */
    public static WorkFolder createForPart(Path path) {
        try {
            Files.createDirectory(path);
            WorkFolder folder = new WorkFolder(path);
            folder.createParts();
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where other processes put the columns of parts of the sites, until this run takes them. */
    public Path attempts() {
        return path.resolve("attempts");
    }

    private static HeadroomException unwritable(Path out, IOException cause) {
        return new HeadroomException(
                FailureFamily.EXTERNAL,
                "cannot write to the folder for runs " + out + " (" + OutsideFailure.describe(cause) + ")",
                "Make room or make it writable, or give another folder with --out.",
                cause);
    }

    /** What the run was asked for. */
    public RunRequest request() {
        if (!Files.exists(path.resolve(REQUEST))) {
            throw new HeadroomException(
                    FailureFamily.DATA,
                    "the work folder " + path + " is gone or incomplete",
                    "Start the run anew with \"headroom rank\".");
        }
        if (!isOwn()) {
            throw new HeadroomException(
                    FailureFamily.DATA,
                    "what lies in the work folder " + path
                            + " was not begun by this user, or by an earlier version; it is not gone on with",
                    "Start the run anew with \"headroom rank\".");
        }
        return Json.read(path.resolve(REQUEST), RunRequest.class);
    }

    /** It says which modules are loaded, so one that somebody else wrote is not followed. */
    private void seal() throws IOException {
        Optional<String> seal = Seals.own().of(PURPOSE, name(), Files.readAllBytes(path.resolve(REQUEST)));
        if (seal.isPresent()) {
            Files.writeString(path.resolve(SEAL), seal.get(), StandardCharsets.US_ASCII);
        }
    }

    private boolean isOwn() {
        if (!Seals.own().reason().isEmpty()) {
            return true;
        }
        try {
            return isNamedLike(path.getFileName().toString())
                    && !Files.isSymbolicLink(path)
                    && Files.exists(path.resolve(SEAL))
                    && Seals.own()
                            .isOwn(
                                    Files.readString(path.resolve(SEAL), StandardCharsets.US_ASCII),
                                    PURPOSE,
                                    name(),
                                    Files.readAllBytes(path.resolve(REQUEST)));
        } catch (IOException e) {
            return false;
        }
    }

    private byte[] name() {
        return path.getFileName().toString().getBytes(StandardCharsets.UTF_8);
    }

    /** Name of the published folder that this run becomes: {@code DATE-N}. */
    public String runName() {
        String name = path.getFileName().toString();
        return name.substring(1, name.length() - SUFFIX.length());
    }

    public Path inputs() {
        return path.resolve("inputs.json");
    }

    /** Which run this one is compared with. */
    public Path before() {
        return path.resolve("before.json");
    }

    /** The columns made so far: sites, measurements, scores and order. */
    public ExplanationFiles columns() {
        return new ExplanationFiles(path);
    }

    /** Takes away what a process that died has left of the sites; the files may be those of a published run, so none is written over. */
    public void clearSites() {
        try {
            Folders.delete(columns().sites());
            Files.createDirectory(columns().sites());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Problems that modules made while measuring, one file for each module that made any. */
    public Path faults() {
        return path.resolve("faults");
    }

    /** Which blocks were measured. */
    public Path measurementSeals() {
        return path.resolve("measured.seals");
    }

    /** Which blocks were scored. */
    public Path scoreSeals() {
        return path.resolve("scored.seals");
    }

    public void outcome(Outcome outcome) {
        Json.write(path.resolve(OUTCOME), outcome);
    }

    public Optional<Outcome> findOutcome() {
        Path file = path.resolve(OUTCOME);
        return Files.exists(file) ? Optional.of(Json.read(file, Outcome.class)) : Optional.empty();
    }

    public void clearOutcome() {
        try {
            Files.deleteIfExists(path.resolve(OUTCOME));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Deletes the folder with all that is in it; the request first, so that nobody goes on with what is left when it is interrupted. */
    public void delete() {
        try {
            Files.deleteIfExists(path.resolve(REQUEST));
            Folders.delete(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether a folder beside the published runs is named like a work folder. */
    public static boolean isNamedLike(String name) {
        return NAME.matcher(name).matches();
    }

    /** Deletes all work folders beside the published runs but some. */
    public static void deleteAllBut(Path out, Set<WorkFolder> kept) {
        if (!Files.isDirectory(out)) {
            return;
        }
        try (Stream<Path> folders = Files.list(out)) {
            folders.filter(folder -> isNamedLike(folder.getFileName().toString()))
                    .map(WorkFolder::new)
                    .filter(folder -> !kept.contains(folder))
                    .toList()
                    .forEach(WorkFolder::delete);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
