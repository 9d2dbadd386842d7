package org.headroom.rules.spreadsheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a figure in a workbook looks like is what is read, or it is told. */
class NumberFormatTest {
    private static String flaw(String figure, String format) {
        return NumberFormat.of(new BigDecimal(figure), format).flaw().orElse("");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "1.449 |General",
                "1.449 |@",
                "1.45  |0.00",
                "1.4   |0.0",
                "1.4   |0.000",
                "1200  |#,##0",
                "-5    |#,##0.0_);[Red]\\(#,##0.0\\)",
                "0     |0.0;-0.0;0",
                "60    |$#,##0.00",
                "60    |[$€-407] #,##0",
                "60    |_-* #,##0.00\\ _€_-",
                "0.09  |0%",
                "0.095 |0.0%",
                "12000 |0.00E+00",
                "46357 |yyyy-mm-dd",
                "46357 |[$-407]d/\\ mmm/\\ yy;@",
            })
    void aFigureThatIsShownAsItIsPasses(String figure, String format) {
        assertThat(flaw(figure, format)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "1.449     |0.0      |holds 1.449, but shows 1.4;",
                "1.4333333 |0.00     |holds 1.4333333, but shows 1.43;",
                "0.095     |0%       |holds 0.095, but shows 10 %;",
                "12345     |0.00E+00 |holds 12345, but shows 12300;",
                "100       |;;;      |which its format does not show;",
                "-3        |0;       |which its format does not show;",
                "100       |~\"ok\"~   |which its format does not show;",
                "100       |0\\ \"kW\" |its format adds \"kW\", which is not read;",
                "12000     |0,       |which its format shows as another figure;",
                "12000000  |0.0,,    |which its format shows as another figure;",
                "0.25      |# ?/?    |which its format shows as another figure;",
                "0.0625    |h:mm     |which its format shows as a day or a time;",
                "46357.5   |yyyy-mm-dd |which its format shows as a day or a time;",
            })
    void aFigureThatIsShownAsAnotherIsTold(String figure, String format, String expected) {
        assertThat(flaw(figure, format)).contains(expected);
    }

    @Test
    void aFormatLongerThanASpreadsheetKeepsShowsNothing() {
        assertThat(flaw("1", "0" + "0".repeat(1_000_000))).contains("which its format does not show");
    }
}
