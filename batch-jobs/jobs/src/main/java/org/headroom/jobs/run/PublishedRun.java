package org.headroom.jobs.run;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.headroom.jobs.file.Json;
import org.headroom.model.FailureFamily;
import org.headroom.model.HeadroomException;

/**
 * A run that was published.
 *
 * @param folder its folder
 */
public record PublishedRun(Path folder) {
    /** {@code DATE-N}. */
    public String name() {
        return folder.getFileName().toString();
    }

    /**
     * What the run was made from and what came of it.
     *
     * @throws HeadroomException of family DATA when the manifest is missing or damaged
     */
    public Manifest manifest() {
        try {
            return Json.read(folder.resolve(Manifest.FILE), Manifest.class);
        } catch (UncheckedIOException e) {
            throw new HeadroomException(
                    FailureFamily.DATA,
                    "run " + name() + " is damaged: " + folder.resolve(Manifest.FILE) + " cannot be read",
                    "Remove its folder, or take it from a backup. \"headroom runs verify\" tells what else is damaged.",
                    e);
        }
    }

    /** The manifest; empty when it is missing or damaged, or the run was removed since it was listed. */
    public Optional<Manifest> findManifest() {
        try {
            return Optional.of(manifest());
        } catch (HeadroomException e) {
            return Optional.empty();
        }
    }

    /** The sites of the first ranks, at most so many; cheap for any number of sites. */
    public List<RankedRow> head(int rows) {
        try (RankedTop top = new RankedTop(explanationFiles())) {
            return top.rows(rows);
        }
    }

    public ExplanationFiles explanationFiles() {
        return new ExplanationFiles(folder.resolve("explanations"));
    }
}
