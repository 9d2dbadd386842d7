package org.headroom.export.shapefile;

import java.util.ArrayList;
import java.util.List;
import org.headroom.export.ExportColumn;
import org.headroom.model.FailureFamily;
import org.headroom.model.HeadroomException;

/** Collects what a shapefile cannot hold, so that all of it is named at once. */
final class Refusals {
    /** Where the table said what the column holds, the row of a value is not known. */
    static final int NO_ROW = -1;

    private final List<String> problems = new ArrayList<>();

    void add(ExportColumn column, int row, String problem) {
        String place = row == NO_ROW ? "" : ", row " + (row + 1L);
        problems.add("column " + column.name() + place + ": " + problem);
    }

    /**
     * Width of a field: as asked for, else as needed.
     *
     * @param max what the format allows
     */
    int width(ExportColumn column, int needed, int max) {
        int asked = column.heading().dbf().width();
        if (asked > max) {
            add(column, NO_ROW, "a width of " + asked + " is asked for, the most are " + max);
        }
        return asked > 0 ? asked : needed;
    }

    /** Refuses a value when it is longer than the width that is asked for, or else than what the format allows. */
    void checkFits(ExportColumn column, int row, String value, int needed, int max) {
        int asked = column.heading().dbf().width();
        if (asked > 0 && needed > asked) {
            add(column, row, value + " needs " + needed + " characters, its width is " + asked);
        } else if (needed > max) {
            add(column, row, value + " needs " + needed + " characters, the most are " + max);
        }
    }

    /** @throws HeadroomException when anything was refused */
    void check() {
        if (!problems.isEmpty()) {
            throw new HeadroomException(
                    FailureFamily.DATA,
                    "the shapefile cannot hold the ranking: " + String.join("; ", problems),
                    "Lower the decimals of the column, give it another width where one is asked for, or correct the input"
                            + " that gives the value.");
        }
    }
}
