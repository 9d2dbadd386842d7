package org.headroom.runs.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class SiteIdOrderTest {
    @Test
    void wholeNumbersComeFirstByTheirValue() {
        List<String> ordered = List.of(
                "0",
                "00",
                "7",
                "9",
                "09",
                "10",
                "99999999999999999999",
                "100000000000000000000",
                "",
                "-1",
                "10a",
                "A",
                "a",
                "é");
        assertThat(ordered.stream().sorted(SiteIdOrder::compare).toList()).isEqualTo(ordered);
    }

    @Property
    void isATotalOrder(
            @ForAll @StringLength(max = 4) @CharRange(from = '0', to = '9') @CharRange(from = 'a', to = 'b') String a,
            @ForAll @StringLength(max = 4) @CharRange(from = '0', to = '9') @CharRange(from = 'a', to = 'b') String b,
            @ForAll @StringLength(max = 4) @CharRange(from = '0', to = '9') @CharRange(from = 'a', to = 'b') String c) {
        assertThat(Integer.signum(SiteIdOrder.compare(a, b))).isEqualTo(-Integer.signum(SiteIdOrder.compare(b, a)));
        assertThat(SiteIdOrder.compare(a, b) == 0).isEqualTo(a.equals(b));
        if (SiteIdOrder.compare(a, b) <= 0 && SiteIdOrder.compare(b, c) <= 0) {
            assertThat(SiteIdOrder.compare(a, c)).isNotPositive();
        }
    }
}
