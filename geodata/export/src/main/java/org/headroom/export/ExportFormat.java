package org.headroom.export;

import java.util.List;
import java.util.ServiceLoader;

/**
 * A kind of file in which a run is published. The list of them is {@code META-INF/services/org.headroom.export.ExportFormat}; they are
 * written in its order. Implementations hold nothing and are safe for several threads.
 */
public interface ExportFormat {
    /** Name in project files, lower case. */
    String id();

    /**
     * Writes and syncs the files; those of the same name are replaced. When it fails no file is left.
     *
     * @throws org.headroom.model.HeadroomException CONFIG or DATA when the format cannot hold the table; EXTERNAL when a file cannot be
     *     written
     */
    ExportResult write(Publication publication);

    /** Whether it is written where a project names no formats. */
    default boolean isUsual() {
        return false;
    }

    /** All formats. */
    static List<ExportFormat> all() {
        return ServiceLoader.load(ExportFormat.class, ExportFormat.class.getClassLoader()).stream()
                .map(ServiceLoader.Provider::get)
                .toList();
    }
}
