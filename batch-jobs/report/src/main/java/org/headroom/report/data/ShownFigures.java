package org.headroom.report.data;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.headroom.decide.grid.GridFigures;
import org.headroom.decide.grid.GridNode;
import org.headroom.decide.grid.GridNodes;
import org.headroom.model.Criterion;
import org.headroom.rules.policy.Policy;
import org.headroom.rules.value.Words;
import org.headroom.runs.ExplanationFiles;
import org.headroom.runs.RunColumns;
import org.headroom.spi.MeasurementBlock;
import org.headroom.spi.MeasurementColumn;
import org.headroom.workbench.explanation.Explanation;

/** The figures that a page shows of every site, with the records that decided them, whether the policy weighs them or not. */
final class ShownFigures implements AutoCloseable {
    private final RunColumns columns;
    private final GridNodes nodes;
    private final MeasurementBlock one;
    private final List<Criterion> criteria;

    ShownFigures(ExplanationFiles files, Policy policy) {
        Set<String> shown = SiteColumnsReader.criteria(RunColumns.kept(files));
        columns = new RunColumns(files, shown);
        nodes = new GridNodes(files);
        one = columns.newBlock(1);
        criteria = policy.vocabulary().criteria().stream()
                .filter(criterion ->
                        shown.contains(criterion.id()) && !criterion.id().equals(GridFigures.DISTANCE))
                .toList();
    }

    /** Those of a site of a rank, from 1; what a record says goes into the index. */
    List<Map.Entry<Criterion, Explanation.Reading>> of(int rank, RecordIndex records) {
        int[] site = new int[1];
        columns.order().read(rank - 1, 1, site);
        columns.read(site[0], 1, one);
        List<Map.Entry<Criterion, Explanation.Reading>> readings = new ArrayList<>();
        for (Criterion criterion : criteria) {
            readings.add(Map.entry(criterion, reading(criterion, one.column(criterion.id()), records)));
        }
        return readings;
    }

    private Explanation.Reading reading(Criterion criterion, MeasurementColumn column, RecordIndex records) {
        GridNode record = column.layerOrdinal(0) < 0 || column.record(0) < 0
                ? null
                : nodes.node(column.layerOrdinal(0), column.record(0));
        if (record != null && !record.name().isEmpty()) {
            records.tell(record.layer(), record.recordId(), Map.of("name", record.name()));
        }
        boolean isKnown = column.isKnown(0);
        double low = column.lower(0);
        double high = column.upper(0);
        return new Explanation.Reading(
                criterion.id(),
                isKnown
                        ? low == high
                                ? Words.quantity(low, criterion.unit())
                                : Words.number(low) + " to " + Words.quantity(high, criterion.unit())
                        : "unknown",
                isKnown ? low : null,
                isKnown ? high : null,
                criterion.unit(),
                column.evidence(0).name(),
                isKnown ? "" : column.reason(0).text(),
                record == null ? "" : record.layer(),
                record == null ? "" : record.recordId(),
                "",
                "");
    }

    @Override
    public void close() {
        columns.close();
        nodes.close();
    }
}
