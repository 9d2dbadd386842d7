package org.headroom.cooling;

import org.headroom.model.climate.JointHours;
import org.headroom.spi.FeatureLayer;

/**
 * A station whose hours are known by dry and wet bulb together. Any number may be NaN where it is not known.
 *
 * @param layer where it stands
 * @param record its record there, which has a place
 * @param elevationM above sea level
 * @param pressurePa mean of the year
 * @param hours of a year, or of nearly one
 * @param dryBulbP99C as told, finer than the whole degrees
 * @param wetBulbP99C as told
 * @param meanWetBulbC as told
 * @param heatingDegreeDays as told, from daily means
 * @param coolingDegreeDays as told, from daily means
 */
record ClimateStation(
        FeatureLayer layer,
        int record,
        double elevationM,
        double pressurePa,
        JointHours hours,
        double dryBulbP99C,
        double wetBulbP99C,
        double meanWetBulbC,
        double heatingDegreeDays,
        double coolingDegreeDays) {

    double longitude() {
        return layer.longitude(record);
    }

    double latitude() {
        return layer.latitude(record);
    }
}
