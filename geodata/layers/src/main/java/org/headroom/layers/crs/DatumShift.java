package org.headroom.layers.crs;

import java.util.Map;
import org.geotools.api.referencing.datum.GeodeticDatum;
import org.geotools.referencing.datum.BursaWolfParameters;
import org.geotools.referencing.datum.DefaultGeodeticDatum;

/**
 * The way from an older datum to WGS 84 by seven parameters (position vector, EPSG method 9606).
 *
 * @param name of the datum, for people
 * @param accuracyM what EPSG says of the accuracy, metres
 * @param parameters dx, dy, dz in metres, rx, ry, rz in seconds of arc, scale in parts per million; not to be written to
 */
record DatumShift(String name, double accuracyM, double[] parameters) {
    /** The datum with this shift instead of any that it had. */
    GeodeticDatum on(GeodeticDatum datum) {
        BursaWolfParameters shift = new BursaWolfParameters(DefaultGeodeticDatum.WGS84);
        shift.dx = parameters[0];
        shift.dy = parameters[1];
        shift.dz = parameters[2];
        shift.ex = parameters[3];
        shift.ey = parameters[4];
        shift.ez = parameters[5];
        shift.ppm = parameters[6];
        return new DefaultGeodeticDatum(
                Map.of(GeodeticDatum.NAME_KEY, datum.getName().getCode(), DefaultGeodeticDatum.BURSA_WOLF_KEY, shift),
                datum.getEllipsoid(),
                datum.getPrimeMeridian());
    }

    /** What somebody should know of the places that were brought to WGS 84 by this. */
    String note() {
        long accuracy = Math.max(1, Math.round(accuracyM));
        return "the datum " + name + " was brought to WGS 84 with an accuracy of about " + accuracy + " m";
    }
}
