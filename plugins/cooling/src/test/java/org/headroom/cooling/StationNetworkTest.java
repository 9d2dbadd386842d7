package org.headroom.cooling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.headroom.model.Criterion;
import org.headroom.model.EvidenceClass;
import org.headroom.model.LayerKind;
import org.headroom.model.SiteOrigin;
import org.headroom.model.UnknownReason;
import org.headroom.spi.Layer;
import org.headroom.spi.MeasurementBlock;
import org.headroom.spi.MeasurementColumn;
import org.headroom.testkit.MemoryContext;
import org.headroom.testkit.MemoryLayer;
import org.headroom.testkit.MemoryLayerBuilder;
import org.headroom.testkit.MemorySites;
import org.junit.jupiter.api.Test;

/** What two stations say of the places about them; by hand. */
class StationNetworkTest {
    /** 4,380 hours each at wet bulbs of 10 to 11 and of 20 to 21 degC. */
    private static final String HOURS = "15:10:4380;30:20:4380";

    @Test
    void aPlaceHalfwayTakesTheMeanAndTheDisagreement() {
        MeasurementColumn wetBulb = measure(0.5, 0.0, layer(0, 20, 24)).column("wetBulbP99C");
        // deviation of the two from their mean 2 K, times 1.5; own error 1 K
        assertThat(wetBulb.lower(0)).isCloseTo(22 - Math.sqrt(10), within(1e-6));
        assertThat(wetBulb.upper(0)).isCloseTo(22 + Math.sqrt(10), within(1e-6));
        assertThat(wetBulb.evidence(0)).isEqualTo(EvidenceClass.DERIVED);
        assertThat(wetBulb.layerOrdinal(0)).isZero();
        assertThat(wetBulb.record(0)).isEqualTo(MeasurementColumn.NO_RECORD);
    }

    @Test
    void higherUpItIsColder() {
        MeasurementBlock out = measure(0.5, 1000.0, layer(0, 20, 20));
        // 3.5 K and 6.5 K a kilometre
        assertThat(middle(out, "wetBulbP99C")).isCloseTo(16.5, within(1e-6));
        assertThat(middle(out, "dryBulbP99C")).isCloseTo(40 - 6.5, within(1e-6));
        // free up to 18 degC: the warm half at 16.5 to 17.5 is free too
        assertThat(middle(out, "freeCoolingHoursPerYear")).isGreaterThan(5000);
        assertThat(middle(measure(0.5, 0.0, layer(0, 20, 20)), "freeCoolingHoursPerYear"))
                .isCloseTo(4380, within(1.0));
    }

    @Test
    void degreeDaysStandForAHeightThatIsNotKnown() {
        // at the stations a mean of 18.33 degC, at the place 6.5 K less
        MemoryLayer degreeDays = MemoryLayer.of(LayerKind.CLIMATE, "degree-days")
                .ordinal(1)
                .point("west", 0, 0, degreeDays(1000, 1000))
                .point("east", 1, 0, degreeDays(1000, 1000))
                .point("place", 0.5, 0, degreeDays(1000 + 6.5 * 365.25, 1000))
                .build();
        MeasurementBlock out = measure(0.5, Double.NaN, layer(0, 20, 20), degreeDays);
        assertThat(middle(out, "wetBulbP99C")).isCloseTo(16.5, within(1e-6));
        assertThat(middle(out, "coolingDegreeDays")).isEqualTo(1000);
        assertThat(middle(measure(0.5, Double.NaN, layer(0, 20, 20)), "wetBulbP99C"))
                .isCloseTo(20, within(1e-6));
    }

    @Test
    void aDoubtfulOrDamagedStationSpeaksForNoPlaceAndIsListed() {
        MemoryLayerBuilder layer = MemoryLayer.of(LayerKind.CLIMATE, "stations");
        add(layer, "doubtful", 0, 20, HOURS, "DOUBTFUL");
        add(layer, "damaged", 1, 20, "15:10:many", "GOOD");
        add(layer, "short", 1, 20, "15:10:40", "GOOD");
        MemoryLayer built = layer.build();
        assertThat(measure(0.5, 0.0, built).column("wetBulbP99C").reason(0))
                .isEqualTo(UnknownReason.NO_RECORD_IN_REACH);
        assertThat(new CoolingModule().notes(context(built)))
                .extracting(note -> note.record() + " " + note.value() + " " + note.reason())
                .containsExactly(
                        "0 DOUBTFUL the station speaks for no place, as the source doubts it",
                        "1  the station speaks for no place, as \"many\" in the row \"15:10:many\" is no whole number",
                        "2 40 h the station speaks for no place, as it has fewer than 8000 hours");
    }

    @Test
    void aLoneStationIsTrustedHalfAsMuch() {
        MemoryLayerBuilder layer = MemoryLayer.of(LayerKind.CLIMATE, "stations").evidence(EvidenceClass.ESTIMATED);
        add(layer, "one", 0, 20, HOURS, "GOOD");
        MeasurementColumn wetBulb = measure(0.5, 0.0, layer.build()).column("wetBulbP99C");
        assertThat(wetBulb.lower(0)).isCloseTo(18, within(1e-6));
        assertThat(wetBulb.upper(0)).isCloseTo(22, within(1e-6));
        assertThat(wetBulb.evidence(0)).isEqualTo(EvidenceClass.ESTIMATED);
        assertThat(measure(2.9, 0.0, layer.build()).column("wetBulbP99C").reason(0))
                .isEqualTo(UnknownReason.NO_RECORD_IN_REACH);
    }

    /** The mean of a plant that is always free and one that seldom is lies nearer to the least than they do to each other. */
    @Test
    void noPlaceNeedsLessThanAPlantOfFreeHoursAlone() {
        MemoryLayerBuilder layer = MemoryLayer.of(LayerKind.CLIMATE, "stations");
        add(layer, "cold", 0, 10, "15:10:8760", "GOOD");
        add(layer, "warm", 1, 26, "30:26:8760", "GOOD");
        MeasurementBlock out = measure(0.5, 0.0, layer.build());
        for (String criterion : List.of("pue", "peakPue")) {
            assertThat(out.column(criterion).lower(0)).as(criterion).isCloseTo(1.12, within(1e-12));
            assertThat(out.column(criterion).upper(0)).as(criterion).isGreaterThan(1.2);
        }
    }

    /** For each economiser the hours of a real year, told hour by hour and told by whole degrees. */
    @Test
    void wholeDegreesTellNearlyWhatTheHoursTell() throws java.io.IOException {
        for (String economiser : List.of("AIR", "WATER", "DRY")) {
            CoolingParameters parameters = TestParameters.of(economiser);
            StationSource source = new StationSource(WeatherFiles.chicago(), parameters);
            double[] hours = source.summary(0);
            StationYear year = new StationYear(
                    source.stations.get(0),
                    parameters,
                    new HumidityLimit(parameters.plant().dewPointMaximumC()));
            assertThat(year.at(CoolingCriteria.FREE_HOURS, 0))
                    .as(economiser)
                    .isCloseTo(hours[CoolingCriteria.FREE_HOURS], within(economiser.equals("AIR") ? 150.0 : 60.0));
            assertThat(year.at(CoolingCriteria.PUE, 0)).isCloseTo(hours[CoolingCriteria.PUE], within(0.003));
            assertThat(year.at(CoolingCriteria.PEAK_PUE, 0)).isCloseTo(hours[CoolingCriteria.PEAK_PUE], within(0.005));
            assertThat(year.at(CoolingCriteria.HEATING_DEGREE_DAYS, 0))
                    .isCloseTo(hours[CoolingCriteria.HEATING_DEGREE_DAYS], within(1e-6));
        }
    }

    private static Map<String, Double> degreeDays(double heating, double cooling) {
        return Map.of("heatingDegreeDays", heating, "coolingDegreeDays", cooling);
    }

    /** Stations at 0 and 1 degree east on the equator. */
    private static MemoryLayer layer(int ordinal, double westC, double eastC) {
        MemoryLayerBuilder layer = MemoryLayer.of(LayerKind.CLIMATE, "stations").ordinal(ordinal);
        add(layer, "west", 0, westC, HOURS, "GOOD");
        add(layer, "east", 1, eastC, HOURS, "GOOD");
        return layer.build();
    }

    private static void add(
            MemoryLayerBuilder layer, String id, double longitude, double wetBulbC, String hours, String quality) {
        layer.point(
                id,
                longitude,
                0,
                Map.of(
                        "elevationM",
                        0,
                        "stationQuality",
                        quality,
                        "wetBulbP99C",
                        wetBulbC,
                        "dryBulbP99C",
                        40,
                        "hoursByDryAndWetBulb",
                        hours));
    }

    private static double middle(MeasurementBlock out, String criterion) {
        return (out.column(criterion).lower(0) + out.column(criterion).upper(0)) / 2;
    }

    private static MemoryContext context(Layer... layers) {
        MemoryContext.Builder context = TestParameters.context("WATER");
        for (Layer layer : layers) {
            context.layer(layer);
        }
        return context.build();
    }

    private static MeasurementBlock measure(double longitude, double elevationM, Layer... layers) {
        Map<String, Object> attributes = new HashMap<>();
        if (!Double.isNaN(elevationM)) {
            attributes.put("elevationM", elevationM);
        }
        MeasurementBlock out = new MeasurementBlock(
                CoolingCriteria.ALL.stream().map(Criterion::id).toList(), 1);
        new CoolingModule()
                .bind(context(layers))
                .measure(
                        MemorySites.builder()
                                .site("s", SiteOrigin.GREENFIELD, longitude, 0, attributes)
                                .build(),
                        out);
        return out;
    }
}
