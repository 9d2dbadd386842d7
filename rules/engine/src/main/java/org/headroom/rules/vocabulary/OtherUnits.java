package org.headroom.rules.vocabulary;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What a figure in a unit that people write is in the unit of a field. */
public final class OtherUnits {
    private static final MathContext DIGITS = new MathContext(4);

    /** By the field's unit, how many of it one of another is. The mile is the international one, the acre the survey's; a month is a twelfth of a year. */
    private static final Map<String, Map<String, String>> FACTORS = Map.of(
            "MW", Map.of("w", "0.000001", "kw", "0.001", "gw", "1000"),
            "kV", Map.of("v", "0.001"),
            "km",
                    Map.of(
                            "m",
                            "0.001",
                            "metres",
                            "0.001",
                            "meters",
                            "0.001",
                            "mi",
                            "1.609344",
                            "mile",
                            "1.609344",
                            "miles",
                            "1.609344",
                            "ft",
                            "0.0003048",
                            "feet",
                            "0.0003048"),
            "USD/MWh",
                    Map.of(
                            "usd/kwh",
                            "1000",
                            "$/kwh",
                            "1000",
                            "cents/kwh",
                            "10",
                            "cent/kwh",
                            "10",
                            "ct/kwh",
                            "10",
                            "c/kwh",
                            "10"),
            "d",
                    Map.of(
                            "week", "7", "weeks", "7", "month", "30.44", "months", "30.44", "year", "365.25", "years",
                            "365.25"),
            "months", Map.of("year", "12", "years", "12"),
            "years", Map.of("month", "0.08333", "months", "0.08333"),
            "ha", Map.of("acre", "0.4047", "acres", "0.4047", "m2", "0.0001"));

    private OtherUnits() {}

    /**
     * The figure in the unit of the field, to four digits; empty where the unit that was written is not known beside it.
     *
     * @param figure a plain figure
     * @param written the unit behind it
     * @param unit of the field
     */
    public static Optional<String> in(String figure, String written, String unit) {
        String other = written.toLowerCase(Locale.ROOT).replaceAll("^°|^deg(?=f$)|\\s", "");
        BigDecimal value = new BigDecimal(figure);
        if (unit.equals("degC") && (other.equals("f") || other.equals("fahrenheit"))) {
            return Optional.of(text(value.subtract(BigDecimal.valueOf(32)).divide(new BigDecimal("1.8"), DIGITS)));
        }
        return Optional.ofNullable(FACTORS.getOrDefault(unit, Map.of()).get(other))
                .map(factor -> text(value.multiply(new BigDecimal(factor))));
    }

    private static String text(BigDecimal figure) {
        BigDecimal rounded = figure.round(DIGITS);
        return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
    }
}
