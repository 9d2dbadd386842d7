package org.headroom.queuepressure;

import java.util.Objects;
import java.util.function.IntConsumer;
import org.headroom.model.EvidenceClass;
import org.headroom.spi.MeasurementColumn;
import org.jspecify.annotations.Nullable;

/** The wait that is told of one place at a time, over all records that cover it. Working memory of one thread. */
final class LoadWait implements IntConsumer {
    private LoadWaits.@Nullable Told layer;
    private LoadWaits.@Nullable Told decides;
    private int record;
    private double lower;
    private double upper;
    private boolean isForAll;
    private EvidenceClass evidence = EvidenceClass.OBSERVED;

    void clear() {
        decides = null;
        lower = Double.POSITIVE_INFINITY;
        upper = 0;
        isForAll = false;
        evidence = EvidenceClass.OBSERVED;
    }

    /** From now on {@link #accept} reads records of this layer. */
    void read(LoadWaits.Told told) {
        layer = told;
    }

    @Override
    public void accept(int covering) {
        LoadWaits.Told told = Objects.requireNonNull(layer);
        if (decides == null || told.high()[covering] > upper) {
            decides = told;
            record = covering;
        }
        lower = Math.min(lower, told.low()[covering]);
        upper = Math.max(upper, told.high()[covering]);
        isForAll |= !"PART".equals(told.scope()[covering]);
        evidence = EvidenceClass.weaker(evidence, told.layer().evidenceClass());
    }

    boolean isTold() {
        return decides != null;
    }

    /** Whether whoever connects at the place waits so long, so that nothing else need be looked at. */
    boolean isForAll() {
        return isForAll;
    }

    /**
     * Writes the wait, together with what others may take.
     *
     * @param otherLower least that it may take with others, infinite where they do not count
     * @param otherUpper most that it may take with others, 0 where they do not count
     */
    void write(int site, double otherLower, double otherUpper, EvidenceClass ofOthers, MeasurementColumn months) {
        months.setInterval(
                site,
                Math.min(lower, otherLower),
                Math.max(upper, otherUpper),
                isForAll ? evidence : EvidenceClass.weaker(evidence, ofOthers),
                Objects.requireNonNull(decides).layer(),
                record);
    }
}
