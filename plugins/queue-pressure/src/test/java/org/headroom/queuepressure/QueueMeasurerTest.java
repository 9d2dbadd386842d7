package org.headroom.queuepressure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.headroom.model.Criterion;
import org.headroom.model.EvidenceClass;
import org.headroom.model.HeadroomException;
import org.headroom.model.LayerKind;
import org.headroom.model.UnknownReason;
import org.headroom.spi.FeatureLayer;
import org.headroom.spi.MeasurementBlock;
import org.headroom.spi.MeasurementColumn;
import org.headroom.testkit.MemoryContext;
import org.headroom.testkit.MemoryLayer;
import org.headroom.testkit.MemorySites;
import org.junit.jupiter.api.Test;

/** One site at a time on made-up queues; figures by hand. */
class QueueMeasurerTest {
    private static final double EXACT = 1e-12;

    @Test
    void countsActiveAndWithdrawnByRadiusAndKeepsSidesApart() {
        MeasurementBlock out = measure(-100, 40, TestQueues.EVALUATION, TestQueues.points());
        assertThat(out.column("activeGenerationMw").lower(0)).isEqualTo(130);
        assertThat(out.column("activeGenerationMw").upper(0)).isEqualTo(130);
        assertThat(out.column("withdrawnGenerationMw").lower(0)).isEqualTo(50);
        assertThat(out.column("activeLoadMw").lower(0)).isEqualTo(40);
        assertThat(out.column("withdrawnLoadMw").lower(0)).isEqualTo(20);
    }

    @Test
    void aWithdrawalCountsFromItsDay() {
        MeasurementBlock before = measure(-100, 40, LocalDate.of(2021, 12, 31), TestQueues.points());
        MeasurementBlock after = measure(-100, 40, LocalDate.of(2022, 1, 1), TestQueues.points());
        assertThat(before.column("activeGenerationMw").lower(0)).isEqualTo(180);
        assertThat(before.column("withdrawnGenerationMw").lower(0)).isZero();
        assertThat(after.column("activeGenerationMw").lower(0)).isEqualTo(130);
        assertThat(after.column("withdrawnGenerationMw").lower(0)).isEqualTo(50);
    }

    @Test
    void aRequestThatEntersLaterDoesNotExistYet() {
        MeasurementBlock out = measure(-100, 40, LocalDate.of(2019, 12, 31), TestQueues.points());
        assertThat(out.column("activeGenerationMw").isKnown(0)).isFalse();
        MeasurementBlock later = measure(-100, 40, TestQueues.ENTRY, TestQueues.points());
        assertThat(later.column("activeGenerationMw").lower(0)).isEqualTo(260);
    }

    @Test
    void expectedMwUsesTheAgeOfEachRequest() {
        // On 2020-12-31 all are active at age 365 and nothing has happened: no curve, so 0 to all of it
        MeasurementBlock early = measure(-100, 40, LocalDate.of(2020, 12, 31), TestQueues.points());
        assertThat(early.column("expectedLoadMw").lower(0)).isZero();
        assertThat(early.column("expectedLoadMw").upper(0)).isEqualTo(70);
        // A newer request of ALPHA, age 1 on 2025-01-01. Of 5: in service day 366 (4 left at risk: the new one is
        // censored),
        // so F = 1/4 from there, and S = 1/2 after the withdrawal; beyond day 1827 nothing is known.
        FeatureLayer layer = TestQueues.pointsBuilder()
                .point("new", -100, 40, with(request("ACTIVE", 60), "queueDate", LocalDate.of(2024, 12, 31)))
                .build();
        MeasurementBlock out = measureUniform(-100, 40, layer);
        MeasurementColumn expected = out.column("expectedGenerationMw");
        assertThat(expected.lower(0)).isCloseTo(60 * 0.25, within(EXACT));
        // the old ones of age 1827 may all come: (F + S - F) / S = 1
        assertThat(expected.upper(0)).isCloseTo(60 * 0.25 + 130, within(EXACT));
        assertThat(expected.evidence(0)).isEqualTo(EvidenceClass.ESTIMATED);
    }

    @Test
    void theKernelFadesToTheRadius() {
        FeatureLayer layer = MemoryLayer.of(LayerKind.INTERCONNECTION_QUEUE, "one")
                .asOf(TestQueues.EVALUATION)
                .point("a", 0, 0, request("ACTIVE", 100))
                .build();
        // 0.2 degrees of the equator are 22.264 km (WGS 84); no curve, so the upper bound is 100 k(d)
        MeasurementBlock out = measure(0.2, 0, TestQueues.EVALUATION, layer);
        assertThat(out.column("expectedGenerationMw").upper(0)).isCloseTo(100 * (1 - 22.263898 / 50), within(1e-4));
        assertThat(out.column("activeGenerationMw").upper(0)).isEqualTo(100);
    }

    @Test
    void areasCountInFullWhereTheyCover() {
        MeasurementBlock inside = measure(-90.1, 35.9, TestQueues.EVALUATION, TestQueues.counties());
        assertThat(inside.column("activeGenerationMw").lower(0)).isEqualTo(200);
        assertThat(inside.column("activeGenerationMw").evidence(0)).isEqualTo(EvidenceClass.MANUAL);
        assertThat(inside.column("withdrawnGenerationMw").lower(0)).isEqualTo(70);
        MeasurementBlock beside = measure(-89.9, 35.5, TestQueues.EVALUATION, TestQueues.counties());
        assertThat(beside.column("activeGenerationMw").lower(0)).isZero();
        assertThat(beside.column("activeGenerationMw").upper(0)).isZero();
    }

    @Test
    void silenceFarFromEveryRequestIsUnknownAndSoIsASideThatNoLayerHolds() {
        MeasurementBlock far = measure(10, 50, TestQueues.EVALUATION, TestQueues.points());
        assertThat(far.column("activeGenerationMw").reason(0)).isEqualTo(UnknownReason.OUTSIDE_COVERAGE);
        MeasurementBlock noLoad = measure(-90.5, 35.5, TestQueues.EVALUATION, TestQueues.counties());
        assertThat(noLoad.column("activeLoadMw").reason(0)).isEqualTo(UnknownReason.NO_LAYER);
        assertThat(noLoad.column("expectedLoadMw").reason(0)).isEqualTo(UnknownReason.NO_LAYER);
    }

    @Test
    void openDatesAndSizesBecomeIntervals() {
        Map<String, Object> undated = request("WITHDRAWN", 25);
        undated.remove("queueDate");
        Map<String, Object> unsized = request("ACTIVE", 0);
        unsized.remove("requestedMw");
        FeatureLayer layer = MemoryLayer.of(LayerKind.INTERCONNECTION_QUEUE, "open")
                .asOf(TestQueues.EVALUATION)
                .point("undated", 0, 0, undated)
                .point("unsized", 0, 0, unsized)
                .point("odd", 0, 0, request("ON HOLD", 5))
                .build();
        MeasurementBlock past = measure(0, 0, LocalDate.of(2023, 1, 1), layer);
        assertThat(past.column("activeGenerationMw").lower(0)).isZero();
        assertThat(past.column("activeGenerationMw").upper(0)).isEqualTo(25 + 700 + 5);
        assertThat(past.column("withdrawnGenerationMw").upper(0)).isEqualTo(25 + 5);
        // on the layer's own day its status holds, dates or not
        MeasurementBlock today = measure(0, 0, TestQueues.EVALUATION, layer);
        assertThat(today.column("withdrawnGenerationMw").lower(0)).isEqualTo(25);
        assertThat(today.column("activeGenerationMw").upper(0)).isEqualTo(700 + 5);
    }

    @Test
    void aReductionAsksForNothingAndIsNotOpen() {
        FeatureLayer layer = MemoryLayer.of(LayerKind.INTERCONNECTION_QUEUE, "uprates")
                .asOf(TestQueues.EVALUATION)
                .point("reduction", 0, 0, request("ACTIVE", -27))
                .point("request", 0, 0, request("ACTIVE", 10))
                .build();
        MeasurementBlock block = measure(0, 0, TestQueues.EVALUATION, layer);
        assertThat(block.column("activeGenerationMw").lower(0)).isEqualTo(10);
        assertThat(block.column("activeGenerationMw").upper(0)).isEqualTo(10);
    }

    @Test
    void waitsComeFromTheSitesMarket() {
        MeasurementBlock own = measure(-100, 40, TestQueues.EVALUATION, TestQueues.points(), TestQueues.counties());
        // F = 1/4 from day 366 on; at 10 years S = 1/2 may come or not
        assertThat(own.column("inServiceFraction").lower(0)).isEqualTo(0.25);
        assertThat(own.column("inServiceFraction").upper(0)).isEqualTo(0.25);
        assertThat(own.column("queueMonthsP10").upper(0)).isCloseTo(366 / 365.25 * 12, within(1e-9));
        assertThat(own.column("queueMonthsP50").lower(0)).isCloseTo(366 / 365.25 * 12, within(1e-9));
        assertThat(own.column("queueMonthsP50").upper(0)).isEqualTo(120);
        assertThat(own.column("inServiceFraction").evidence(0)).isEqualTo(EvidenceClass.MANUAL);
        // BETA has no request in service: all markets pooled, that is ALPHA's curve as a fallback
        MeasurementBlock pooled =
                measure(-90.5, 35.5, TestQueues.EVALUATION, TestQueues.points(), TestQueues.counties());
        assertThat(pooled.column("inServiceFraction").lower(0)).isEqualTo(0.25);
        assertThat(pooled.column("inServiceFraction").evidence(0)).isEqualTo(EvidenceClass.FALLBACK);
        MeasurementBlock none = measure(-90.5, 35.5, TestQueues.EVALUATION, TestQueues.counties());
        assertThat(none.column("queueMonthsP50").reason(0)).isEqualTo(UnknownReason.TOO_FEW_RECORDS);
    }

    @Test
    void aMarketBoundaryDecidesBeforeTheNearestRequest() {
        FeatureLayer boundary = MemoryLayer.of(LayerKind.BOUNDARY, "markets")
                .ordinal(2)
                .box("g", -101, 39, -99, 41, Map.of("code", "GAMMA", "boundaryKind", "MARKET"))
                .build();
        MeasurementBlock out = measure(-100, 40, TestQueues.EVALUATION, TestQueues.points(), boundary);
        assertThat(out.column("inServiceFraction").evidence(0)).isEqualTo(EvidenceClass.FALLBACK);
        MeasurementBlock quiet = measure(-99.1, 40.9, TestQueues.EVALUATION, TestQueues.points(), boundary);
        assertThat(quiet.column("activeGenerationMw").reason(0)).isEqualTo(UnknownReason.OUTSIDE_COVERAGE);
        MeasurementBlock within =
                measure(-101.9, 38.1, TestQueues.EVALUATION, TestQueues.points(), TestQueues.markets());
        assertThat(within.column("activeGenerationMw").upper(0)).isZero();
    }

    @Test
    void aWrongWordInThePolicyIsNamed() {
        MemoryContext context =
                TestParameters.context().text("kernel", "LINEAL").build();
        assertThatThrownBy(() -> new QueuePressureModule().bind(context))
                .isInstanceOf(HeadroomException.class)
                .hasMessageContaining("kernel is \"LINEAL\"")
                .hasMessageContaining("did you mean \"LINEAR\"");
    }

    /** Size does not enter the curves, so a larger request can only add. */
    @Property(tries = 200)
    void moreQueueNeverLowersExpectedMw(
            @ForAll @DoubleRange(min = 0, max = 1e4) double mw,
            @ForAll @DoubleRange(min = 0, max = 1e4) double more,
            @ForAll @DoubleRange(min = -0.5, max = 0.5) double offset) {
        double[] before = expected(mw, offset);
        double[] after = expected(mw + more, offset);
        assertThat(after[0]).isGreaterThanOrEqualTo(before[0]);
        assertThat(after[1]).isGreaterThanOrEqualTo(before[1]);
        assertThat(before[0]).isLessThanOrEqualTo(before[1]);
    }

    private static double[] expected(double mw, double offset) {
        FeatureLayer layer = TestQueues.pointsBuilder()
                .point("new", -100 + offset, 40, with(request("ACTIVE", mw), "queueDate", LocalDate.of(2023, 1, 1)))
                .build();
        MeasurementColumn column =
                measure(-100, 40, TestQueues.EVALUATION, layer).column("expectedGenerationMw");
        return new double[] {column.lower(0), column.upper(0)};
    }

    private static Map<String, Object> request(String status, double mw) {
        return TestQueues.request("ALPHA", "GENERATION", status, mw, null);
    }

    private static Map<String, Object> with(Map<String, Object> fields, String field, Object value) {
        Map<String, Object> changed = new HashMap<>(fields);
        changed.put(field, value);
        return changed;
    }

    private static MeasurementBlock measureUniform(double longitude, double latitude, FeatureLayer layer) {
        return measure(
                longitude,
                latitude,
                TestParameters.context()
                        .number("minimumRequests", 3)
                        .text("kernel", "UNIFORM")
                        .evaluationDate(TestQueues.EVALUATION)
                        .layer(layer)
                        .build());
    }

    private static MeasurementBlock measure(
            double longitude, double latitude, LocalDate evaluationDate, FeatureLayer... layers) {
        MemoryContext.Builder context =
                TestParameters.context().number("minimumRequests", 3).evaluationDate(evaluationDate);
        for (FeatureLayer layer : layers) {
            context.layer(layer);
        }
        return measure(longitude, latitude, context.build());
    }

    private static MeasurementBlock measure(double longitude, double latitude, MemoryContext context) {
        QueuePressureModule module = new QueuePressureModule();
        List<String> ids = module.criteria().stream().map(Criterion::id).toList();
        MeasurementBlock out = new MeasurementBlock(ids, 1);
        module.bind(context)
                .measure(
                        MemorySites.builder()
                                .greenfield("s", longitude, latitude)
                                .build(),
                        out);
        return out;
    }
}
