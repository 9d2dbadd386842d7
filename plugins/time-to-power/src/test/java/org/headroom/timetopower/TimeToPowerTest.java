package org.headroom.timetopower;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.headroom.model.Criterion;
import org.headroom.model.EvidenceClass;
import org.headroom.model.HeadroomException;
import org.headroom.model.LoadRequest;
import org.headroom.model.RampStep;
import org.headroom.spi.MeasurementBlock;
import org.headroom.spi.MeasurementColumn;
import org.headroom.testkit.MemoryContext;
import org.headroom.testkit.MemorySites;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One site at a time. With steps that take a fixed time results are worked out by hand. */
class TimeToPowerTest {
    private static final MemoryContext FIXED = TestParameters.fixed().build();
    private static final MemoryContext SPREAD = TestParameters.spread().build();
    private static final int FAIL = 2;

    /** Permit 9, transformer 22, station 20 and half a month a km, then 4 to commission; the queue's time has that in it. */
    @ParameterizedTest
    @CsvSource({
        "50, 0, 10, 50, STUDY_AND_AGREEMENT",
        "20, 0, 2, 26, TRANSFORMER",
        "20, 0, 10, 29, TIE_LINE",
        "20, 24, 10, 37, MORATORIUM_OR_PERMIT"
    })
    void theLongestStepDecides(double queue, double release, double km, double months, String binding) {
        MeasurementBlock out = measure(site(queue, release, km), FIXED);
        assertExactly(out, "timeToPowerMonthsP50", months);
        assertExactly(out, "timeToPowerMonthsP90", months);
        assertExactly(out, "newConnectionMonthsP50", months);
        assertExactly(out, "rightSavesMonths", months - 12);
        assertExactly(out, "timeToPowerBinding", Step.valueOf(binding).ordinal());
        assertThat(out.column("timeToPowerMonthsP50").evidence(0)).isEqualTo(EvidenceClass.ESTIMATED);
    }

    @Test
    void aLargeLoadNeedsAHigherVoltageThatTakesLonger() {
        MemoryContext large = TestParameters.fixed().request("data_center", 300).build();
        assertExactly(measure(site(20, 0, 2), large), "timeToPowerMonthsP50", 40);
        assertExactly(measure(site(20, 0, 20), large), "timeToPowerMonthsP50", 44);
    }

    @Test
    void whatIsNotKnownWidensTheFigureAndLeavesItKnown() {
        MeasurementBlock nothing = measure(MemorySites.builder().greenfield("s", 0, 0), FIXED);
        // Transformer and commissioning are sure; at most the queue takes 90.
        assertBetween(nothing, "timeToPowerMonthsP50", 26, 90);
        assertThat(nothing.column("timeToPowerMonthsP50").evidence(0)).isEqualTo(EvidenceClass.FALLBACK);
        MeasurementBlock unchecked = measure(queue(20).measured("distanceToInterconnectionKm", 10, 10), FIXED);
        assertBetween(unchecked, "timeToPowerMonthsP50", 29, 29);
        MeasurementBlock farUnchecked = measure(queue(20), FIXED);
        assertBetween(farUnchecked, "timeToPowerMonthsP50", 26, 44);
        MeasurementBlock openEnded = measure(queue(20).measured("moratoriumGate", FAIL, FAIL), FIXED);
        assertBetween(openEnded, "timeToPowerMonthsP50", 26, 44);
        MeasurementBlock proposed =
                measure(queue(20).measured("moratoriumGate", 1, 1).measured("moratoriumDaysLeft", 700, 1461), FIXED);
        assertBetween(proposed, "timeToPowerMonthsP50", 26, 61);
    }

    /** Refit 12 where the right that a newcomer could use covers the 100 MW; a new connection 50. */
    @ParameterizedTest
    @CsvSource({
        "100, 100, 12, 12",
        "250, 250, 12, 12",
        "50, 100, 12, 50",
        "99, 99, 50, 50",
        "0, 120, 12, 50",
        "0, 0, 50, 50"
    })
    void aUsableRightLeavesTheRefit(double rightLow, double rightHigh, double low, double high) {
        MeasurementBlock out = measure(
                known(MemorySites.builder().brownfield("s", 0, 0, Map.of()), 50, 0, 2)
                        .measured("usableRightMw", rightLow, rightHigh),
                FIXED);
        assertBetween(out, "timeToPowerMonthsP50", low, high);
        assertExactly(out, "newConnectionMonthsP50", 50);
        assertExactly(out, "rightSavesMonths", 38);
        assertExactly(out, "timeToPowerBinding", (high == 12 ? Step.REFIT : Step.STUDY_AND_AGREEMENT).ordinal());
    }

    @Test
    void whatAFacilityHoldsMayBeAnythingWhereNobodySays() {
        MeasurementBlock out = measure(known(MemorySites.builder().brownfield("s", 0, 0, Map.of()), 50, 0, 2), FIXED);
        assertBetween(out, "timeToPowerMonthsP50", 12, 50);
    }

    /** Of a step far beyond the others the median is its own; steps that are alike take longer together than each. */
    @Test
    void parallelStepsTakeLongerThanTheLongest() {
        MeasurementBlock queueAlone = measure(site(60, 0, 2), SPREAD);
        assertThat(queueAlone.column("timeToPowerMonthsP50").lower(0)).isCloseTo(60, within(0.5));
        // Transformer 16, 22, 28 and station with 4 km of line 14.4, 22, 30, each then 2, 4, 8: alone they have medians
        // of some 26 months.
        MeasurementBlock together = measure(site(0, 0, 4), SPREAD);
        assertThat(together.column("timeToPowerMonthsP50").lower(0)).isBetween(28.0, 31.0);
        assertThat(together.column("timeToPowerMonthsP90").lower(0)).isBetween(33.0, 38.0);
    }

    /** Nobody has power before the queue is over, so half do not before half of the queue. */
    @Test
    void aQueueThatIsAlwaysTheLongestGivesItsOwnMonths() {
        MeasurementBlock out = measure(
                known(MemorySites.builder().greenfield("s", 0, 0), 0, 0, 2)
                        .measured("queueMonthsP10", 100, 100)
                        .measured("queueMonthsP50", 120, 120)
                        .measured("queueMonthsP90", 160, 160),
                SPREAD);
        assertThat(out.column("timeToPowerMonthsP50").lower(0)).isCloseTo(120, within(1e-9));
        assertThat(out.column("timeToPowerMonthsP90").lower(0)).isCloseTo(160, within(0.02));
    }

    /**
     * The distribution of the greatest of independent steps is the product of theirs. Reckoned apart: each step's share done by a month is counted over
     * a thousand even quantiles, and commissioning is gone through in as many.
     */
    @ParameterizedTest
    @CsvSource({"20, 36, 70, 0, 3", "12, 24, 40, 6, 30", "30, 60, 75, 24, 60"})
    void agreesWithTheProductOfTheSteps(double p10, double p50, double p90, double release, double km) {
        MeasurementBlock out = measure(
                known(MemorySites.builder().greenfield("s", 0, 0), 0, release, km)
                        .measured("queueMonthsP10", p10, p10)
                        .measured("queueMonthsP50", p50, p50)
                        .measured("queueMonthsP90", p90, p90),
                SPREAD);
        double[] queue = even(new Spread(p10, p50, p90));
        double[] permit = even(new Spread(4, 9, 18));
        double[] transformer = even(new Spread(16, 22, 28));
        double[] station = even(new Spread(14, 20, 26));
        double[] perKm = even(new Spread(0.1, 0.5, 1));
        double[] commissioning = even(new Spread(2, 4, 8));
        double[] line = new double[station.length];
        for (int i = 0; i < line.length; i++) {
            line[i] = station[i] + km * perKm[i];
        }
        DoubleUnaryOperator done = month -> {
            double sum = 0;
            for (double last : commissioning) {
                sum += by(permit, month - last - release) * by(transformer, month - last) * by(line, month - last);
            }
            return by(queue, month) * sum / commissioning.length;
        };
        double half = out.column("timeToPowerMonthsP50").lower(0);
        assertThat(done.applyAsDouble(half)).isCloseTo(0.5, within(0.02));
        double nineInTen = out.column("timeToPowerMonthsP90").lower(0);
        assertThat(done.applyAsDouble(nineInTen)).isCloseTo(0.9, within(0.01));
    }

    private static double[] even(Spread spread) {
        return IntStream.range(0, 1000)
                .mapToDouble(i -> spread.at(Normal.quantile((i + 0.5) / 1000)))
                .toArray();
    }

    /** Share of sorted months that are over by one. */
    private static double by(double[] months, double month) {
        int found = Arrays.binarySearch(months, month);
        return (found >= 0 ? found + 1 : -found - 1) / (double) months.length;
    }

    @Property(tries = 200)
    void longerStepsNeverShortenAndNothingUnknownIsBetterThanTheBest(
            @ForAll @DoubleRange(min = 0, max = 110) double queue,
            @ForAll @DoubleRange(min = 0, max = 60) double release,
            @ForAll @DoubleRange(min = 0, max = 100) double km,
            @ForAll @DoubleRange(min = 0, max = 40) double more) {
        MeasurementBlock before = measure(site(queue, release, km), SPREAD);
        MeasurementBlock unknown = measure(MemorySites.builder().greenfield("s", 0, 0), SPREAD);
        for (MemorySites.Builder longer : List.of(
                site(queue + more, release, km), site(queue, release + more, km), site(queue, release, km + more))) {
            MeasurementBlock after = measure(longer, SPREAD);
            for (String id : List.of("timeToPowerMonthsP50", "timeToPowerMonthsP90")) {
                assertThat(after.column(id).lower(0))
                        .isGreaterThanOrEqualTo(before.column(id).lower(0));
                assertThat(after.column(id).upper(0))
                        .isGreaterThanOrEqualTo(before.column(id).upper(0));
                assertThat(unknown.column(id).lower(0))
                        .isLessThanOrEqualTo(before.column(id).lower(0));
            }
        }
        assertThat(before.column("timeToPowerMonthsP50").lower(0))
                .isLessThanOrEqualTo(before.column("timeToPowerMonthsP90").lower(0));
        MeasurementBlock none = measure(
                queue(queue).measured("moratoriumGate", 0, 0).measured("distanceToInterconnectionKm", km, km), SPREAD);
        assertThat(none.column("timeToPowerMonthsP50").upper(0))
                .isLessThanOrEqualTo(before.column("timeToPowerMonthsP50").lower(0));
    }

    /** From 2026-05-01: refit takes 12 months, a new connection 50, or 26 to 90 where nothing is known. */
    @ParameterizedTest
    @CsvSource({
        "2027, 50, 0, 0", // the refit is done in May
        "2028, 50, 50, 0",
        "2028, 100, 60, 0",
        "2031, 100, 100, 100",
        "2029, 80, 60, 0"
    })
    void aRampIsMetByTheRightThenByTheNewConnection(int year, double wanted, double byRight, double byNew) {
        MemoryContext ramp = TestParameters.fixed()
                .request(LoadRequest.growing(
                        "data_center", List.of(new RampStep(year, wanted), new RampStep(2090, 100))))
                .build();
        MeasurementBlock mine = measure(
                known(MemorySites.builder().brownfield("s", 0, 0, Map.of()), 50, 0, 2)
                        .measured("usableRightMw", 60, 60),
                ramp);
        assertExactly(mine, "rampMw1", byRight);
        assertExactly(mine, "rampMw2", 100);
        assertExactly(measure(site(50, 0, 2), ramp), "rampMw1", byNew);
        MeasurementColumn unknown =
                measure(MemorySites.builder().greenfield("s", 0, 0), ramp).column("rampMw1");
        assertThat(unknown.lower(0)).isZero();
        assertThat(unknown.upper(0)).isEqualTo(year >= 2029 ? wanted : 0);
        assertThat(mine.column("rampMw3").isKnown(0)).isFalse();
    }

    @Test
    void theDateIsThatOfTheMonths() {
        MeasurementBlock out = measure(site(48, 0, 2), FIXED);
        assertExactly(out, "timeToPowerDateP50", LocalDate.of(2030, 5, 1).toEpochDay());
    }

    @Test
    void policyMistakesAreNamed() {
        assertRefused(
                TestParameters.fixed().numbers("permitMonths", 9, 8, 12),
                "parameter permitMonths holds [9.0, 8.0, 12.0]; it must be three figures that do not fall");
        assertRefused(
                TestParameters.fixed().numbers("lineFactor", 1, 2), "lineFactor has 2 figures, connectionMw has 3");
        assertRefused(
                TestParameters.fixed().numbers("connectionMw", 102, 102, 400), "connectionMw has 102.0 after 102.0");
        assertRefused(
                TestParameters.fixed().numbers("transformerMonthsP50", 22, 20, 36),
                "transformerMonthsP50 is 20.0 in class 2, not between the 22.0 at 10 %");
    }

    private static void assertRefused(MemoryContext.Builder context, String message) {
        assertThatThrownBy(() -> new TimeToPowerModule().bind(context.build()))
                .isInstanceOf(HeadroomException.class)
                .hasMessageContaining(message);
    }

    private static MemorySites.Builder queue(double months) {
        return queue(MemorySites.builder().greenfield("s", 0, 0), months);
    }

    /** A queue that takes the same for everybody. */
    private static MemorySites.Builder queue(MemorySites.Builder sites, double months) {
        return sites.measured("queueMonthsP10", months, months)
                .measured("queueMonthsP50", months, months)
                .measured("queueMonthsP90", months, months);
    }

    private static MemorySites.Builder site(double queue, double release, double km) {
        return known(MemorySites.builder().greenfield("s", 0, 0), queue, release, km);
    }

    private static MemorySites.Builder known(MemorySites.Builder sites, double queue, double release, double km) {
        double days = release * 365.25 / 12;
        return queue(sites, queue)
                .measured("moratoriumGate", release > 0 ? FAIL : 0, release > 0 ? FAIL : 0)
                .measured("moratoriumDaysLeft", days, days)
                .measured("distanceToInterconnectionKm", km, km);
    }

    private static void assertExactly(MeasurementBlock out, String criterion, double value) {
        assertBetween(out, criterion, value, value);
    }

    private static void assertBetween(MeasurementBlock out, String criterion, double low, double high) {
        MeasurementColumn column = out.column(criterion);
        assertThat(column.lower(0)).as(criterion).isCloseTo(low, within(1e-9));
        assertThat(column.upper(0)).as(criterion).isCloseTo(high, within(1e-9));
    }

    private static MeasurementBlock measure(MemorySites.Builder sites, MemoryContext context) {
        MeasurementBlock out = new MeasurementBlock(
                TimeCriteria.ALL.stream().map(Criterion::id).toList(), 1);
        new TimeToPowerModule().bind(context).measure(sites.build(), out);
        return out;
    }
}
