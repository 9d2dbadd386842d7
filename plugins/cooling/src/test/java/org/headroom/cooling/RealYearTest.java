package org.headroom.cooling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import org.headroom.testkit.MemoryLayer;
import org.junit.jupiter.api.Test;

/** Two real typical years: the hours against figures from elsewhere. */
class RealYearTest {
    private static final int RECORD = 0;

    @Test
    void chicagoAgreesWithTheDesignConditionsInItsOwnFile() throws IOException {
        double[] year = summary(WeatherFiles.chicago(), "DRY");
        // ASHRAE 2009 conditions of the file's header, 1 % of the hours of many years: dry bulb 31.6, wet bulb 24.5
        // degC
        assertThat(year[CoolingCriteria.DRY_BULB_P99]).isCloseTo(31.6, within(0.8));
        assertThat(year[CoolingCriteria.WET_BULB_P99]).isCloseTo(24.5, within(0.8));
        // the same hours in Python
        assertThat(year[CoolingCriteria.DRY_BULB_P99]).isEqualTo(31.1);
        assertThat(year[CoolingCriteria.WET_BULB_P99]).isCloseTo(24.595068, within(1e-5));
        assertThat(year[CoolingCriteria.HEATING_DEGREE_DAYS]).isCloseTo(3514.0375 * 365.25 / 365, within(1e-3));
        assertThat(year[CoolingCriteria.COOLING_DEGREE_DAYS]).isCloseTo(467.9875 * 365.25 / 365, within(1e-3));
        // dry bulb <= 24 - 6: 70.22831 % of the hours in Python
        assertThat(year[CoolingCriteria.FREE_HOURS]).isCloseTo(0.7022831050228311 * 8760, within(1e-6));
    }

    @Test
    void anAirEconomiserLosesItsHumidHours() throws IOException {
        double[] year = summary(WeatherFiles.greensboro(), "AIR");
        // dry bulb <= 23 and dew point <= 15: 61.952055 % of the hours in Python
        assertThat(year[CoolingCriteria.FREE_HOURS]).isCloseTo(0.6195205479452055 * 8760, within(1e-6));
        assertThat(year[CoolingCriteria.WET_BULB_P99]).isCloseTo(24.819951, within(1e-5));
    }

    private static double[] summary(MemoryLayer layer, String economiser) {
        StationSource source = new StationSource(layer, TestParameters.of(economiser));
        assertThat(source.find(layer.longitude(RECORD), layer.latitude(RECORD))).isEqualTo(RECORD);
        return source.summary(RECORD);
    }
}
