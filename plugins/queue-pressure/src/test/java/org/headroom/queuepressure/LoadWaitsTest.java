package org.headroom.queuepressure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.headroom.model.Criterion;
import org.headroom.model.EvidenceClass;
import org.headroom.model.LayerKind;
import org.headroom.spi.FeatureLayer;
import org.headroom.spi.MeasurementBlock;
import org.headroom.spi.MeasurementColumn;
import org.headroom.testkit.MemoryLayer;
import org.headroom.testkit.MemorySites;
import org.junit.jupiter.api.Test;

/** What a utility tells of loads stands before the curve of generation; of 100 MW, in market ALPHA. */
class LoadWaitsTest {
    private static final Map<String, Object> FOUR_TO_SEVEN_YEARS =
            Map.of("utility", "Dominion", "waitMonthsLow", 48.0, "waitMonthsHigh", 84.0, "fromLoadMw", 100.0);

    @Test
    void whatIsToldOfLoadsStandsBeforeTheCurveOfGeneration() {
        MeasurementColumn median = median(-100, wait(FOUR_TO_SEVEN_YEARS));
        assertThat(median.lower(0)).isEqualTo(48);
        assertThat(median.upper(0)).isEqualTo(84);
        assertThat(median.evidence(0)).isEqualTo(EvidenceClass.MANUAL);
        assertThat(median.layerOrdinal(0)).isEqualTo(3);
    }

    @Test
    void whereOthersConnectLoadsTooTheWaitMayBeTheirs() {
        MeasurementColumn alone = median(-100, wait(Map.of("waitMonthsLow", 480.0, "waitMonthsHigh", 480.0)));
        MeasurementColumn curve = median(-100);
        MeasurementColumn part =
                median(-100, wait(Map.of("waitMonthsLow", 480.0, "waitMonthsHigh", 480.0, "waitScope", "PART")));
        assertThat(alone.lower(0)).isEqualTo(480);
        assertThat(part.lower(0)).isEqualTo(curve.lower(0)).isLessThan(480);
        assertThat(part.upper(0)).isEqualTo(480);
    }

    @Test
    void aWaitOfLargerLoadsOrOfAnotherPlaceSaysNothing() {
        MeasurementColumn curve = median(-100);
        assertThat(median(-100, wait(Map.of("waitMonthsLow", 48.0, "waitMonthsHigh", 84.0, "fromLoadMw", 101.0)))
                        .upper(0))
                .isEqualTo(curve.upper(0));
        assertThat(median(-99, wait(FOUR_TO_SEVEN_YEARS)).layerOrdinal(0)).isEqualTo(-1);
    }

    private static FeatureLayer wait(Map<String, Object> fields) {
        return MemoryLayer.of(LayerKind.LOAD_WAIT, "waits")
                .ordinal(3)
                .asOf(TestQueues.EVALUATION)
                .evidence(EvidenceClass.MANUAL)
                .box("here", -100.5, 39, -99.5, 41, fields)
                .build();
    }

    private static MeasurementColumn median(double longitude, FeatureLayer... waits) {
        var context = TestParameters.context()
                .number("minimumRequests", 3)
                .evaluationDate(TestQueues.EVALUATION)
                .request("data_center", 100)
                .layer(TestQueues.points())
                .layer(TestQueues.markets());
        for (FeatureLayer wait : waits) {
            context.layer(wait);
        }
        QueuePressureModule module = new QueuePressureModule();
        List<String> criteria = module.criteria().stream().map(Criterion::id).toList();
        MeasurementBlock out = new MeasurementBlock(criteria, 1);
        module.bind(context.build())
                .measure(MemorySites.builder().greenfield("s", longitude, 40).build(), out);
        return out.column("queueMonthsP50");
    }
}
