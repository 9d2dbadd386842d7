package org.headroom.export;

import java.util.Comparator;
import java.util.List;
import org.headroom.model.DataIssue;

/** The order in which data issues are published: by layer, file, record and field, then by all the rest, so that it is total. */
final class IssueOrder {
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

    private IssueOrder() {}

    static List<DataIssue> sorted(List<DataIssue> issues) {
        return issues.stream().sorted(ORDER).toList();
    }
}
