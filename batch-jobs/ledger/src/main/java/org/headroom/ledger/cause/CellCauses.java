package org.headroom.ledger.cause;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.headroom.ledger.run.LedgerRun;
import org.headroom.ledger.run.RecordIds;
import org.headroom.spi.MeasurementColumn;
import org.headroom.spi.ScoringModule;
import org.jspecify.annotations.Nullable;

/**
 * What a measurement that differs between two runs is put down to. Nothing is measured again, so this is decided by what both runs keep, in this
 * order:
 *
 * <ol>
 *   <li>the record that decided it, where its layer differs and the record is new, gone or another one than it was: the layer; where a run keeps no
 *       marks of records, and so whether it is another one cannot be told: the date, if it differs and matters
 *   <li>the one input that differs of all that the criterion is measured from
 *   <li>what is said of the site itself, where that differs: the layer that the site comes from
 *   <li>where a record that is the same in both runs decided: parameters, else the date, if they differ and matter
 *   <li>the first cause, in the order of the steps, of a measurement at the site from which this one is worked out
 *   <li>the layer with the changed record nearest to the site, of those that the criterion is measured from; else parameters; else the date
 * </ol>
 *
 * <p>What is left, though none of these differs, counts as parameters: Headroom itself. Wherever a cell is put, the terms of a site add up to its
 * move. Safe for several threads.
 */
public final class CellCauses {
    private static final int NEAREST = 3;

    private final InputChanges changes;
    private final List<CriterionReads> reads;
    private final int[][] inputs;
    private final int[] stepBefore;
    private final int[] stepAfter;
    private final int[] ordinalAfter;
    private final Map<Integer, ChangedRecords> records = new HashMap<>();
    private final ChangedPlaces places;

    /**
     * Compares the records of the layers that differ.
     *
     * @param criteria whose measurements are looked at
     * @param modules the installed modules
     */
    public CellCauses(
            Set<String> criteria,
            InputChanges changes,
            LedgerRun before,
            LedgerRun after,
            RecordIds idsBefore,
            RecordIds idsAfter,
            List<? extends ScoringModule> modules) {
        this.changes = changes;
        reads = CriterionReads.of(criteria, changes, before, after, modules);
        List<String> order = criteria();
        inputs = reads.stream()
                .map(one -> one.inputs().stream()
                        .mapToInt(order::indexOf)
                        .filter(input -> input >= 0)
                        .toArray())
                .toArray(int[][]::new);
        stepBefore = steps(idsBefore);
        stepAfter = steps(idsAfter);
        ordinalAfter =
                idsBefore.layers().stream().mapToInt(idsAfter.layers()::indexOf).toArray();
        List<Step> steps = changes.steps();
        for (int step = 0; step < steps.size(); step++) {
            if (steps.get(step).cause() == Cause.DATA) {
                String layer = steps.get(step).layer();
                records.put(
                        step,
                        ChangedRecords.of(
                                idsBefore,
                                idsBefore.layers().indexOf(layer),
                                idsAfter,
                                idsAfter.layers().indexOf(layer)));
            }
        }
        places = new ChangedPlaces(records);
    }

    private int[] steps(RecordIds ids) {
        return ids.layers().stream().mapToInt(changes::ofLayer).toArray();
    }

    /** Ids of the criteria, those that others are worked out from before these; a criterion's place is its index here. */
    public List<String> criteria() {
        List<String> ids = new ArrayList<>();
        reads.forEach(one -> ids.add(one.criterion()));
        return ids;
    }

    /** The records that differ of the layer that a step replaces; null for a step of another kind. */
    public @Nullable ChangedRecords records(int step) {
        return records.get(step);
    }

    /** A record of a layer that differs: whether its number is that in the second run, and the number. */
    public record NearRecord(boolean isAfter, int record, double km) {}

    /** The records that differ of the layer that a step replaces, the nearest to a place first. */
    public List<NearRecord> nearest(int step, double longitude, double latitude) {
        return places.nearest(step, longitude, latitude, NEAREST).stream()
                .map(near -> new NearRecord(near.isAfter(), near.record(), near.km()))
                .toList();
    }

    /** The step among some, each of which replaces a layer, whose records that differ lie nearest to a place; the first where that cannot be told. */
    public int nearestStep(int[] ofLayers, double longitude, double latitude) {
        return places.nearestStep(ofLayers, longitude, latitude);
    }

    /**
     * The step to which a measurement that differs is put down.
     *
     * @param criterion its place in {@link #criteria}
     * @param before the measurements of the first run
     * @param after those of the second one
     * @param row the site in both
     * @param causes steps of the site's measurements so far, by criterion; -1 where nothing differs
     * @param ownStep step in which what is said of the site itself is replaced; -1 where nothing differs
     */
    public int of(
            int criterion,
            MeasurementColumn.Storage before,
            MeasurementColumn.Storage after,
            int row,
            short[][] causes,
            int ownStep,
            double longitude,
            double latitude) {
        CriterionReads one = reads.get(criterion);
        int layerBefore = before.layer()[row];
        int layerAfter = after.layer()[row];
        int byRecord = byRecord(layerBefore, before.record()[row], layerAfter, after.record()[row]);
        if (byRecord >= 0) {
            boolean isDay = one.isOtherDay()
                    && !isSurelyChanged(true, layerAfter, after.record()[row])
                    && !isSurelyChanged(false, layerBefore, before.record()[row]);
            return isDay ? changes.calendar() : byRecord;
        }
        int only = ownStep >= 0 ? -1 : one.only(changes.parameters(), changes.calendar());
        if (only >= 0) {
            return only;
        }
        if (ownStep >= 0) {
            return ownStep;
        }
        boolean isSameRecord = layerBefore >= 0 && layerAfter == ordinalAfter[layerBefore];
        if (isSameRecord && one.isMeasuredOtherwise()) {
            return changes.parameters();
        }
        if (isSameRecord && one.isOtherDay()) {
            return changes.calendar();
        }
        int byInput = byInput(criterion, row, causes);
        if (byInput >= 0) {
            return byInput;
        }
        if (one.layers().length > 0) {
            return places.nearestStep(one.layers(), longitude, latitude);
        }
        return one.isMeasuredOtherwise() || !one.isOtherDay() ? changes.parameters() : changes.calendar();
    }

    private int byRecord(int layerBefore, int recordBefore, int layerAfter, int recordAfter) {
        if (isChanged(true, layerAfter, recordAfter)) {
            return stepAfter[layerAfter];
        }
        return isChanged(false, layerBefore, recordBefore) ? stepBefore[layerBefore] : -1;
    }

    /**
     * Whether a record is new, gone or another one than it was.
     *
     * @param isAfter whether it is one of the second run
     * @param layer ordinal of its layer in that run; below 0 for none
     * @param record its number; below 0 for none
     */
    public boolean isChanged(boolean isAfter, int layer, int record) {
        if (layer < 0 || record < 0) {
            return false;
        }
        ChangedRecords changed = records.get((isAfter ? stepAfter : stepBefore)[layer]);
        return changed != null && (isAfter ? changed.after() : changed.before()).get(record);
    }

    private boolean isSurelyChanged(boolean isAfter, int layer, int record) {
        if (!isChanged(isAfter, layer, record)) {
            return false;
        }
        ChangedRecords changed = Objects.requireNonNull(records.get((isAfter ? stepAfter : stepBefore)[layer]));
        return !(isAfter ? changed.perhapsAfter() : changed.perhapsBefore()).get(record);
    }

    private int byInput(int criterion, int row, short[][] causes) {
        int first = -1;
        for (int input : inputs[criterion]) {
            int step = causes[input][row];
            first = step >= 0 && (first < 0 || step < first) ? step : first;
        }
        return first;
    }
}
