package org.headroom.example;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class DaylightModuleTest {
    @Test
    void theEquatorHasTwelveHours() {
        assertThat(DaylightModule.shortestDayHours(0)).isEqualTo(12);
    }

    // By hand: tan 40 = 0.83910, tan 23.44 = 0.43357; acos 0.36381 = 68.666 degrees; 68.666 * 2 / 15 = 9.1555 h.
    @Test
    void fortyDegreesNorthByHand() {
        assertThat(DaylightModule.shortestDayHours(40)).isCloseTo(9.1555, within(0.0005));
        assertThat(DaylightModule.shortestDayHours(-40)).isEqualTo(DaylightModule.shortestDayHours(40));
    }

    @Test
    void beyondThePolarCircleTheSunDoesNotRise() {
        assertThat(DaylightModule.shortestDayHours(67)).isZero();
        assertThat(DaylightModule.shortestDayHours(-90)).isZero();
    }
}
