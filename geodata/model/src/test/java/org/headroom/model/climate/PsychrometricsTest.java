package org.headroom.model.climate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Against published figures. The tables and the equations of the handbook agree to 0.03 %, which is also the tolerance of PsychroLib's
 * own tests.
 */
class PsychrometricsTest {
    private static final double TABLE_PERCENT = 0.03;

    /** ASHRAE Fundamentals 2017, chapter 1, table 3, Pa; the figures that PsychroLib 2.5 is tested with. */
    @ParameterizedTest
    @CsvSource({"-60, 1.08", "-20, 103.24", "-5, 401.74", "5, 872.6", "25, 3169.7", "50, 12351.3", "100, 101418.0"})
    void saturationPressureIsThatOfTheTable(double temperatureC, double pressurePa) {
        // -60 degC is given with three digits only
        double percent = temperatureC == -60 ? 0.5 : TABLE_PERCENT;
        assertThat(Psychrometrics.saturationPressurePa(temperatureC)).isCloseTo(pressurePa, withinPercentage(percent));
    }

    /** PsychroLib 2.5, tests of GetHumRatioFromTWetBulb: above and below freezing, 95461 Pa. */
    @ParameterizedTest
    @CsvSource({"30, 25, 0.0192281274241096", "-1, -5, 0.00120399819933844"})
    void humidityRatioIsThatOfPsychroLib(double dryBulbC, double wetBulbC, double ratio) {
        assertThat(Psychrometrics.humidityRatioFromWetBulb(dryBulbC, wetBulbC, 95461))
                .isCloseTo(ratio, withinPercentage(TABLE_PERCENT));
    }

    /** ASHRAE Fundamentals, chapter 1, example 1: 40 degC, wet bulb 20 degC, sea level: W = 0.0065, dew point 7 degC (chart figures). */
    @ParameterizedTest
    @CsvSource({"40, 7, 101325, 20, 0.3"})
    void wetBulbOfTheHandbooksExample(double dry, double dew, double pressure, double wet, double tolerance) {
        assertThat(Psychrometrics.humidityRatioFromWetBulb(dry, wet, pressure)).isCloseTo(0.0065, within(1e-4));
        assertThat(Psychrometrics.wetBulbC(dry, dew, pressure)).isCloseTo(wet, within(tolerance));
    }

    @Property(tries = 300)
    void wetBulbInvertsTheHumidityRatio(
            @ForAll @DoubleRange(min = -40, max = 45) double dryBulbC,
            @ForAll @DoubleRange(min = 0, max = 30) double spread,
            @ForAll @DoubleRange(min = 70_000, max = 105_000) double pressurePa) {
        double dewPointC = dryBulbC - spread;
        double wet = Psychrometrics.wetBulbC(dryBulbC, dewPointC, pressurePa);
        assertThat(wet).isBetween(dewPointC - 1e-6, dryBulbC + 1e-6);
        double expected = Psychrometrics.humidityRatioFromDewPoint(dewPointC, pressurePa);
        // at 0 degC the equations for ice and water meet with a step of some 1e-4
        assertThat(Psychrometrics.humidityRatioFromWetBulb(dryBulbC, wet, pressurePa))
                .isCloseTo(expected, within(Math.abs(wet) < 1e-3 ? 5e-4 : 1e-9));
    }

    @Property(tries = 300)
    void wetBulbRisesWithDryBulbAndDewPoint(
            @ForAll @DoubleRange(min = -20, max = 40) double dryBulbC,
            @ForAll @DoubleRange(min = 1, max = 25) double spread) {
        double wet = Psychrometrics.wetBulbC(dryBulbC, dryBulbC - spread, 95_000);
        assertThat(Psychrometrics.wetBulbC(dryBulbC + 1, dryBulbC - spread, 95_000))
                .isGreaterThanOrEqualTo(wet - 1e-6);
        assertThat(Psychrometrics.wetBulbC(dryBulbC, dryBulbC - spread + 0.5, 95_000))
                .isGreaterThanOrEqualTo(wet - 1e-6);
    }
}
