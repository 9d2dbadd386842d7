package org.headroom.layers.unit;

import static org.assertj.core.api.Assertions.assertThat;

import org.headroom.model.FieldType;
import org.headroom.model.LayerField;
import org.headroom.model.LayerKind;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

final class UnitsTest {
    /** Worked out by hand from the definitions that {@link Units} names. */
    @ParameterizedTest
    @CsvSource({
        "2500, kW, MW, 2.5",
        "1.5, GW, MW, 1500",
        "230000, V, kV, 230",
        "10, mi, km, 16.09344",
        "5280, ft, km, 1.609344",
        "5.3, cents/kWh, USD/MWh, 53",
        "0.053, USD/kWh, USD/MWh, 53",
        "7, thousand USD, USD, 7000",
        "1234, kWh, MWh, 1.234",
        "2, GWh, MWh, 2000",
        "212, degF, degC, 100",
        "-40, degF, degC, -40",
        "0, K, degC, -273.15",
        "1800, degF.d, degC.d, 1000",
        "1013.25, mbar, Pa, 101325",
        "1013.25, hPa, Pa, 101325",
        "101.325, kPa, Pa, 101325",
        "25000, m2, ha, 2.5",
        "1, km2, ha, 100",
        "1, acre, ha, 0.40468564224",
        "1, acre, m2, 4046.8564224",
        "800, kVA, MVA, 0.8",
        "48, h, d, 2",
        "2, d, h, 48",
        "7, years, months, 84",
        "10, percent, 1, 0.1"
    })
    void converts(double value, String from, String to, double expected) {
        assertThat(Units.find(from, to).orElseThrow().apply(value))
                .isCloseTo(expected, org.assertj.core.data.Percentage.withPercentage(1e-12));
    }

    @ParameterizedTest
    @CsvSource({"kW, kV", "MWh, MW", "degF, degC.d", "mw, MW", "USD, USD/MWh"})
    void refusesAnotherDimension(String from, String to) {
        assertThat(Units.find(from, to)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("org.headroom.model.LayerKind#builtIn")
    void knowsTheUnitOfEveryNumberField(LayerKind kind) {
        for (LayerField field : kind.fields()) {
            if (field.type() == FieldType.NUMBER) {
                assertThat(Units.accepted(field.unit())).as(field.name()).hasSizeGreaterThan(1);
            }
        }
    }
}
