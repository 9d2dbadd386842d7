package org.headroom.report.data;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.headroom.model.Criterion;
import org.headroom.runs.RunExplanations;
import org.headroom.runs.whatif.WhatIf;
import org.headroom.workbench.explanation.Explanation;
import org.jspecify.annotations.Nullable;

/** Reads what the sheets of single sites tell. Not safe for several threads. */
public final class SheetReader implements AutoCloseable {
    private final RunInput input;
    private final RunExplanations explanations;
    private final RecordIndex records;
    private final ShownFigures shown;

    /** Opens a run. */
    public SheetReader(RunInput input) {
        this.input = input;
        explanations = new RunExplanations(input.run(), input.policy());
        records = new RecordIndex(explanations.layers());
        shown = new ShownFigures(input.files(), input.policy());
    }

    /** The records that were named so far. */
    public RecordIndex records() {
        return records;
    }

    /**
     * The sheet of a site.
     *
     * @param whatIf what would bring it among the first; null to leave it out
     * @throws org.headroom.model.HeadroomException of family CONFIG when the run has no such site, with the nearest id
     */
    public SiteSheet of(String siteId, @Nullable WhatIf whatIf) {
        RunExplanations.RankedSite site = explanations.explain(siteId);
        Explanation explanation = site.explanation();
        explanation.records().forEach(line -> records.tell(line.layer(), line.record(), line.fields()));
        Map<String, SiteSheet.Figure> figures = new LinkedHashMap<>();
        TreeSet<Integer> named = new TreeSet<>();
        explanation.criteria().forEach(line -> figures.put(line.reading().field(), figure(line)));
        explanation.criteria().forEach(line -> line.inputs().forEach(reading -> addOther(figures, reading)));
        for (Explanation.Gate gate : explanation.gates()) {
            gate.because().forEach(reading -> addOther(figures, reading));
            gate.rules().forEach(rule -> rule.because().forEach(reading -> addOther(figures, reading)));
        }
        shown.of(site.rank(), records).forEach(entry -> {
            if (!figures.containsKey(entry.getKey().id())) {
                figures.put(entry.getKey().id(), figure(entry.getKey().label(), entry.getValue(), null, null, 0));
            }
        });
        figures.values().forEach(figure -> named.add(figure.record()));
        explanation.records().forEach(line -> named.add(records.find(line.layer(), line.record())));
        named.remove(-1);
        return new SiteSheet(
                site.rank() - 1,
                site.name(),
                site.stateCode(),
                explanations.size(),
                explanation,
                explanations.sureRank(explanation.siteId()),
                whatIf,
                figures,
                List.copyOf(named),
                List.of());
    }

    private SiteSheet.Figure figure(Explanation.CriterionLine line) {
        return figure(line.label(), line.reading(), line.pointsLower(), line.pointsUpper(), 100 * line.weight());
    }

    /** A figure that has no weight, such as one that only a gate reads. */
    private void addOther(Map<String, SiteSheet.Figure> figures, Explanation.Reading reading) {
        if (!figures.containsKey(reading.field()) && !reading.evidence().isEmpty()) {
            figures.put(reading.field(), figure(label(reading.field()), reading, null, null, 0));
        }
    }

    private String label(String field) {
        return input.policy().vocabulary().criteria().stream()
                .filter(criterion -> criterion.id().equals(field))
                .findFirst()
                .map(Criterion::label)
                .orElse(field);
    }

    private SiteSheet.Figure figure(
            String label,
            Explanation.Reading reading,
            @Nullable Double pointsLow,
            @Nullable Double pointsHigh,
            double pointsOf) {
        return new SiteSheet.Figure(
                label,
                reading.lower() == null && !reading.unknownReason().isEmpty()
                        ? "not known: " + reading.unknownReason()
                        : FigureText.of(reading),
                reading.lower(),
                reading.upper(),
                pointsLow,
                pointsHigh,
                pointsOf,
                reading.evidence(),
                reading.layer().isEmpty() ? -1 : records.number(reading.layer(), reading.record()));
    }

    @Override
    public void close() {
        explanations.close();
        shown.close();
    }
}
