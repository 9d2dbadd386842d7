package org.headroom.queuepressure;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.headroom.model.EvidenceClass;
import org.headroom.model.LayerKind;
import org.headroom.spi.FeatureLayer;
import org.headroom.testkit.MemoryLayer;
import org.headroom.testkit.MemoryLayerBuilder;

/**
 * Made-up queues. Market ALPHA, generation: entries on 2020-01-01; one in service after 366 days, one withdrawn after 731, two
 * active; so F(1 y) = 1/4, and of an active one (age 1827 d) nothing is known further.
 */
final class TestQueues {
    static final LocalDate EVALUATION = LocalDate.of(2025, 1, 1);
    static final LocalDate ENTRY = LocalDate.of(2020, 1, 1);

    private TestQueues() {}

    /** Requests at points round (-100, 40). */
    static MemoryLayer points() {
        return pointsBuilder().build();
    }

    static MemoryLayerBuilder pointsBuilder() {
        return MemoryLayer.of(LayerKind.INTERCONNECTION_QUEUE, "points")
                .asOf(EVALUATION)
                .point("done", -100, 40, request("ALPHA", "GENERATION", "OPERATIONAL", 80, LocalDate.of(2021, 1, 1)))
                .point("gone", -100, 40.1, request("ALPHA", "GENERATION", "WITHDRAWN", 50, LocalDate.of(2022, 1, 1)))
                .point("active", -100, 40, request("ALPHA", "GENERATION", "ACTIVE", 100, null))
                .point("late", -100, 40.2, request("ALPHA", "GENERATION", "SUSPENDED", 30, null))
                .point("load-done", -100, 40, request("ALPHA", "LOAD", "OPERATIONAL", 10, LocalDate.of(2021, 6, 1)))
                .point("load-gone", -100, 40, request("ALPHA", "LOAD", "WITHDRAWN", 20, LocalDate.of(2021, 9, 1)))
                .point("load", -100, 40, request("ALPHA", "LOAD", "ACTIVE", 40, null));
    }

    /** Requests that are counties, of market BETA, too few for a curve of their own. */
    static FeatureLayer counties() {
        return MemoryLayer.of(LayerKind.INTERCONNECTION_QUEUE, "counties")
                .ordinal(1)
                .asOf(EVALUATION)
                .evidence(EvidenceClass.MANUAL)
                .box("b1", -91, 35, -90, 36, request("BETA", "GENERATION", "ACTIVE", 200, null))
                .box("b2", -91, 35, -90, 36, request("BETA", "GENERATION", "WITHDRAWN", 70, ENTRY.plusDays(300)))
                .build();
    }

    static FeatureLayer markets() {
        return MemoryLayer.of(LayerKind.BOUNDARY, "markets")
                .ordinal(2)
                .box("a", -102, 38, -98, 42, Map.of("code", "ALPHA", "boundaryKind", "MARKET"))
                .box("county", -110, 30, -80, 45, Map.of("code", "BETA", "boundaryKind", "COUNTY"))
                .build();
    }

    static Map<String, Object> request(String market, String side, String status, double mw, LocalDate end) {
        Map<String, Object> fields = new HashMap<>(
                Map.of("market", market, "side", side, "queueStatus", status, "requestedMw", mw, "queueDate", ENTRY));
        if (end != null) {
            fields.put(status.equals("WITHDRAWN") ? "withdrawnDate" : "inServiceDate", end);
        }
        return fields;
    }
}
