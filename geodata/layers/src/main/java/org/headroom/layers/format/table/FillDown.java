package org.headroom.layers.format.table;

import java.util.List;
import org.headroom.layers.format.SourceException;
import org.headroom.model.NearestName;
import org.jspecify.annotations.Nullable;

/** Gives blank cells of some columns the value of the cell above. Not safe for several threads. */
final class FillDown {
    private final int[] columns;
    private final @Nullable Object[] last;

    /** @param names columns to fill; each must be among all columns */
    FillDown(List<String> names, List<String> all) throws SourceException {
        this.columns = new int[names.size()];
        this.last = new @Nullable Object[columns.length];
        for (int i = 0; i < columns.length; i++) {
            columns[i] = all.indexOf(names.get(i));
            if (columns[i] < 0) {
                throw new SourceException(
                        "has no column \"" + names.get(i) + "\" for source.fillDown"
                                + NearestName.hint(names.get(i), all),
                        "The columns are: " + String.join(", ", all));
            }
        }
    }

    void fill(@Nullable Object[] values) {
        for (int i = 0; i < columns.length; i++) {
            Object own = values[columns[i]];
            if (own == null) {
                values[columns[i]] = last[i];
            } else {
                last[i] = own;
            }
        }
    }

    /** Takes note of a damaged row: what it holds may stand in the wrong column, so nothing below is filled from it or across it. */
    void passOver(@Nullable Object[] values) {
        for (int i = 0; i < columns.length; i++) {
            if (values[columns[i]] != null) {
                last[i] = null;
            }
        }
    }
}
