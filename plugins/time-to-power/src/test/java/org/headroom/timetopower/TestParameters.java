package org.headroom.timetopower;

import org.headroom.testkit.MemoryContext;

/** Figures for tests, easy to reckon with; not the policy's. */
final class TestParameters {
    private TestParameters() {}

    /** Steps that always take the same time, so that results can be worked out by hand. */
    static MemoryContext.Builder fixed() {
        return MemoryContext.builder()
                .numbers("unknownQueueMonths", 90, 90, 90)
                .numbers("permitMonths", 9, 9, 9)
                .number("uncheckedReleaseMonths", 12)
                .number("openEndedReleaseMonths", 24)
                .numbers("connectionMw", 102, 205, 400)
                .numbers("connectionKv", 69, 138, 230)
                .numbers("transformerMonthsP10", 22, 22, 36)
                .numbers("transformerMonthsP50", 22, 22, 36)
                .numbers("transformerMonthsP90", 22, 22, 36)
                .numbers("stationMonths", 20, 20, 20)
                .numbers("lineMonthsPerKm", 0.5, 0.5, 0.5)
                .numbers("lineFactor", 1, 1, 2)
                .number("unknownTieLineKm", 40)
                .numbers("commissioningMonths", 4, 4, 4)
                .numbers("refitMonths", 12, 12, 12);
    }

    /** Steps that spread. */
    static MemoryContext.Builder spread() {
        return fixed().numbers("unknownQueueMonths", 60, 90, 120)
                .numbers("permitMonths", 4, 9, 18)
                .numbers("transformerMonthsP10", 16, 16, 28)
                .numbers("transformerMonthsP90", 28, 28, 42)
                .numbers("stationMonths", 14, 20, 26)
                .numbers("lineMonthsPerKm", 0.1, 0.5, 1)
                .numbers("commissioningMonths", 2, 4, 8)
                .numbers("refitMonths", 6, 12, 24);
    }
}
