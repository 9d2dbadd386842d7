package org.headroom.jobs.run;

import java.nio.file.Path;
import java.util.List;
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
