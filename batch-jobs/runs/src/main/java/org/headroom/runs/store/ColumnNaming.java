package org.headroom.runs.store;

import java.nio.file.Path;

/** Names of the column files; the same in a run's work folder and in a published run. */
public final class ColumnNaming {
    /** What the names of measurement files end with. */
    public static final String SUFFIX = ".column";

    private ColumnNaming() {}

    /** The file of a criterion's measurements in a folder of measurements. */
    public static Path measurements(Path folder, String criterionId) {
        return folder.resolve(criterionId + SUFFIX);
    }

    /** The criterion whose measurements a file holds. */
    public static String criterionOf(Path file) {
        String name = file.getFileName().toString();
        return name.substring(0, name.length() - SUFFIX.length());
    }

    /** The file of the scores in a folder of scores. */
    public static Path scores(Path folder) {
        return folder.resolve("scores.columns");
    }
}
