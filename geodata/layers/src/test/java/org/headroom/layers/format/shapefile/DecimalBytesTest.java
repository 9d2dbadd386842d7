package org.headroom.layers.format.shapefile;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.headroom.layers.format.Numbers;

/** The short way of reading a number gives what the Java runtime gives, bit by bit, or nothing. */
final class DecimalBytesTest {
    private static final Pattern DECIMAL = Pattern.compile("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d{1,4})?");

    private static double parse(String cell) {
        byte[] row = ("#" + cell + "#").getBytes(StandardCharsets.ISO_8859_1);
        return DecimalBytes.parse(row, 1, row.length - 2);
    }

    @Property(tries = 2000)
    void agreesWithJavaOnDecimals(@ForAll("decimals") String text) {
        double found = parse(text);
        if (!Double.isNaN(found)) {
            double expected = text.contains(".") ? Double.parseDouble(text) : Long.parseLong(text.strip());
            assertThat(Double.doubleToRawLongBits(found)).isEqualTo(Double.doubleToRawLongBits(expected));
        } else {
            assertThat(text.chars().filter(Character::isDigit).count()).isGreaterThan(15);
        }
    }

    @Provide
    Arbitrary<String> decimals() {
        Arbitrary<String> sign = Arbitraries.of("", "", "-", "+");
        Arbitrary<String> digits =
                Arbitraries.strings().numeric().ofMinLength(1).ofMaxLength(12);
        Arbitrary<String> fraction = Arbitraries.oneOf(
                Arbitraries.just(""),
                Arbitraries.strings().numeric().ofMaxLength(12).map(f -> "." + f));
        Arbitrary<String> blanks = Arbitraries.of("", " ", "    ");
        return Combinators.combine(blanks, sign, digits, fraction, blanks).as((b, s, d, f, e) -> b + s + d + f + e);
    }

    @Property(tries = 2000)
    void takesNothingThatIsNoNumber(@ForAll("anything") String text) {
        double found = parse(text);
        if (!Double.isNaN(found)) {
            assertThat(found).isEqualTo(Double.parseDouble(text));
        }
    }

    @Property(tries = 2000)
    void numbersTakesWhatThePatternTakes(@ForAll("anything") String text) {
        double expected = DECIMAL.matcher(text.strip()).matches() ? Double.parseDouble(text.strip()) : Double.NaN;
        double found;
        try {
            found = Numbers.parse(text);
        } catch (NumberFormatException e) {
            found = Double.NaN;
        }
        assertThat(found).isEqualTo(Double.valueOf(Double.isInfinite(expected) ? Double.NaN : expected));
    }

    @Provide
    Arbitrary<String> anything() {
        return Arbitraries.strings().withChars("0123456789.+-eE *xN\t").ofMaxLength(9);
    }

    @Example
    void edges() {
        assertThat(parse("9007199254740993")).isEqualTo(9007199254740992.0);
        assertThat(parse("999999999999999999")).isEqualTo(999999999999999999.0);
        assertThat(parse("1000000000000000000")).isNaN();
        assertThat(1 / parse("-0.0")).isEqualTo(Double.NEGATIVE_INFINITY);
        assertThat(1 / parse("-0")).isEqualTo(Double.POSITIVE_INFINITY);
        assertThat(parse("9007.199254740993")).isNaN();
        assertThat(parse(".5")).isEqualTo(0.5);
        assertThat(parse("5.")).isEqualTo(5);
        assertThat(new double[] {parse(""), parse("  "), parse("."), parse("-"), parse("*****"), parse("1 2")})
                .containsOnly(Double.NaN);
    }
}
