package org.headroom.layers.unit;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The units that a descriptor may name, by the unit of the layer kind they are brought to. Conversions are exact by definition: SI
 * prefixes; foot and mile (US National Bureau of Standards, 1959: 1 ft = 0.3048 m); acre = 43560 square feet; degree Fahrenheit = 5/9
 * kelvin and 1 lb = 0.45359237 kg (NIST SP 811, 2008); 1 atm = 101325 Pa and 1 inHg = 3386.389 Pa (NIST SP 811, 2008).
 */
public final class Units {
    private static final double ACRE_M2 = 43_560 * 0.3048 * 0.3048;

    private static final Map<String, Map<String, Conversion>> TABLE = table();

    private Units() {}

    /**
     * How a value is brought to the wanted unit: {@code (value + offset) * times / over}. Two factors keep whole ratios exact.
     *
     * @param offset added first, in the unit of the source
     * @param times then multiplied by this
     * @param over then divided by this
     */
    public record Conversion(double offset, double times, double over) {
        /** Leaves every value as it is. */
        public static final Conversion NONE = new Conversion(0, 1, 1);

        public double apply(double value) {
            return (value + offset) * times / over;
        }
    }

    /** The conversion from a source's unit to the unit of a field; empty when it is not known or of another dimension. */
    public static Optional<Conversion> find(String from, String to) {
        return from.equals(to)
                ? Optional.of(Conversion.NONE)
                : Optional.ofNullable(TABLE.getOrDefault(to, Map.of()).get(from));
    }

    /** The units that can be brought to a field's unit, that unit first. */
    public static Set<String> accepted(String to) {
        Map<String, Conversion> known = TABLE.get(to);
        return known == null ? Set.of(to) : known.keySet();
    }

    private static Map<String, Map<String, Conversion>> table() {
        Map<String, Map<String, Conversion>> table = new LinkedHashMap<>();
        add(table, "MW").by("MWac", 1).over("kW", 1e3).over("W", 1e6).by("GW", 1e3);
        add(table, "kW").over("W", 1e3).by("MW", 1e3).by("GW", 1e6);
        add(table, "MVA").over("kVA", 1e3).over("VA", 1e6).by("GVA", 1e3);
        add(table, "kV").over("V", 1e3).by("MV", 1e3);
        add(table, "km").over("m", 1e3).by("mi", 1.609344).ratio("ft", 0.3048, 1e3);
        add(table, "m").by("km", 1e3).by("mi", 1609.344).by("ft", 0.3048);
        add(table, "ha")
                .over("m2", 1e4)
                .by("km2", 100)
                .ratio("acre", ACRE_M2, 1e4)
                .ratio("ft2", 0.3048 * 0.3048, 1e4);
        add(table, "m2").by("ha", 1e4).by("km2", 1e6).by("acre", ACRE_M2).by("ft2", 0.3048 * 0.3048);
        add(table, "MWh").over("kWh", 1e3).by("GWh", 1e3).by("TWh", 1e6).by("thousand MWh", 1e3);
        add(table, "USD").by("thousand USD", 1e3).by("million USD", 1e6).over("cents", 100);
        add(table, "g/kWh").by("kg/MWh", 1).by("kg/kWh", 1e3).by("t/MWh", 1e3).ratio("lb/MWh", 0.45359237, 1);
        add(table, "USD/MWh").by("USD/kWh", 1e3).by("cents/kWh", 10);
        add(table, "degC").shift("degF", -32, 5, 9).shift("K", -273.15, 1, 1);
        add(table, "degC.d").ratio("degF.d", 5, 9).by("K.d", 1);
        add(table, "Pa")
                .by("hPa", 100)
                .by("mbar", 100)
                .by("kPa", 1e3)
                .by("atm", 101_325)
                .by("inHg", 3386.389);
        add(table, "d").over("h", 24).by("weeks", 7);
        add(table, "h").by("d", 24).over("min", 60);
        add(table, "months").by("years", 12);
        add(table, "1")
                .by("fraction", 1)
                .by("count", 1)
                .over("percent", 100)
                .over("%", 100)
                .by("thousand", 1e3);
        return Collections.unmodifiableMap(table);
    }

    private static Row add(Map<String, Map<String, Conversion>> table, String to) {
        Row row = new Row();
        row.known.put(to, Conversion.NONE);
        table.put(to, Collections.unmodifiableMap(row.known));
        return row;
    }

    private static final class Row {
        private final Map<String, Conversion> known = new LinkedHashMap<>();

        Row by(String unit, double factor) {
            return shift(unit, 0, factor, 1);
        }

        Row over(String unit, double divisor) {
            return shift(unit, 0, 1, divisor);
        }

        Row ratio(String unit, double times, double over) {
            return shift(unit, 0, times, over);
        }

        Row shift(String unit, double offset, double times, double over) {
            known.put(unit, new Conversion(offset, times, over));
            return this;
        }
    }
}
