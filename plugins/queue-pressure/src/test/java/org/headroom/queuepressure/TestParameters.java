package org.headroom.queuepressure;

import org.headroom.testkit.MemoryContext;

/** Figures for tests; not the policy's. */
final class TestParameters {
    static final int EARLIEST_QUEUE_YEAR = 2005;

    private TestParameters() {}

    static MemoryContext.Builder context() {
        return MemoryContext.builder()
                .number("radiusKm", 50)
                .text("kernel", "LINEAR")
                .number("horizonYears", 5)
                .number("waitHorizonYears", 10)
                .number("earliestQueueYear", EARLIEST_QUEUE_YEAR)
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
