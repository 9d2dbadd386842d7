package org.headroom.cooling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.headroom.model.Criterion;
import org.headroom.model.EvidenceClass;
import org.headroom.model.UnknownReason;
import org.headroom.model.climate.Psychrometrics;
import org.headroom.spi.Layer;
import org.headroom.spi.MeasurementBlock;
import org.headroom.testkit.MemoryContext;
import org.headroom.testkit.MemorySites;
import org.junit.jupiter.api.Test;

/** Which source speaks for a site, and how. */
class CoolingMeasurerTest {
    private static final Layer[] ALL = {TestClimate.station(), TestClimate.degreeDays(), TestClimate.raster()};

    @Test
    void anHourlyStationIsSummedUp() {
        MeasurementBlock out = measure(0.1, 50, ALL);
        assertThat(out.column("freeCoolingHoursPerYear").lower(0)).isEqualTo(4380);
        // cold hours 1.12; hot hours: phi = (36 - 31) / 12, COP = 0.5 * 291.15 / (30 + 12 - 18)
        double hot = 1.12 + (1 - 5.0 / 12) * 24 / (0.5 * 291.15);
        assertThat(out.column("pue").lower(0)).isCloseTo((1.12 + hot) / 2, within(1e-12));
        assertThat(out.column("peakPue").lower(0)).isCloseTo(hot, within(1e-12));
        assertThat(out.column("dryBulbP99C").lower(0)).isEqualTo(30);
        assertThat(out.column("wetBulbP99C").lower(0))
                .isCloseTo(Psychrometrics.wetBulbC(30, 5, 101_325), within(1e-12));
        // one day 8.33 below the base, one 11.67 above
        assertThat(out.column("heatingDegreeDays").lower(0))
                .isCloseTo(365.25 / 2 * (DegreeDays.BASE_C - 10), within(1e-9));
        assertThat(out.column("pue").evidence(0)).isEqualTo(EvidenceClass.DERIVED);
        assertThat(out.column("pue").layerOrdinal(0)).isZero();
    }

    @Test
    void degreeDayPointsAreAveragedByPopulation() {
        MeasurementBlock out = measure(20.05, 50, ALL);
        assertThat(out.column("heatingDegreeDays").lower(0)).isCloseTo(2300, within(1e-9));
        assertThat(out.column("coolingDegreeDays").lower(0)).isCloseTo(250, within(1e-9));
        assertThat(out.column("heatingDegreeDays").evidence(0)).isEqualTo(EvidenceClass.DERIVED);
        // they tell nothing of the hours
        assertThat(out.column("pue").reason(0)).isEqualTo(UnknownReason.FIELD_MISSING);
    }

    /** Its inner point is 90 km from where people live. */
    @Test
    void ofASiteThatIsAnAreaThoseWhoLiveInItSpeak() {
        MeasurementBlock out = measureAll(box(17, 49, 20.5, 51));
        assertThat(out.column("heatingDegreeDays").lower(0)).isCloseTo(2300, within(1e-9));
        assertThat(out.column("coolingDegreeDays").lower(0)).isCloseTo(250, within(1e-9));
        MeasurementBlock half = measureAll(box(17, 49, 20.05, 51));
        assertThat(half.column("heatingDegreeDays").lower(0)).isEqualTo(2000);
        MeasurementBlock empty = measureAll(box(20.04, 49.99, 20.06, 50.01));
        assertThat(empty.column("heatingDegreeDays").lower(0)).isCloseTo(2300, within(1e-9));
    }

    @Test
    void theNearestPointSpeaksWhereNoneIsWithinTheRadius() {
        MeasurementBlock out = measure(23.8, 50, ALL);
        assertThat(out.column("heatingDegreeDays").lower(0)).isEqualTo(3000);
        assertThat(out.column("heatingDegreeDays").evidence(0)).isEqualTo(EvidenceClass.REPORTED);
        assertThat(out.column("heatingDegreeDays").record(0)).isEqualTo(2);
    }

    @Test
    void aRecordWithOneFigureLeavesTheOthersUnknown() {
        MeasurementBlock out = measure(26, 50, ALL);
        assertThat(out.column("heatingDegreeDays").lower(0)).isEqualTo(3100);
        assertThat(out.column("coolingDegreeDays").reason(0)).isEqualTo(UnknownReason.FIELD_MISSING);
        assertThat(out.column("pue").reason(0)).isEqualTo(UnknownReason.FIELD_MISSING);
    }

    @Test
    void anAreaSpeaksForWhatItCovers() {
        MeasurementBlock out = measure(30.5, 50.5, ALL);
        assertThat(out.column("coolingDegreeDays").lower(0)).isEqualTo(900);
    }

    @Test
    void aRasterIsSampled() {
        MeasurementBlock out = measure(41, 49, ALL);
        assertThat(out.column("heatingDegreeDays").lower(0)).isCloseTo(2100, within(1e-9));
        assertThat(out.column("coolingDegreeDays").lower(0)).isCloseTo(400, within(1e-9));
        assertThat(out.column("coolingDegreeDays").evidence(0)).isEqualTo(EvidenceClass.DERIVED);
        assertThat(out.column("freeCoolingHoursPerYear").reason(0)).isEqualTo(UnknownReason.FIELD_MISSING);
    }

    @Test
    void meanTemperaturesTellNothingOfTheHours() {
        MeasurementBlock out = measure(41, 49, TestClimate.meanRaster());
        for (Criterion criterion : CoolingCriteria.ALL) {
            assertThat(out.column(criterion.id()).reason(0)).isEqualTo(UnknownReason.FIELD_MISSING);
        }
    }

    @Test
    void farFromEverythingIsUnknown() {
        MeasurementBlock withRaster = measure(-100, 40, ALL);
        assertThat(withRaster.column("pue").reason(0)).isEqualTo(UnknownReason.OUTSIDE_COVERAGE);
        MeasurementBlock records = measure(-100, 40, TestClimate.station());
        assertThat(records.column("pue").reason(0)).isEqualTo(UnknownReason.NO_RECORD_IN_REACH);
    }

    @Test
    void aStationWithTooFewHoursDoesNotSpeak() {
        MeasurementBlock out = measure(
                0,
                50,
                TestParameters.context("AIR")
                        .number("minimumStationHours", 49)
                        .layer(TestClimate.station())
                        .build());
        assertThat(out.column("pue").reason(0)).isEqualTo(UnknownReason.NO_RECORD_IN_REACH);
    }

    private static String box(double west, double south, double east, double north) {
        return "POLYGON ((%1$s %2$s, %3$s %2$s, %3$s %4$s, %1$s %4$s, %1$s %2$s))".formatted(west, south, east, north);
    }

    /** What all layers say of an area. */
    private static MeasurementBlock measureAll(String area) {
        return measure(MemorySites.builder().area("county", area), context(ALL));
    }

    private static MeasurementBlock measure(double longitude, double latitude, Layer... layers) {
        return measure(longitude, latitude, context(layers));
    }

    private static MemoryContext context(Layer... layers) {
        MemoryContext.Builder context = TestParameters.context("AIR").number("minimumStationHours", 48);
        for (Layer layer : layers) {
            context.layer(layer);
        }
        return context.build();
    }

    private static MeasurementBlock measure(double longitude, double latitude, MemoryContext context) {
        return measure(MemorySites.builder().greenfield("s", longitude, latitude), context);
    }

    private static MeasurementBlock measure(MemorySites.Builder sites, MemoryContext context) {
        List<String> ids = CoolingCriteria.ALL.stream().map(Criterion::id).toList();
        MeasurementBlock out = new MeasurementBlock(ids, 1);
        new CoolingModule().bind(context).measure(sites.build(), out);
        return out;
    }
}
