package org.headroom.cooling;

import java.util.Arrays;
import java.util.Optional;
import org.headroom.spi.RasterLayer;

/** One raster: degree days, or mean temperatures, which tell little of the hours. */
final class RasterSource {
    final RasterLayer layer;
    private final Optional<RasterLayer.Band> heating;
    private final Optional<RasterLayer.Band> cooling;
    private final Optional<RasterLayer.Band> dryBulb;
    private final Optional<RasterLayer.Band> wetBulb;
    private final AnnualMeanModel means;

    RasterSource(RasterLayer layer, AnnualMeanModel means) {
        this.layer = layer;
        this.means = means;
        heating = layer.findBand("heatingDegreeDays");
        cooling = layer.findBand("coolingDegreeDays");
        dryBulb = layer.findBand("dryBulbC");
        wetBulb = layer.findBand("wetBulbC");
    }

    /** Whether the raster covers a place; when it does, its quantities are written, NaN where it does not tell. */
    boolean sample(double longitude, double latitude, double[] values) {
        double hdd = at(heating, longitude, latitude);
        double cdd = at(cooling, longitude, latitude);
        double dry = at(dryBulb, longitude, latitude);
        double wet = at(wetBulb, longitude, latitude);
        Arrays.fill(values, Double.NaN);
        values[CoolingCriteria.HEATING_DEGREE_DAYS] = hdd;
        values[CoolingCriteria.COOLING_DEGREE_DAYS] = cdd;
        values[CoolingCriteria.MEAN_WET_BULB] = wet;
        values[CoolingCriteria.FREE_HOURS] = means.freeHours(dry, wet);
        return !(Double.isNaN(hdd) && Double.isNaN(cdd) && Double.isNaN(dry) && Double.isNaN(wet));
    }

    private static double at(Optional<RasterLayer.Band> band, double longitude, double latitude) {
        return band.isPresent() ? band.get().bilinear(longitude, latitude) : Double.NaN;
    }
}
