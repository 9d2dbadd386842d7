package org.headroom.export;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A format whose files are read back when a run is verified. Of the others the digest alone is checked. */
public interface ReadBackFormat extends ExportFormat {
    /** Beginnings of the names of the files that a table is read back from; the first is a whole name. */
    List<String> files(String baseName);

    /**
     * Opens what was written.
     *
     * @param shortNames see {@link ExportResult}
     */
    PublishedTable open(Path folder, String baseName, Map<String, String> shortNames) throws IOException;

    @Override
    default boolean isUsual() {
        return true;
    }
}
