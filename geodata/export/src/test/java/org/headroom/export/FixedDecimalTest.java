package org.headroom.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FixedDecimalTest {
    @Property(tries = 20_000)
    void roundsTheExactBinaryValueHalfToEven(
            @ForAll("doubles") double value, @ForAll @IntRange(max = FixedDecimal.MAX_DECIMALS) int decimals) {
        assertThat(FixedDecimal.toString(value, decimals)).isEqualTo(expected(value, decimals));
    }

    @Property
    void wholeNumbersAreAsJavaPrintsThem(@ForAll @LongRange(min = -Long.MAX_VALUE) long value) {
        byte[] out = new byte[FixedDecimal.length(value)];
        FixedDecimal.putRight(value, out, out.length);
        assertThat(new String(out, StandardCharsets.US_ASCII)).isEqualTo(Long.toString(value));
    }

    /** Expected texts are from Python 3.11, {@code "%.*f" % (decimals, value)}. */
    @ParameterizedTest
    @CsvSource({
        "0.125, 2, 0.12",
        "0.375, 2, 0.38",
        "2.675, 2, 2.67",
        "1.005, 2, 1.00",
        "0.5, 0, 0",
        "1.5, 0, 2",
        "2.5, 0, 2",
        "-0.001, 2, -0.00",
        "-0.0, 1, -0.0",
        "0.0, 0, 0",
        "9.9999, 3, 10.000",
        "123456789012.5, 2, 123456789012.50",
        "1e22, 2, 10000000000000000000000.00",
        "4503599627370495.5, 1, 4503599627370495.5",
        "0.30000000000000004, 15, 0.300000000000000",
        "1e-300, 3, 0.000",
        "8.5, 15, 8.500000000000000",
        "0.045, 2, 0.04",
        "1.115, 2, 1.11",
        "50.275, 2, 50.27"
    })
    void printsAsPythonDoes(double value, int decimals, String text) {
        assertThat(FixedDecimal.toString(value, decimals)).isEqualTo(text);
    }

    @Test
    void writesNothingBeforeItsPlace() {
        byte[] out = "xxxxxxxx".getBytes(StandardCharsets.US_ASCII);
        FixedDecimal.putRight(-1.25, 1, out, 6);
        assertThat(new String(out, StandardCharsets.US_ASCII)).isEqualTo("xx-1.2xx");
    }

    /** Uniform bits, figures of every size, and values on or next to a tie. */
    @Provide
    Arbitrary<Double> doubles() {
        Arbitrary<Double> bits =
                Arbitraries.longs().map(Double::longBitsToDouble).filter(Double::isFinite);
        Arbitrary<Double> usual = Arbitraries.doubles().between(-1e7, 1e7).ofScale(6);
        Arbitrary<Double> ties = Arbitraries.longs()
                .between(-4_000_000, 4_000_000)
                .flatMap(n -> Arbitraries.integers().between(0, 12).map(k -> n / (double) (1 << k)));
        Arbitrary<Double> decimalTies = Arbitraries.longs()
                .between(-9_000_000_000L, 9_000_000_000L)
                .flatMap(n -> Arbitraries.integers().between(1, 9).map(k -> (2 * n + 1) * 5 / Math.pow(10, k)));
        Arbitrary<Double> nextToTies = ties.map(Math::nextUp);
        return Arbitraries.oneOf(bits, usual, ties, decimalTies, nextToTies);
    }

    private static String expected(double value, int decimals) {
        String text = new BigDecimal(Math.abs(value))
                .setScale(decimals, RoundingMode.HALF_EVEN)
                .toPlainString();
        return (Double.doubleToRawLongBits(value) < 0 ? "-" : "") + text;
    }
}
