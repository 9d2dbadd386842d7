package org.headroom.overlay;

import org.headroom.model.EvidenceClass;
import org.headroom.overlay.record.Found;
import org.headroom.overlay.record.Source;

/** Counts records, or adds up their values, with and without those of which it is not decided whether they count. Scratch of one thread. */
final class Tally implements RecordsWithin.Visitor {
    private final boolean isSum;
    /** The nearest record of a count, the one that contributes most to a sum. */
    private final Found deciding = new Found();
    /** The first record without a value. */
    private final Found missing = new Found();

    private double low;
    private double high;
    private EvidenceClass evidence = EvidenceClass.DERIVED;

    Tally(boolean isSum) {
        this.isSum = isSum;
    }

    void clear() {
        deciding.clear();
        missing.clear();
        low = 0;
        high = 0;
        evidence = EvidenceClass.DERIVED;
    }

    @Override
    public void visit(Source source, int record, boolean isSure, double distanceKm) {
        double value = isSum ? source.value(record) : 1;
        if (Double.isNaN(value)) {
            missing.offer(source, record, 0);
            return;
        }
        low += isSure ? value : Math.min(0, value);
        high += isSure ? value : Math.max(0, value);
        evidence = EvidenceClass.weaker(evidence, source.given());
        deciding.offer(source, record, isSum ? -Math.abs(value) : distanceKm);
    }

    double low() {
        return low;
    }

    double high() {
        return high;
    }

    EvidenceClass evidence() {
        return evidence;
    }

    Found deciding() {
        return deciding;
    }

    Found missing() {
        return missing;
    }
}
