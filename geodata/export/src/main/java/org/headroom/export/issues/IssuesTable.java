package org.headroom.export.issues;

import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.headroom.export.ExportColumn;
import org.headroom.export.Extent;
import org.headroom.export.RankedTable;
import org.headroom.model.DataIssue;

/** Data issues as a table of points, by layer, file, record and field, then by all the rest, so that the order is total. */
public final class IssuesTable {
    private static final Comparator<DataIssue> ORDER = Comparator.comparing(DataIssue::layer)
            .thenComparing(DataIssue::file)
            .thenComparingLong(DataIssue::record)
            .thenComparing(DataIssue::field)
            .thenComparing(DataIssue::recordId)
            .thenComparing(DataIssue::effect)
            .thenComparing(DataIssue::value)
            .thenComparing(DataIssue::reason)
            .thenComparingDouble(DataIssue::longitude)
            .thenComparingDouble(DataIssue::latitude);

    private final List<DataIssue> issues;

    private IssuesTable(List<DataIssue> issues) {
        this.issues = issues.stream().sorted(ORDER).toList();
    }

    /**
     * The table; an issue without a place has no coordinates.
     *
     * @param recordId name of the column with the record's own id
     */
    public static RankedTable of(List<DataIssue> issues, String recordId) {
        return new IssuesTable(issues).table(recordId);
    }

    private RankedTable table(String recordId) {
        return RankedTable.inMemory(
                issues.size(),
                row -> located(row, DataIssue::longitude),
                row -> located(row, DataIssue::latitude),
                List.of(
                        text("effect", "What was done about it", issue -> issue.effect()
                                .name()),
                        text("layer", "Layer, or candidates", DataIssue::layer),
                        text("file", "File, as the layer's descriptor names it", DataIssue::file),
                        ExportColumn.integer(
                                "record",
                                "1",
                                "Record number in the file, from 1; 0 for the whole file",
                                row -> issues.get(row).record()),
                        text(recordId, "The record's own id", DataIssue::recordId),
                        text("field", "Field of the source", DataIssue::field),
                        text("value", "The value that is wrong", DataIssue::value),
                        text("reason", "What is wrong", DataIssue::reason)));
    }

    private ExportColumn text(String name, String description, Function<DataIssue, String> value) {
        return ExportColumn.text(name, "1", description, row -> value.apply(issues.get(row)));
    }

    private double located(int row, ToDoubleFunction<DataIssue> coordinate) {
        DataIssue issue = issues.get(row);
        return Extent.isPlace(issue.longitude(), issue.latitude()) ? coordinate.applyAsDouble(issue) : Double.NaN;
    }
}
