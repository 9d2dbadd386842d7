package org.headroom.export;

import java.util.List;
import java.util.function.Function;
import org.headroom.model.DataIssue;

/** Data issues as a table of points. */
final class IssuesTable {
    private IssuesTable() {}

    static RankedTable of(List<DataIssue> issues) {
        return RankedTable.inMemory(
                issues.size(),
                row -> located(issues.get(row), DataIssue::longitude),
                row -> located(issues.get(row), DataIssue::latitude),
                List.of(
                        text("effect", "What was done about it", issues, i -> i.effect()
                                .name()),
                        text("layer", "Layer, or candidates", issues, DataIssue::layer),
                        text("file", "File, as the layer's descriptor names it", issues, DataIssue::file),
                        ExportColumn.integer(
                                "record",
                                "1",
                                "Record number in the file, from 1; 0 for the whole file",
                                row -> issues.get(row).record()),
                        text("recordId", "The record's own id", issues, DataIssue::recordId),
                        text("field", "Field of the source", issues, DataIssue::field),
                        text("value", "The value that is wrong", issues, DataIssue::value),
                        text("reason", "What is wrong", issues, DataIssue::reason)));
    }

    private static ExportColumn text(
            String name, String description, List<DataIssue> issues, Function<DataIssue, String> value) {
        return ExportColumn.text(name, "1", description, row -> value.apply(issues.get(row)));
    }

    private static double located(DataIssue issue, Function<DataIssue, Double> coordinate) {
        return Extent.isPlace(issue.longitude(), issue.latitude()) ? coordinate.apply(issue) : Double.NaN;
    }
}
