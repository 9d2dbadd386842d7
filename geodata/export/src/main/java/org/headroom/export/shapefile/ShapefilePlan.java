package org.headroom.export.shapefile;

import java.nio.file.Path;
import java.time.LocalDate;
import org.headroom.export.About;

/**
 * All that the sets of a shapefile are written from, found before the first byte.
 *
 * @param partRows rows of a set, at least 1; the last may have fewer
 * @param blockRows rows that are formatted at once
 * @param about what the files beside it say of the run
 */
record ShapefilePlan(
        PointPlan points,
        DbfPlan dbf,
        LocalDate evaluationDate,
        Path folder,
        String baseName,
        int partRows,
        int blockRows,
        About about) {
    /** A file of the set that begins with a row. */
    Path file(int firstRow, String extension) {
        int number = firstRow / partRows + 1;
        return folder.resolve((number == 1 ? baseName : baseName + "_" + number) + extension);
    }
}
