package org.headroom.export.shapefile;

import java.util.ArrayList;
import java.util.List;
import org.headroom.export.DbfForm.Need;
import org.headroom.export.ExportColumn;
import org.headroom.model.FailureFamily;
import org.headroom.model.HeadroomException;

/** Collects what a shapefile cannot hold, so that all of it is named at once. */
final class Refusals {
    private final List<String> problems = new ArrayList<>();

    void add(ExportColumn column, String problem) {
        problems.add("column " + column.name() + ": " + problem);
    }

    /**
     * Width of a text: as asked for, else as needed.
     *
     * @param max what the format allows
     */
    int width(ExportColumn column, int needed, int max) {
        int asked = column.heading().dbf().width();
        if (asked > max) {
            add(column, "a width of " + asked + " is asked for, the most are " + max);
        }
        return asked > 0 ? asked : needed;
    }

    /**
     * Width of a number: as asked for, else as needed; a usual width gives way to longer values.
     *
     * @param unknown characters of what stands for a value that is not known
     * @param max what the format allows
     */
    int width(ExportColumn column, int needed, int unknown, int max) {
        int asked = width(column, 0, max);
        boolean isFixed = asked > 0 && column.heading().dbf().need() == Need.ASKED;
        return isFixed ? asked : Math.max(asked, Math.max(needed, unknown));
    }

    /** For a value that is not known, in a field that is too narrow to say so. */
    static HeadroomException noRoomForUnknown(ExportColumn column) {
        return new HeadroomException(
                FailureFamily.CONFIG,
                "column " + column.name()
                        + " has a value that is not known, and its width leaves no room for a number that says so",
                "Give the column a width of at least 5.");
    }

    /** Refuses a value when it is longer than the width that is asked for, or else than what the format allows. */
    void checkFits(ExportColumn column, String value, int needed, int max) {
        int asked = column.heading().dbf().width();
        if (asked > 0 && needed > asked && column.heading().dbf().need() == Need.ASKED) {
            add(column, value + " needs " + needed + " characters, its width is " + asked);
        } else if (needed > max) {
            add(column, value + " needs " + needed + " characters, the most are " + max);
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
