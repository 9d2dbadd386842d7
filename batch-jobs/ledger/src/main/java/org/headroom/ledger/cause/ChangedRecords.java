package org.headroom.ledger.cause;

import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.headroom.ledger.run.RecordIds;
import org.headroom.runs.RecordMarks;

/**
 * Which records of a layer differ between two runs. A record is the same one in both when it has the same id; it differs when its mark does, and,
 * in a run that has no marks, perhaps. Not changed once it was made.
 *
 * @param before records of the first run that are gone or differ
 * @param after records of the second run that are new or differ
 * @param perhapsBefore those of {@code before} of which it cannot be told, as a run has no marks
 * @param perhapsAfter likewise
 * @param gone number of records that are gone
 * @param fresh number of records that are new
 * @param changed number of records that differ
 * @param marksBefore of the first run, where it has them
 * @param marksAfter of the second run, where it has them
 */
public record ChangedRecords(
        BitSet before,
        BitSet after,
        BitSet perhapsBefore,
        BitSet perhapsAfter,
        int gone,
        int fresh,
        int changed,
        Optional<RecordMarks> marksBefore,
        Optional<RecordMarks> marksAfter) {

    /**
     * Compares.
     *
     * @param layerBefore ordinal of the layer in the first run, -1 where it is not there
     * @param layerAfter likewise in the second one
     */
    public static ChangedRecords of(RecordIds idsBefore, int layerBefore, RecordIds idsAfter, int layerAfter) {
        int sizeBefore = layerBefore < 0 ? 0 : idsBefore.size(layerBefore);
        int sizeAfter = layerAfter < 0 ? 0 : idsAfter.size(layerAfter);
        Optional<RecordMarks> marksBefore = layerBefore < 0 ? Optional.empty() : idsBefore.marks(layerBefore);
        Optional<RecordMarks> marksAfter = layerAfter < 0 ? Optional.empty() : idsAfter.marks(layerAfter);
        Map<String, Integer> then = new HashMap<>();
        for (int record = sizeBefore - 1; record >= 0; record--) {
            then.put(idsBefore.id(layerBefore, record), record);
        }
        BitSet before = new BitSet(sizeBefore);
        before.set(0, sizeBefore);
        BitSet after = new BitSet(sizeAfter);
        boolean hasMarks = marksBefore.isPresent() && marksAfter.isPresent();
        BitSet perhapsBefore = new BitSet();
        BitSet perhapsAfter = new BitSet();
        int changed = 0;
        int fresh = 0;
        int known = 0;
        for (int record = 0; record < sizeAfter; record++) {
            Integer same = then.remove(idsAfter.id(layerAfter, record));
            if (same == null) {
                after.set(record);
                fresh++;
                continue;
            }
            known++;
            boolean isSame = hasMarks
                    && marksBefore.get().marks()[same] == marksAfter.get().marks()[record];
            perhapsBefore.set(same, !hasMarks);
            perhapsAfter.set(record, !hasMarks);
            before.set(same, !isSame);
            after.set(record, !isSame);
            changed += isSame ? 0 : 1;
        }
        return new ChangedRecords(
                before,
                after,
                perhapsBefore,
                perhapsAfter,
                sizeBefore - known,
                fresh,
                changed,
                marksBefore,
                marksAfter);
    }

    /** Number of records that differ in any way. */
    public int size() {
        return gone + fresh + changed;
    }

    /** How many records differ, for people: {@code 2 records new, 1 gone}. */
    public String text() {
        StringBuilder text = new StringBuilder();
        add(text, fresh, "new");
        add(text, gone, "gone");
        add(text, changed, perhapsAfter.isEmpty() ? "changed" : "perhaps changed");
        return text.isEmpty() ? "no record that is kept differs" : text.toString();
    }

    private static void add(StringBuilder text, int count, String what) {
        if (count > 0) {
            text.append(text.isEmpty() ? "" : ", ").append(count);
            text.append(text.indexOf("record") >= 0 ? " " : count == 1 ? " record " : " records ")
                    .append(what);
        }
    }
}
