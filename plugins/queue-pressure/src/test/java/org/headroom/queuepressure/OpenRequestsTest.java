package org.headroom.queuepressure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.headroom.model.Criterion;
import org.headroom.model.HeadroomException;
import org.headroom.model.LayerKind;
import org.headroom.model.UnknownReason;
import org.headroom.spi.FeatureLayer;
import org.headroom.spi.MeasurementBlock;
import org.headroom.testkit.MemoryContext;
import org.headroom.testkit.MemoryLayer;
import org.headroom.testkit.MemoryLayerBuilder;
import org.headroom.testkit.MemorySites;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Open requests of one list, and a cohort of an earlier day that tells how long they take. */
class OpenRequestsTest {
    private static final LocalDate COHORT_DAY = LocalDate.of(2020, 12, 31);
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 29);

    /** Of four small requests one came after 400 days and three left after 1,000; of four large ones three came after 2,000, one left. */
    private static FeatureLayer cohort() {
        MemoryLayerBuilder layer =
                MemoryLayer.of(LayerKind.INTERCONNECTION_QUEUE, "cohort").asOf(COHORT_DAY);
        LocalDate entry = LocalDate.of(2012, 1, 1);
        layer.notLocated("s1", cohort("OPERATIONAL", 10, entry, 400));
        for (int i = 0; i < 3; i++) {
            layer.notLocated("s" + (i + 2), cohort("WITHDRAWN", 10, entry, 1_000));
            layer.notLocated("l" + (i + 2), cohort("OPERATIONAL", 300, entry, 2_000));
        }
        layer.notLocated("l1", cohort("WITHDRAWN", 300, entry, 2_000));
        // Watched for a day only, so that each class has one that is still open.
        layer.notLocated("s0", cohort("ACTIVE", 10, COHORT_DAY.minusDays(1), 0));
        layer.notLocated("l0", cohort("ACTIVE", 300, COHORT_DAY.minusDays(1), 0));
        return layer.build();
    }

    @ParameterizedTest
    @CsvSource({
        // The market: an eighth comes on day 400, 3/7 leave on day 1,000, 3/4 of the rest come on day 2,000; 3 of it
        // weigh in each class.
        // On the day of the list aged 0, within five years: (1 + 3/8) / 7 of the small ones, (3/8) / 7 of the large
        // ones.
        "2025-01-01, 10, 1.9642857142857142", "2025-01-01, 300, 16.071428571428573",
        // A year and a half later those of day 400 have come: 12/42 of the small ones stay beyond day 1,000 and 3/4 of
        // these come; 40/49 of the large ones.
        "2026-07-02, 10, 2.142857142857143", "2026-07-02, 300, 183.6734693877551"
    })
    void theWindowBeginsAtTheEvaluationDateAndTheClassOfSizeBendsTheCurveOfItsMarket(
            LocalDate day, double mw, double expected) {
        MeasurementBlock out = measure(day, 3, open(mw), cohort());
        assertThat(out.column("expectedGenerationMw").lower(0)).isCloseTo(expected, within(1e-9));
        assertThat(out.column("expectedGenerationMw").upper(0)).isCloseTo(expected, within(1e-9));
    }

    @Test
    void aClassStartsFromItsMarketAndAMarketThatIsTooSmallTakesThePooled() {
        // On day 400 one of 4 small ones comes, and an eighth of the 6 of its market that weigh in
        MeasurementBlock market = measure(LocalDate.of(2025, 1, 1), 6, open(10), cohort());
        assertThat(market.column("expectedGenerationMw").lower(0)).isCloseTo(10 * 1.75 / 10, within(1e-9));
        Map<String, Object> other = request("ACTIVE", 10, LocalDate.of(2025, 1, 1));
        other.put("market", "OTHER");
        FeatureLayer elsewhere = MemoryLayer.of(LayerKind.INTERCONNECTION_QUEUE, "open")
                .ordinal(1)
                .asOf(LocalDate.of(2025, 1, 1))
                .point("a", 0, 0, other)
                .build();
        MeasurementBlock pooled = measure(LocalDate.of(2025, 1, 1), 3, elsewhere, cohort());
        assertThat(pooled.column("expectedGenerationMw").lower(0)).isCloseTo(10.0 / 8, within(1e-9));
    }

    @Test
    void aCohortIsNoQueueAndAListOfOpenRequestsIsNoCohort() {
        MemoryLayerBuilder many = MemoryLayer.of(LayerKind.INTERCONNECTION_QUEUE, "open")
                .ordinal(1)
                .asOf(LocalDate.of(2025, 1, 1));
        for (int i = 0; i < 50; i++) {
            many.point("o" + i, 0.9, 0, request("ACTIVE", 10, LocalDate.of(2015, 1, 1)));
        }
        Map<String, Object> near = cohort("ACTIVE", 500, LocalDate.of(2019, 1, 1), 0);
        near.put("market", "BETA");
        FeatureLayer past = MemoryLayer.of(LayerKind.INTERCONNECTION_QUEUE, "past")
                .ordinal(2)
                .asOf(COHORT_DAY)
                .point("p", 0, 0, near)
                .build();
        MeasurementBlock out = measure(TODAY, 3, many.build(), cohort(), past);
        assertThat(out.column("activeGenerationMw").upper(0)).isZero();
        // nor does it say that nothing was withdrawn
        assertThat(out.column("withdrawnGenerationMw").reason(0)).isEqualTo(UnknownReason.NO_LAYER);
        assertThat(out.column("inServiceFraction").lower(0))
                .isEqualTo(measure(TODAY, 3, open(10), cohort())
                        .column("inServiceFraction")
                        .lower(0));
    }

    @Test
    void aRequestThatLiesInOneOfTwoAreasMayBeInThisOne() {
        Map<String, Object> either = request("ACTIVE", 100, LocalDate.of(2024, 1, 1));
        either.put("possiblePlaceCount", 2.0);
        FeatureLayer layer = MemoryLayer.of(LayerKind.INTERCONNECTION_QUEUE, "open")
                .asOf(LocalDate.of(2025, 1, 1))
                .box("either", -1, -1, 1, 1, either)
                .box("here", -1, -1, 1, 1, request("ACTIVE", 7, LocalDate.of(2024, 1, 1)))
                .build();
        MeasurementBlock out = measure(TODAY, 3, layer);
        assertThat(out.column("activeGenerationMw").lower(0)).isEqualTo(7);
        assertThat(out.column("activeGenerationMw").upper(0)).isEqualTo(107);
        assertThat(out.column("activeGenerationCount").lower(0)).isEqualTo(1);
        assertThat(out.column("activeGenerationCount").upper(0)).isEqualTo(2);
    }

    @Test
    void aRequestThatMayBeOverAndAReductionAreToldApart() {
        FeatureLayer layer = MemoryLayer.of(LayerKind.INTERCONNECTION_QUEUE, "open")
                .asOf(LocalDate.of(2025, 1, 1))
                .point("over?", 0, 0, request("UNKNOWN", 50, LocalDate.of(2001, 1, 1)))
                .point("amendment", 0, 0, request("ACTIVE", -27, LocalDate.of(2020, 1, 1)))
                .point("request", 0, 0, request("ACTIVE", 10, LocalDate.of(2020, 1, 1)))
                .build();
        MeasurementBlock out = measure(TODAY, 3, layer);
        assertThat(out.column("activeGenerationMw").lower(0)).isEqualTo(10);
        assertThat(out.column("activeGenerationMw").upper(0)).isEqualTo(60);
        assertThat(out.column("activeGenerationCount").lower(0)).isEqualTo(1);
        assertThat(out.column("activeGenerationCount").upper(0)).isEqualTo(2);
    }

    @Test
    void boundsThatDoNotRiseAreRefused() {
        MemoryContext context =
                TestParameters.context().numbers("sizeClassBoundsMw", 100, 20).build();
        assertThatThrownBy(() -> new QueuePressureModule().bind(context))
                .isInstanceOf(HeadroomException.class)
                .hasMessageContaining("20.0 after 100.0");
    }

    private static FeatureLayer open(double mw) {
        return MemoryLayer.of(LayerKind.INTERCONNECTION_QUEUE, "open")
                .ordinal(1)
                .asOf(LocalDate.of(2025, 1, 1))
                .point("a", 0, 0, request("ACTIVE", mw, LocalDate.of(2025, 1, 1)))
                .build();
    }

    private static Map<String, Object> request(String status, double mw, LocalDate entry) {
        Map<String, Object> fields = new HashMap<>(TestQueues.request("ALPHA", "GENERATION", status, mw, null));
        fields.put("queueDate", entry);
        fields.put("recordUse", "SUMS");
        return fields;
    }

    private static Map<String, Object> cohort(String status, double mw, LocalDate entry, int days) {
        Map<String, Object> fields = new HashMap<>(
                TestQueues.request("ALPHA", "GENERATION", status, mw, days == 0 ? null : entry.plusDays(days)));
        fields.put("queueDate", entry);
        fields.put("recordUse", "CURVES");
        return fields;
    }

    private static MeasurementBlock measure(LocalDate day, int minimum, FeatureLayer... layers) {
        MemoryContext.Builder context = TestParameters.context()
                .number("minimumRequests", minimum)
                .text("kernel", "UNIFORM")
                .evaluationDate(day);
        for (FeatureLayer layer : layers) {
            context.layer(layer);
        }
        QueuePressureModule module = new QueuePressureModule();
        MeasurementBlock out = new MeasurementBlock(
                module.criteria().stream().map(Criterion::id).toList(), 1);
        module.bind(context.build())
                .measure(MemorySites.builder().greenfield("s", 0, 0).build(), out);
        return out;
    }
}
