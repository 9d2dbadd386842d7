package org.headroom.derate;

import org.headroom.testkit.MemoryContext;

/** Figures for tests; not the policy's. */
final class TestParameters {
    private TestParameters() {}

    static MemoryContext.Builder context(String netOfQueue) {
        return MemoryContext.builder().request("data_center", 280).text("publishedIsNetOfQueue", netOfQueue);
    }

    /** A quarter of the energy may be lost. */
    static MemoryContext.Builder flexible() {
        return MemoryContext.builder()
                .number("curtailmentFraction", 0.25)
                .numbers("summerMonths", 4, 5, 6, 7, 8, 9, 10)
                .numbers("summerPeakMonths", 6, 7, 8)
                .numbers("winterPeakMonths", 12, 1, 2)
                .number("minimumLoadHours", 12);
    }
}
