package org.headroom.layers;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.headroom.layers.load.RecordCollector;
import org.headroom.model.DataIssue;
import org.headroom.model.FailureFamily;
import org.headroom.model.HeadroomException;
import org.headroom.model.Printable;

/** How many records of a layer may be bad, and what is said when too many are or none is left. */
final class BadRecords {
    private static final int SHOWN = 5;

    private BadRecords() {}

    /** Why a layer has no records, without a full stop. */
    static String nothingLeft(RecordCollector collector) {
        if (collector.skipped() > 0) {
            return "no record is left: "
                    + (collector.skipped() == 1 ? "the only one" : "all " + collector.skipped())
                    + (collector.filtered() > 0 ? " that where keeps" : "")
                    + (collector.skipped() == 1 ? " was skipped" : " were skipped");
        }
        return collector.filtered() > 0
                ? "no record is left: where keeps none of " + collector.filtered()
                : "the source has no records";
    }

    /** Refuses a layer of which more records were skipped than {@code badRecords.limitFraction} allows; repeats are not bad. */
    static void check(LayerDescriptor descriptor, RecordCollector collector) {
        long bad = collector.skipped() - collector.repeated();
        if (bad <= descriptor.badRecordLimitFraction() * collector.read()) {
            return;
        }
        List<DataIssue> skips = collector.issues().stream()
                .filter(i -> i.effect() == DataIssue.Effect.SKIPPED)
                .toList();
        String worst = mostFrequent(skips, i -> i.field().isEmpty() ? i.reason() : i.field() + ": " + i.reason());
        String values = mostFrequent(
                skips.stream().filter(i -> !i.value().isEmpty()).toList(),
                i -> i.field() + " = \"" + Printable.line(i.value()) + "\"");
        String first = skips.stream()
                .limit(SHOWN)
                .map(i -> "record " + i.record()
                        + (i.recordId().isEmpty() ? "" : " (" + Printable.line(i.recordId()) + ")"))
                .collect(Collectors.joining(", "));
        throw new HeadroomException(
                FailureFamily.DATA,
                SourceFailures.where(descriptor) + ": " + bad + " of " + collector.read()
                        + " records are bad, more than badRecords.limitFraction " + descriptor.badRecordLimitFraction()
                        + " allows:" + worst + "\nThe first are " + first
                        + (values.isEmpty()
                                ? ""
                                : "\nMost frequent among the values that were not understood:" + values),
                "Correct the source or the descriptor " + descriptor.file()
                        + ", or raise the limit if these records may be lost.");
    }

    private static String mostFrequent(List<DataIssue> issues, Function<DataIssue, String> word) {
        Map<String, Long> counts =
                issues.stream().collect(Collectors.groupingBy(word, TreeMap::new, Collectors.counting()));
        return counts.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey()))
                .limit(SHOWN)
                .map(e -> "\n  " + e.getValue() + " x " + e.getKey())
                .collect(Collectors.joining());
    }
}
