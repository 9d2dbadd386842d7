package org.headroom.moratorium;

import static org.headroom.spi.FeatureLayer.NO_DATE;

import java.time.LocalDate;
import org.headroom.model.EvidenceClass;
import org.headroom.model.GateAnswer;
import org.headroom.model.LoadRequest;
import org.headroom.spi.AreaIndex;
import org.headroom.spi.FeatureLayer;
import org.headroom.spi.PointIndex;
import org.jspecify.annotations.Nullable;

/** One layer of instruments with the verdict of each on the evaluation date, worked out once. Immutable. */
final class MoratoriumLayer {
    private final FeatureLayer layer;
    private final Verdict[] verdicts;
    private final AreaIndex areas;
    private final PointIndex points;
    private final AreaIndex checkedNone;
    private final AreaIndex ended;
    private final boolean[] whole;

    MoratoriumLayer(
            FeatureLayer layer, MoratoriumParameters parameters, LoadRequest request, LocalDate evaluationDate) {
        this.layer = layer;
        long today = evaluationDate.toEpochDay();
        @Nullable String[] status = layer.texts("moratoriumStatus");
        int[] checkedOn = layer.dates("checkedOn");
        whole = whole(layer);
        verdicts = verdicts(layer, whole, parameters, request, today);
        areas = layer.areas(record -> verdicts[record].answer() != GateAnswer.PASS);
        points = layer.points(record -> !layer.isArea(record) && verdicts[record].answer() != GateAnswer.PASS);
        checkedNone = layer.areas(record -> "NONE".equals(status[record])
                && checkedOn[record] != NO_DATE
                && today >= checkedOn[record]
                && today - checkedOn[record] <= parameters.checkedValidityDays());
        ended = layer.areas(record -> verdicts[record].endedSince(today - parameters.openEndedStaleDays()));
    }

    /** Which instruments cover their whole geometry. */
    private static boolean[] whole(FeatureLayer layer) {
        @Nullable String[] scope = layer.texts("scope");
        @Nullable String[] type = layer.texts("jurisdictionType");
        boolean[] whole = new boolean[layer.size()];
        for (int record = 0; record < whole.length; record++) {
            whole[record] = layer.isArea(record) && Coverage.coversWholeArea(scope[record], type[record]);
        }
        return whole;
    }

    private static Verdict[] verdicts(
            FeatureLayer layer, boolean[] whole, MoratoriumParameters parameters, LoadRequest request, long today) {
        @Nullable String[] status = layer.texts("moratoriumStatus");
        @Nullable String[] sectors = layer.texts("sectors");
        double[] threshold = layer.numbers("thresholdMw");
        InstrumentColumns instruments = new InstrumentColumns(layer);
        Verdict[] verdicts = new Verdict[layer.size()];
        for (int record = 0; record < verdicts.length; record++) {
            boolean covers = !"NONE".equals(status[record])
                    && Coverage.coversSector(sectors[record], request.sector(), parameters.generalCovers())
                    && Coverage.coversSize(threshold[record], request);
            Verdict verdict = covers ? Verdict.of(instruments.get(record), today, parameters) : Verdict.NOTHING;
            boolean certain = whole[record]
                    && Coverage.namesSector(sectors[record], request.sector(), parameters.generalCovers());
            verdicts[record] = certain ? verdict : verdict.inPart();
        }
        return verdicts;
    }

    FeatureLayer layer() {
        return layer;
    }

    /** What the gate and the days may claim: they are worked out from the layer's dates. */
    EvidenceClass evidence() {
        return EvidenceClass.weaker(layer.evidenceClass(), EvidenceClass.DERIVED);
    }

    Verdict verdict(int record) {
        return verdicts[record];
    }

    AreaIndex areas() {
        return areas;
    }

    PointIndex points() {
        return points;
    }

    /** Areas of instruments that covered the load once and are over, but not for so long that they say no more than silence. */
    AreaIndex ended() {
        return ended;
    }

    /** Whether an instrument covers the whole of its area. */
    boolean isWhole(int record) {
        return whole[record];
    }

    /** Areas that somebody looked at, recently enough, and found without a moratorium. */
    AreaIndex checkedNone() {
        return checkedNone;
    }
}
