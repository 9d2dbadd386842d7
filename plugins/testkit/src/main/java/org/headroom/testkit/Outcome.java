package org.headroom.testkit;

import java.util.ArrayList;
import java.util.List;
import org.headroom.model.Criterion;
import org.headroom.model.EvidenceClass;
import org.headroom.model.UnknownReason;
import org.headroom.spi.MeasurementBlock;
import org.headroom.spi.MeasurementColumn;
import org.headroom.spi.Measurer;

/**
 * What a module wrote for one site and one criterion; equal when every bit is.
 *
 * @param lowerBits bits of the lower bound
 * @param upperBits bits of the upper bound
 * @param layer ordinal of the layer that decided, or -1
 * @param record record that decided, or {@link MeasurementColumn#NO_RECORD}
 */
record Outcome(
        String site,
        String criterion,
        long lowerBits,
        long upperBits,
        EvidenceClass evidence,
        UnknownReason reason,
        int layer,
        int record) {

    /** Measures a block and lists the outcomes, site by site, criteria in their declared order. */
    static List<Outcome> measure(Measurer measurer, List<Criterion> criteria, MemorySites sites) {
        List<String> ids = criteria.stream().map(Criterion::id).toList();
        MeasurementBlock block = new MeasurementBlock(ids, sites.size());
        measurer.measure(sites, block);
        List<Outcome> outcomes = new ArrayList<>();
        for (int site = 0; site < sites.size(); site++) {
            for (String id : ids) {
                outcomes.add(of(sites.siteId(site), id, block.column(id), site));
            }
        }
        return outcomes;
    }

    private static Outcome of(String siteId, String criterion, MeasurementColumn column, int site) {
        return new Outcome(
                siteId,
                criterion,
                Double.doubleToRawLongBits(column.lower(site)),
                Double.doubleToRawLongBits(column.upper(site)),
                column.evidence(site),
                column.reason(site),
                column.layerOrdinal(site),
                column.record(site));
    }

    double lower() {
        return Double.longBitsToDouble(lowerBits);
    }

    double upper() {
        return Double.longBitsToDouble(upperBits);
    }

    boolean isKnown() {
        return !Double.isNaN(lower());
    }

    /** The same value, whatever is said of its source. */
    boolean hasValueOf(Outcome other) {
        return lowerBits == other.lowerBits && upperBits == other.upperBits;
    }

    @Override
    public String toString() {
        String value = isKnown() ? "[" + lower() + ", " + upper() + "]" : "UNKNOWN";
        return "site " + site + ", criterion " + criterion + ": " + value + " evidence " + evidence + " reason "
                + reason + " layer " + layer + " record " + record;
    }
}
