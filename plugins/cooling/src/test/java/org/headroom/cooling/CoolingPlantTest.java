package org.headroom.cooling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.headroom.model.HeadroomException;
import org.headroom.spi.Parameters;
import org.junit.jupiter.api.Test;

/** Figures by hand, and the laws of a plant. */
class CoolingPlantTest {
    private static final double EXACT = 1e-12;
    private final CoolingPlant air = TestParameters.of("AIR").plant();
    private final CoolingPlant water = TestParameters.of("WATER").plant();
    private final CoolingPlant dry = TestParameters.of("DRY").plant();

    @Test
    void freeShareRunsFromSupplyToReturn() {
        // air: source is dry bulb + 1; supply 24, return 36
        assertThat(air.freeShare(23, 10, false)).isEqualTo(1);
        assertThat(air.freeShare(29, 10, false)).isCloseTo(0.5, within(EXACT));
        assertThat(air.freeShare(35, 10, false)).isZero();
        // water: wet bulb + 6; dry: dry bulb + 6
        assertThat(water.freeShare(40, 18, false)).isEqualTo(1);
        assertThat(water.freeShare(40, 21, false)).isCloseTo(0.75, within(EXACT));
        assertThat(dry.freeShare(18, 0, false)).isEqualTo(1);
        assertThat(dry.freeShare(24, 0, false)).isCloseTo(0.5, within(EXACT));
    }

    @Test
    void humidAirIsNotLetInButDoesNotTouchAClosedLoop() {
        assertThat(air.isTooHumid(15)).isFalse();
        assertThat(air.isTooHumid(15.1)).isTrue();
        assertThat(air.freeShare(10, 10, true)).isZero();
        assertThat(dry.isTooHumid(25)).isFalse();
    }

    @Test
    void pueOfAnHour() {
        assertThat(air.pue(1, 10, 5)).isCloseTo(1.12, within(EXACT));
        // dry bulb 35: T_evap = 18 C = 291.15 K, T_cond = 47 C, COP = 0.5 * 291.15 / 29 = 5.0198
        assertThat(air.pue(0, 35, 20)).isCloseTo(1.12 + 29 / (0.5 * 291.15), within(EXACT));
        // cold and humid: lift held at 12 K
        assertThat(air.pue(0, 5, 5)).isCloseTo(1.12 + 12 / (0.5 * 291.15), within(EXACT));
        // water: wet bulb 25 + 4 + 12 = 41 C, lift 23
        assertThat(water.pue(0.5, 40, 25)).isCloseTo(1.12 + 0.5 * 23 / (0.5 * 291.15), within(EXACT));
    }

    @Test
    void refusesAReturnThatIsNotWarmer() {
        Parameters wrong = TestParameters.context("AIR")
                .number("supplyTemperatureC", 30)
                .number("returnTemperatureC", 25)
                .build()
                .parameters();
        assertThatThrownBy(() -> CoolingParameters.of(wrong))
                .isInstanceOf(HeadroomException.class)
                .hasMessageContaining("30.0")
                .hasMessageContaining("25.0");
        assertThatThrownBy(() -> TestParameters.of("WATTER")).hasMessageContaining("did you mean \"WATER\"");
    }

    @Property
    void pueIsAtLeastOneAndHotterNeverLowersIt(
            @ForAll CoolingPlant.Economiser economiser,
            @ForAll @DoubleRange(min = -40, max = 50) double dryBulbC,
            @ForAll @DoubleRange(min = 0, max = 25) double depression,
            @ForAll @DoubleRange(min = 0, max = 20) double warmer,
            @ForAll boolean humid) {
        CoolingPlant plant = TestParameters.of(economiser.name()).plant();
        double wet = dryBulbC - depression;
        double before = plant.pue(plant.freeShare(dryBulbC, wet, humid), dryBulbC, wet);
        double hot = dryBulbC + warmer;
        double after = plant.pue(plant.freeShare(hot, wet + warmer, humid), hot, wet + warmer);
        assertThat(before).isGreaterThanOrEqualTo(1);
        assertThat(after).isGreaterThanOrEqualTo(before);
    }
}
