package org.headroom.model.climate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Hours as text and back. */
class JointHoursTest {
    @Test
    void hoursAreCountedByWholeDegreesRoundedDown() {
        double[] dry = {-0.1, 0, 23.9, 23, 23.5, 24, Double.NaN, 5};
        double[] wet = {-0.5, -0.5, 17.2, 17.9, 20, 25, 3, Double.NaN};
        JointHours hours = JointHours.of(dry, wet, dry.length);
        // a wet bulb of 25 at 24 degC is saturated air
        assertThat(hours.toText()).isEqualTo("-1:-1:1;0:-1:1;23:17:2 0 0 1;24:24:1");
        assertThat(hours.total()).isEqualTo(6);
        assertThat(JointHours.parse(hours.toText())).isEqualTo(hours);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "23:17 | is not dry:wet:hours hours",
                "23:17:x | \"x\" in the row",
                "23:23:1 2 | a dry bulb of 23 and a wet bulb of 24",
                "23:17:-4 | -4 hours",
                "99:17:4 | a dry bulb of 99",
                "23:17:8000 1000 | 9000 hours, not a year",
                "23:17:0 | 0 hours"
            })
    void whatIsNoTableOfHoursIsRefused(String text, String says) {
        assertThatThrownBy(() -> JointHours.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(says);
    }
}
