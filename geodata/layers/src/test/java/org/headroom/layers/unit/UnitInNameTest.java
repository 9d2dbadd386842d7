package org.headroom.layers.unit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.headroom.model.FieldType;
import org.headroom.model.LayerField;
import org.headroom.model.LayerKind;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

final class UnitInNameTest {
    @ParameterizedTest
    @CsvSource(
            nullValues = "none",
            value = {
                "distanceToFibreMiles, km, mi, distancetofibre",
                "DIST_MI, km, mi, dist",
                "FIBREMILES, km, mi, fibre",
                "Distance to fibre (ft), km, ft, distancetofibre",
                "milesToFibre, km, mi, tofibre",
                "distance_m, km, m, distance",
                "distanceKm, km, km, distance",
                "distance in kilometres, km, km, distancein",
                "mileage rate, km, none, none",
                "headroomKw, MW, kW, headroom",
                "HEADROOMKW, MW, kW, headroom",
                "headroom_kw_firm, MW, kW, headroomfirm",
                "loadMVA, MW, MVA, load",
                "peakMWac, MW, MWac, peak",
                "peak kWh, MW, none, none",
                "voltageV, kV, V, voltage",
                "VOLTAGE, kV, none, none",
                "MAX_VOLT, kV, none, none",
                "areaAcres, ha, acre, area",
                "area_km2, ha, km2, area",
                "Area (sq ft), ha, ft2, area",
                "alpha, ha, none, none",
                "priceCentsPerKwh, USD/MWh, cents/kWh, price",
                "energyPriceUsdPerMWh, USD/MWh, USD/MWh, energyprice",
                "rate ($/kWh), USD/MWh, USD/kWh, rate",
                "price_kwh, USD/MWh, USD/kWh, price",
                "price_eur_mwh, USD/MWh, EUR, price",
                "Revenue (Thousand Dollars), USD, thousand USD, revenue",
                "Sales (Megawatthours), MWh, MWh, sales",
                "temp_f, degC, degF, temp",
                "f, degC, none, none",
                "fossilPct, 1, percent, fossil",
                "share%, 1, percent, share",
                "wait_years, months, years, wait",
                "min_hours, h, h, min",
            })
    void theUnitStandsInTheName(String name, String wanted, String unit, String rest) {
        assertThat(UnitInName.find(name, wanted).map(UnitInName.Found::unit).orElse(null))
                .isEqualTo(unit);
        assertThat(UnitInName.find(name, wanted).map(UnitInName.Found::rest).orElse(null))
                .isEqualTo(rest);
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void noFieldOfHeadroomsOwnNamesAnotherUnit(LayerKind kind) {
        assertThat(kind.fields())
                .filteredOn(field -> field.type() == FieldType.NUMBER)
                .allSatisfy(field -> assertThat(UnitInName.findOther(field.name(), field.unit()))
                        .isEmpty())
                .filteredOn(field -> field.unit().equals("km") || field.unit().equals("MW"))
                .extracting(LayerField::name)
                .allSatisfy(name -> assertThat(name).endsWithIgnoringCase(unit(kind, name)));
    }

    private static String unit(LayerKind kind, String name) {
        String unit = kind.findField(name).orElseThrow().unit();
        return UnitInName.find(name, unit).orElseThrow().unit();
    }

    static List<LayerKind> kinds() {
        return LayerKind.builtIn();
    }
}
