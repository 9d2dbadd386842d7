package org.headroom.layers.unit;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The unit that the name of a column or a field tells, such as that of {@code distanceToFibreMiles}. Stateless. */
public final class UnitInName {
    /** Long words, and those that no other word ends with, may also hang on at the end: DISTMILES, availablekw. */
    private static final String BEFORE = "(?:(?<![A-Za-z])|(?=[^A-Za-z])|(?<=[a-z])(?=[A-Z])"
            + "|(?=(?:[A-Za-z]{5,}|(?i:[kmg]wh?|[km]va))[^A-Za-z]*$))";

    private static final String AFTER = "(?:(?![A-Za-z])|(?<=[a-z])(?=[A-Z]))";
    private static final String PER = "[^a-z0-9]*(?:per)?[^a-z0-9]*";

    /** Units that stand where another was wanted although they cannot be brought to it. */
    private static final Map<String, List<String>> NEVER =
            Map.of("MW", List.of("MVA"), "USD", List.of("EUR", "GBP", "CAD"), "USD/MWh", List.of("EUR", "GBP", "CAD"));

    private static final Map<String, Pattern> SPELLINGS = Map.ofEntries(
            words("W", "watts?", "w"),
            words("kW", "kilowatts?(?![^a-z]?hours)|kw"),
            words("MW", "megawatts?(?![^a-z]?hours)|mw"),
            words("MWac", "mw[^a-z]?ac"),
            words("GW", "gigawatts?(?![^a-z]?hours)|gw"),
            words("VA", "volt[^a-z]?amp(ere)?s?", "va"),
            words("kVA", "kva"),
            words("MVA", "mva"),
            words("GVA", "gva"),
            words("V", "volts", "v"),
            words("kV", "kilovolts?|kv"),
            words("m", "met(er|re)s?|mtrs?", "m"),
            words("km", "kilomet(er|re)s?|kms?"),
            words("mi", "(statute[^a-z]?)?miles?|mi"),
            words("ft", "feet|foot|ft"),
            words("m2", "sq(uare)?[^a-z]?m(et(er|re)s?)?|m2|m²"),
            words("km2", "sq(uare)?[^a-z]?k(ilo)?m(et(er|re)s?)?|km2|km²"),
            words("ft2", "sq(uare)?[^a-z]?f(ee|oo)?t|ft2|ft²|sf"),
            words("ha", "hectares?|ha"),
            words("acre", "acres?|acreage|ac"),
            words("kWh", "kilowatt[^a-z]?hours?|kwh"),
            words("MWh", "megawatt[^a-z]?hours?|mwh"),
            words("GWh", "gigawatt[^a-z]?hours?|gwh"),
            words("TWh", "terawatt[^a-z]?hours?|twh"),
            words("thousand MWh", "thousand[^a-z]*(megawatt[^a-z]?hours?|mwh)"),
            words("USD", "usd|(us[^a-z]?)?dollars?"),
            words("thousand USD", "thousands?[^a-z]*(of[^a-z]?)?((us[^a-z]?)?dollars?|usd)|kusd"),
            words("million USD", "millions?[^a-z]*(of[^a-z]?)?((us[^a-z]?)?dollars?|usd)|musd"),
            words("cents", "cents?"),
            words("USD/kWh", "((usd|\\$|(us[^a-z]?)?dollars?)" + PER + ")?kwh"),
            words("USD/MWh", "((usd|\\$|(us[^a-z]?)?dollars?)" + PER + ")?mwh"),
            words("cents/kWh", "((us[^a-z]?)?cents?|cts?|¢|c)" + PER + "kwh"),
            words("EUR", "(eur|euros?|€)(" + PER + "[km]wh)?"),
            words("GBP", "(gbp|£)(" + PER + "[km]wh)?"),
            words("CAD", "cad(" + PER + "[km]wh)?"),
            words("degC", "(deg(rees?)?[^a-z]?)?celsius|deg(rees?)?[^a-z]?c", "c"),
            words("degF", "(deg(rees?)?[^a-z]?)?fahrenheit|deg(rees?)?[^a-z]?f", "f"),
            words("degF.d", "(deg(rees?)?[^a-z]?)?fahrenheit|deg(rees?)?[^a-z]?f", "f"),
            words("K", "kelvins?", "k"),
            words("Pa", "pascals?|pa"),
            words("hPa", "hpa"),
            words("mbar", "mbar|millibars?|mb"),
            words("kPa", "kpa"),
            words("atm", "atm|atmospheres?"),
            words("inHg", "in[^a-z]?hg"),
            words("h", "hours?|hrs?", "h"),
            words("d", "days?", "d"),
            words("weeks", "weeks?|wks?"),
            words("min", "minutes?|mins"),
            words("months", "months?|mos?|mths?"),
            words("years", "years?|yrs?"),
            words("thousand", "thousands?"),
            words("percent", "percent(age)?|per[^a-z]cent|pct|%"));

    private UnitInName() {}

    /**
     * A unit, and what is left of the name without it.
     *
     * @param unit as a descriptor names it
     * @param rest letters and digits of the rest, in lower case
     */
    public record Found(String unit, String rest) {}

    /**
     * The unit that stands in a name, the last where there are several; empty where none does.
     *
     * @param wanted the unit of the field that the name may belong to; only units that could stand in its place are looked for
     */
    public static Optional<Found> find(String name, String wanted) {
        List<String> units = new ArrayList<>(Units.accepted(wanted));
        units.addAll(NEVER.getOrDefault(wanted, List.of()));
        Found best = null;
        int bestEnd = -1;
        int bestStart = -1;
        for (String unit : units) {
            Pattern spelling = SPELLINGS.get(unit);
            if (spelling == null) {
                continue;
            }
            Matcher matcher = spelling.matcher(name);
            while (matcher.find()) {
                boolean isBetter = matcher.end() > bestEnd || matcher.end() == bestEnd && matcher.start() < bestStart;
                if (isBetter) {
                    best = new Found(unit, plain(name.substring(0, matcher.start()) + name.substring(matcher.end())));
                    bestStart = matcher.start();
                    bestEnd = matcher.end();
                }
            }
        }
        return Optional.ofNullable(best);
    }

    /** As {@link #find}, where the unit is another than the wanted one. */
    public static Optional<Found> findOther(String name, String wanted) {
        return find(name, wanted).filter(found -> !Units.find(found.unit, wanted)
                .filter(Units.Conversion.NONE::equals)
                .isPresent());
    }

    private static String plain(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
    }

    /** A unit by words that stand apart from the rest of a name, by signs or by a capital. */
    private static Map.Entry<String, Pattern> words(String unit, String words) {
        return Map.entry(unit, Pattern.compile(apart(words)));
    }

    /** The same with a letter that means it only at the end of a name. */
    private static Map.Entry<String, Pattern> words(String unit, String words, String letter) {
        return Map.entry(
                unit, Pattern.compile(apart(words) + "|(?<=.)" + BEFORE + "(?i:" + letter + ")(?=[^A-Za-z]*$)"));
    }

    private static String apart(String words) {
        return BEFORE + "(?i:" + words + ")" + AFTER;
    }
}
