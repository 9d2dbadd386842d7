package org.headroom.jobs.run;

import java.nio.file.Path;
import org.headroom.jobs.file.Json;

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

    public Manifest manifest() {
        return Json.read(folder.resolve(Manifest.FILE), Manifest.class);
    }

    public ExplanationFiles explanationFiles() {
        return new ExplanationFiles(folder.resolve("explanations"));
    }
}
