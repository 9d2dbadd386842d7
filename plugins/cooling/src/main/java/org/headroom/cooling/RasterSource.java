package org.headroom.cooling;

import java.util.Optional;
import org.headroom.spi.RasterLayer;

/** One raster: degree days from which a year is estimated, or mean temperatures, which tell nothing of the hours. */
final class RasterSource {
    final RasterLayer layer;
    private final Optional<RasterLayer.Band> heating;
    private final Optional<RasterLayer.Band> cooling;
    private final Optional<RasterLayer.Band> mean;
    private final DegreeDayModel model;

    RasterSource(RasterLayer layer, DegreeDayModel model) {
        this.layer = layer;
        this.model = model;
        heating = layer.findBand("heatingDegreeDays");
        cooling = layer.findBand("coolingDegreeDays");
        mean = layer.findBand("dryBulbC").or(() -> layer.findBand("wetBulbC"));
    }

    /** Whether the raster covers a place; when it does, its quantities are written, NaN where it does not tell. */
    boolean sample(double longitude, double latitude, double[] values) {
        double hdd = at(heating, longitude, latitude);
        double cdd = at(cooling, longitude, latitude);
        model.estimate(hdd, cdd, values);
        return !Double.isNaN(hdd) || !Double.isNaN(cdd) || !Double.isNaN(at(mean, longitude, latitude));
    }

    private static double at(Optional<RasterLayer.Band> band, double longitude, double latitude) {
        return band.isPresent() ? band.get().bilinear(longitude, latitude) : Double.NaN;
    }
}
