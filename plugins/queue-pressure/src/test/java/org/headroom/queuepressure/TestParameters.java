package org.headroom.queuepressure;

import org.headroom.testkit.MemoryContext;

/** Figures for tests; not the policy's. */
final class TestParameters {
    private TestParameters() {}

    static MemoryContext.Builder context() {
        return MemoryContext.builder()
                .number("radiusKm", 50)
                .text("kernel", "LINEAR")
                .number("horizonYears", 5)
                .number("waitHorizonYears", 10)
                .number("earliestQueueYear", 2005)
                .number("minimumRequests", 100)
                .number("coverageRadiusKm", 150)
                .number("unsizedRequestMw", 700)
                .numbers("sizeClassBoundsMw", 20, 100)
                .text("waitSide", "GENERATION");
    }

    static QueueParameters standard() {
        return QueueParameters.of(context().build().parameters());
    }
}
