package org.headroom.layers.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

/** Numbers that files hold as text. */
final class NumbersTest {
    @Test
    void aWholeNumberLosesNoDigit() {
        assertThat(Numbers.exact("-7")).isEqualTo(-7L);
        assertThat(Numbers.exact("+7")).isEqualTo(7L);
        assertThat(Numbers.exact("123456789012345679")).isEqualTo(123456789012345679L);
        assertThat(Numbers.exact("12345678901234567891")).isEqualTo("12345678901234567891");
        assertThat(Numbers.exact("1.50")).isEqualTo(1.5);
        for (String none : new String[] {"", "-", "1,5", "NaN", "Infinity"}) {
            assertThatThrownBy(() -> Numbers.exact(none)).as(none).isInstanceOf(NumberFormatException.class);
        }
    }
}
