package org.headroom.queuepressure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.headroom.model.Criterion;
import org.headroom.model.EvidenceClass;
import org.headroom.model.LayerKind;
import org.headroom.model.UnknownReason;
import org.headroom.spi.FeatureLayer;
import org.headroom.spi.MeasurementBlock;
import org.headroom.testkit.MemoryContext;
import org.headroom.testkit.MemoryLayer;
import org.headroom.testkit.MemoryLayerBuilder;
import org.headroom.testkit.MemorySites;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Footprints of markets overlap. ALPHA's share in service is 1/4, FAST's 2/3; QUIET has no request on record. */
class MarketAtSiteTest {
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void betweenTwoMarketsTheFigureLiesBetweenTheirs(boolean isReversed) {
        MeasurementBlock out = measure(isReversed, -95, 45, footprint("ALPHA"), footprint("FAST"));
        assertThat(out.column("inServiceFraction").lower(0)).isEqualTo(0.25);
        assertThat(out.column("inServiceFraction").upper(0)).isEqualTo(2.0 / 3);
        assertThat(out.column("activeGenerationMw").upper(0)).isZero();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void theRequestsAtThePlaceSayWhoseQueueItIs(boolean isReversed) {
        MeasurementBlock out = measure(isReversed, -91, 41, footprint("ALPHA"), footprint("FAST"));
        assertThat(out.column("inServiceFraction").lower(0)).isEqualTo(2.0 / 3);
        assertThat(out.column("inServiceFraction").upper(0)).isEqualTo(2.0 / 3);
        assertThat(out.column("activeGenerationMw").lower(0)).isEqualTo(300);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void whatOneOfTwoMarketsHoldsIsNotTheWholeQueue(boolean isReversed) {
        MeasurementBlock out = measure(isReversed, -91, 41, footprint("FAST"), footprint("QUIET"));
        assertThat(out.column("activeGenerationMw").reason(0)).isEqualTo(UnknownReason.OUTSIDE_COVERAGE);
        assertThat(out.column("inServiceFraction").lower(0)).isEqualTo(2.0 / 3);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aMarketOfWhichNothingIsKnownTakesThePooledCurve(boolean isReversed) {
        MeasurementBlock out = measure(isReversed, -91, 41, footprint("QUIET"));
        assertThat(out.column("inServiceFraction").evidence(0)).isEqualTo(EvidenceClass.FALLBACK);
    }

    private static MemoryLayerBuilder footprint(String market) {
        return MemoryLayer.of(LayerKind.BOUNDARY, "market-" + market.toLowerCase(Locale.ROOT))
                .box(market, -102, 38, -88, 48, Map.of("code", market, "boundaryKind", "MARKET"));
    }

    private static MeasurementBlock measure(
            boolean isReversed, double lon, double lat, MemoryLayerBuilder... footprints) {
        FeatureLayer fast = MemoryLayer.of(LayerKind.INTERCONNECTION_QUEUE, "fast")
                .ordinal(1)
                .asOf(TestQueues.EVALUATION)
                .box("f1", -92, 40, -90, 42, fast("OPERATIONAL", 80, 100))
                .box("f2", -92, 40, -90, 42, fast("OPERATIONAL", 80, 100))
                .box("f3", -92, 40, -90, 42, fast("WITHDRAWN", 50, 200))
                .box("f4", -92, 40, -90, 42, fast("ACTIVE", 300, 0))
                .build();
        List<MemoryLayerBuilder> order = new ArrayList<>(List.of(footprints));
        if (isReversed) {
            Collections.reverse(order);
        }
        MemoryContext.Builder context = TestParameters.context()
                .number("minimumRequests", 3)
                .evaluationDate(TestQueues.EVALUATION)
                .layer(TestQueues.points())
                .layer(fast);
        for (int i = 0; i < order.size(); i++) {
            context.layer(order.get(i).ordinal(2 + i).build());
        }
        QueuePressureModule module = new QueuePressureModule();
        MeasurementBlock out = new MeasurementBlock(
                module.criteria().stream().map(Criterion::id).toList(), 1);
        module.bind(context.build())
                .measure(MemorySites.builder().greenfield("s", lon, lat).build(), out);
        return out;
    }

    /** One active of the last day: it leaves the risk set before the first event, so F = 2/3 and the withdrawal is the rest. */
    private static Map<String, Object> fast(String status, double mw, int days) {
        Map<String, Object> fields = TestQueues.request(
                "FAST", "GENERATION", status, mw, days == 0 ? null : TestQueues.ENTRY.plusDays(days));
        if (status.equals("ACTIVE")) {
            fields.put("queueDate", TestQueues.EVALUATION.minusDays(1));
        }
        return fields;
    }
}
