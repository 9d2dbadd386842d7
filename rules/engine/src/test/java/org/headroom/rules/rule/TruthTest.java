package org.headroom.rules.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.headroom.rules.rule.Truth.FALSE;
import static org.headroom.rules.rule.Truth.TRUE;
import static org.headroom.rules.rule.Truth.UNKNOWN;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tables of Kleene's strong three-valued logic (1952), and comparisons of intervals, by hand. */
class TruthTest {
    @ParameterizedTest
    @CsvSource({
        "TRUE,TRUE,TRUE,TRUE", "TRUE,UNKNOWN,UNKNOWN,TRUE", "TRUE,FALSE,FALSE,TRUE",
        "UNKNOWN,TRUE,UNKNOWN,TRUE", "UNKNOWN,UNKNOWN,UNKNOWN,UNKNOWN", "UNKNOWN,FALSE,FALSE,UNKNOWN",
        "FALSE,TRUE,FALSE,TRUE", "FALSE,UNKNOWN,FALSE,UNKNOWN", "FALSE,FALSE,FALSE,FALSE"
    })
    void tables(Truth a, Truth b, Truth and, Truth or) {
        assertThat(a.and(b)).isEqualTo(and);
        assertThat(a.or(b)).isEqualTo(or);
    }

    @ParameterizedTest
    @CsvSource({
        "LESS,5,TRUE,FALSE,FALSE,UNKNOWN", "AT_MOST,5,TRUE,TRUE,FALSE,UNKNOWN", "MORE,5,FALSE,FALSE,TRUE,UNKNOWN",
        "AT_LEAST,5,FALSE,TRUE,TRUE,UNKNOWN", "EQUAL,5,FALSE,TRUE,FALSE,UNKNOWN", "NOT_EQUAL,5,TRUE,FALSE,TRUE,UNKNOWN"
    })
    void comparisons(Operator operator, double literal, Truth at4, Truth at5, Truth at6, Truth from4to6) {
        assertThat(operator.truth(4, 4, literal)).isEqualTo(at4);
        assertThat(operator.truth(5, 5, literal)).isEqualTo(at5);
        assertThat(operator.truth(6, 6, literal)).isEqualTo(at6);
        assertThat(operator.truth(4, 6, literal)).isEqualTo(from4to6);
        assertThat(operator.truth(Double.NaN, Double.NaN, literal)).isEqualTo(UNKNOWN);
    }

    @ParameterizedTest
    @CsvSource({"AT_LEAST,5,6,TRUE", "MORE,5,6,UNKNOWN", "AT_MOST,4,5,TRUE", "LESS,4,5,UNKNOWN", "NOT_EQUAL,6,8,TRUE"})
    void intervalEndsCount(Operator operator, double low, double high, Truth expected) {
        assertThat(operator.truth(low, high, 5)).isEqualTo(expected);
        assertThat(expected).isIn(TRUE, FALSE, UNKNOWN);
    }
}
