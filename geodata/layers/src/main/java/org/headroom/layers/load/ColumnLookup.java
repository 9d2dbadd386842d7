package org.headroom.layers.load;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.headroom.model.NearestName;

/** Finds source columns by name and collects the names that are not there. Not safe for several threads. */
public final class ColumnLookup {
    private final List<String> columns;
    private final Set<String> problems = new LinkedHashSet<>();

    public ColumnLookup(List<String> columns) {
        this.columns = List.copyOf(columns);
    }

    /** Place of a column from 0; -1 with a problem noted when it is missing or stands twice. */
    public int find(String column, String usedBy) {
        int first = columns.indexOf(column);
        if (first < 0) {
            problems.add(usedBy + ": no column \"" + column + "\"" + NearestName.hint(column, columns));
        } else if (columns.lastIndexOf(column) != first) {
            problems.add(usedBy + ": the column \"" + column + "\" stands twice, as column " + (first + 1) + " and "
                    + (columns.lastIndexOf(column) + 1));
            return -1;
        }
        return first;
    }

    /** Notes another problem with the columns. */
    public void note(String problem) {
        problems.add(problem);
    }

    List<String> columns() {
        return columns;
    }

    /** What was not found, each in one sentence without a full stop. */
    public List<String> problems() {
        return new ArrayList<>(problems);
    }
}
