package org.headroom.layers.crs;

import java.util.List;
import java.util.Map;
import org.geotools.api.referencing.crs.CoordinateReferenceSystem;
import org.geotools.api.referencing.crs.GeographicCRS;
import org.geotools.api.referencing.crs.ProjectedCRS;
import org.geotools.api.referencing.cs.CartesianCS;
import org.geotools.api.referencing.cs.EllipsoidalCS;
import org.geotools.api.referencing.datum.Ellipsoid;
import org.geotools.api.referencing.datum.GeodeticDatum;
import org.geotools.api.referencing.operation.Conversion;
import org.geotools.referencing.crs.DefaultGeographicCRS;
import org.geotools.referencing.crs.DefaultProjectedCRS;
import org.geotools.referencing.datum.BursaWolfParameters;
import org.geotools.referencing.datum.DefaultGeodeticDatum;
import org.geotools.referencing.datum.DefaultPrimeMeridian;
import org.jspecify.annotations.Nullable;

/**
 * Reference systems whose datum has the shift of {@link DatumShifts}. A datum without any shift keeps its degrees: those of an older datum are
 * nearer to WGS 84 as they are than when its ellipsoid is taken for one with the same centre, as GeoTools would.
 */
final class ShiftedSystems {
    /** Semi-major axis and inverse flattening of WGS 84 and GRS 80, which datums that are earth-centred by design use. */
    private static final double SEMI_MAJOR_M = 6378137;

    private static final double INVERSE_FLATTENING = 298.2572;

    private ShiftedSystems() {}

    /** The system with the shift of its datum; itself when it has one from its own text, or when none is known. */
    static CoordinateReferenceSystem of(CoordinateReferenceSystem crs) {
        GeographicCRS base = base(crs);
        if (base == null || !(base.getDatum() instanceof DefaultGeodeticDatum datum)) {
            return crs;
        }
        DatumShift shift = DatumShifts.find(datum, base.getName().getCode());
        boolean isFromEpsg =
                !base.getIdentifiers().isEmpty() || !crs.getIdentifiers().isEmpty();
        boolean isFromText = datum.getBursaWolfParameters().length > 0 && !isFromEpsg;
        if (shift == null || isFromText) {
            return crs;
        }
        return on(crs, base, shift.on(datum));
    }

    private static CoordinateReferenceSystem on(
            CoordinateReferenceSystem crs, GeographicCRS base, GeodeticDatum datum) {
        GeographicCRS shifted = new DefaultGeographicCRS(name(base), datum, (EllipsoidalCS) base.getCoordinateSystem());
        if (crs == base) {
            return shifted;
        }
        ProjectedCRS projected = (ProjectedCRS) crs;
        Conversion conversion = projected.getConversionFromBase();
        // The transform alone does not tell its method where it turns axes, too.
        return new DefaultProjectedCRS(
                name(projected), conversion.getMethod(), shifted, conversion.getMathTransform(), (CartesianCS)
                        projected.getCoordinateSystem());
    }

    private static Map<String, Object> name(CoordinateReferenceSystem crs) {
        return Map.of(CoordinateReferenceSystem.NAME_KEY, crs.getName().getCode());
    }

    /** What stands for EPSG:4326 when coordinates of a system are brought there. */
    static GeographicCRS target(CoordinateReferenceSystem from) {
        GeographicCRS base = base(from);
        if (base == null || hasShift(base.getDatum())) {
            return DefaultGeographicCRS.WGS84;
        }
        GeodeticDatum atGreenwich = new DefaultGeodeticDatum(
                base.getDatum().getName().getCode(), base.getDatum().getEllipsoid(), DefaultPrimeMeridian.GREENWICH);
        return new DefaultGeographicCRS("degrees", atGreenwich, DefaultGeographicCRS.WGS84.getCoordinateSystem());
    }

    /** What somebody should know of places in a system, in sentences without a full stop. */
    static List<String> notes(CoordinateReferenceSystem crs) {
        GeographicCRS base = base(crs);
        if (base == null || ReferenceSystems.isWgs84(base)) {
            return List.of();
        }
        GeodeticDatum datum = base.getDatum();
        if (!hasShift(datum)) {
            return isEarthCentred(datum.getEllipsoid())
                    ? List.of()
                    : List.of("nothing is known of the datum " + datum.getName().getCode()
                            + ", so its degrees are taken as they are and places may be up to some 100 m off; give \"crs\" in the descriptor"
                            + " with a code of EPSG if there is one");
        }
        DatumShift shift = DatumShifts.find(datum, base.getName().getCode());
        return shift != null && isThat(shift, (DefaultGeodeticDatum) datum) ? List.of(shift.note()) : List.of();
    }

    private static boolean isThat(DatumShift shift, DefaultGeodeticDatum datum) {
        BursaWolfParameters has = datum.getBursaWolfParameters()[0];
        double[] wanted = shift.parameters();
        return has.dx == wanted[0] && has.dy == wanted[1] && has.dz == wanted[2];
    }

    private static boolean hasShift(GeodeticDatum datum) {
        return datum instanceof DefaultGeodeticDatum own
                && (own.getBursaWolfParameters(DefaultGeodeticDatum.WGS84) != null || ReferenceSystems.isWgs84(own));
    }

    private static boolean isEarthCentred(Ellipsoid ellipsoid) {
        return Math.abs(ellipsoid.getSemiMajorAxis() - SEMI_MAJOR_M) < 1
                && Math.abs(ellipsoid.getInverseFlattening() - INVERSE_FLATTENING) < 0.001;
    }

    private static @Nullable GeographicCRS base(CoordinateReferenceSystem crs) {
        if (crs instanceof GeographicCRS geographic) {
            return geographic;
        }
        return crs instanceof ProjectedCRS projected ? projected.getBaseCRS() : null;
    }
}
