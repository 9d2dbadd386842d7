package org.headroom.jobs.measure;

import java.util.Arrays;
import org.headroom.model.EvidenceClass;
import org.headroom.model.UnknownReason;
import org.headroom.spi.MeasurementColumn;

/**
 * Brings the measurements of one criterion at all places of a site together. What is the same at all places is known as it is at one of them. A
 * number that differs is an interval from the least to the greatest, no more than ESTIMATED, as it was measured at some places and not at all; a
 * category that differs, or a number that is known at some places only, is UNKNOWN.
 */
final class PlacesTogether {
    private PlacesTogether() {}

    /** Writes what was measured at a site to all places of it. */
    static void spread(MeasurementColumn from, int site, MeasurementColumn places) {
        MeasurementColumn.Storage one = from.storage();
        MeasurementColumn.Storage all = places.storage();
        Arrays.fill(all.lower(), one.lower()[site]);
        Arrays.fill(all.upper(), one.upper()[site]);
        Arrays.fill(all.evidence(), one.evidence()[site]);
        Arrays.fill(all.reason(), one.reason()[site]);
        Arrays.fill(all.layer(), one.layer()[site]);
        Arrays.fill(all.record(), one.record()[site]);
    }

    /**
     * Writes it.
     *
     * @param count places of the site, at least 1, from 0 on in {@code places}
     */
    static void write(MeasurementColumn places, int count, boolean isCategory, MeasurementColumn out, int site) {
        MeasurementColumn.Storage from = places.storage();
        double low = from.lower()[0];
        double high = from.upper()[0];
        EvidenceClass evidence = places.evidence(0);
        boolean isSame = true;
        boolean isSameRecord = true;
        boolean isKnown = places.isKnown(0);
        for (int i = 1; i < count; i++) {
            isKnown &= places.isKnown(i);
            isSame &= Double.compare(from.lower()[i], from.lower()[0]) == 0
                    && Double.compare(from.upper()[i], from.upper()[0]) == 0;
            isSameRecord &= from.layer()[i] == from.layer()[0] && from.record()[i] == from.record()[0];
            low = Math.min(low, from.lower()[i]);
            high = Math.max(high, from.upper()[i]);
            evidence = EvidenceClass.weaker(evidence, places.evidence(i));
        }
        if (!isSame && (!isKnown || isCategory)) {
            out.setUnknown(site, UnknownReason.PLACE_COARSE);
            return;
        }
        MeasurementColumn.Storage to = out.storage();
        EvidenceClass kept = isSame ? evidence : EvidenceClass.weaker(evidence, EvidenceClass.ESTIMATED);
        to.lower()[site] = low;
        to.upper()[site] = high;
        to.evidence()[site] = (byte) kept.ordinal();
        to.reason()[site] = from.reason()[0];
        to.layer()[site] = isSameRecord ? from.layer()[0] : -1;
        to.record()[site] = isSameRecord ? from.record()[0] : MeasurementColumn.NO_RECORD;
    }
}
