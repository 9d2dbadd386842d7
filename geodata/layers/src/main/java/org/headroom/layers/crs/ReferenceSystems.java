package org.headroom.layers.crs;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.geotools.api.referencing.FactoryException;
import org.geotools.api.referencing.crs.CoordinateReferenceSystem;
import org.geotools.api.referencing.crs.GeographicCRS;
import org.geotools.api.referencing.operation.MathTransform;
import org.geotools.referencing.CRS;
import org.geotools.referencing.crs.DefaultGeographicCRS;
import org.geotools.referencing.datum.DefaultGeodeticDatum;
import org.headroom.model.FailureFamily;
import org.headroom.model.HeadroomException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds reference systems by code or well-known text. The x or longitude always comes first, whatever the authority says, because that is
 * how files hold it.
 */
public final class ReferenceSystems {
    private static final Logger LOG = LoggerFactory.getLogger(ReferenceSystems.class);
    private static final Pattern EPSG = Pattern.compile(
            "(?:EPSG:|urn:(?:x-)?ogc:def:crs:EPSG:[\\d.]*:|https?://www\\.opengis\\.net/def/crs/EPSG/[\\d.]+/)(\\d+)",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern CRS84 = Pattern.compile(
            "(?:OGC:|urn:(?:x-)?ogc:def:crs:OGC:[\\d.]*:|https?://www\\.opengis\\.net/def/crs/OGC/[\\d.]+/)CRS84",
            Pattern.CASE_INSENSITIVE);

    /** Longer texts say more than plain ones. */
    private static final int MAX_PLAIN = 1000;

    private static final String AUTHORITY = "(?:,AUTHORITY\\[[^\\]]*\\])?";

    /** WGS 84 in the well-known text of OGC 01-009 (2001) as ESRI, GDAL and PROJ write it, without blanks outside quotes. */
    private static final Pattern WGS84_TEXT = Pattern.compile(
            "GEOGCS\\[\"[^\"]*\","
                    + "DATUM\\[\"(?:D_)?WGS_?(?:19)?84\",SPHEROID\\[\"[^\"]*\",6378137(?:\\.0*)?,298\\.2572235630*"
                    + AUTHORITY + "\\]" + AUTHORITY + "\\],"
                    + "PRIMEM\\[\"[^\"]*\",0(?:\\.0*)?" + AUTHORITY + "\\],"
                    + "UNIT\\[\"[^\"]*\",0\\.01745329251994\\d*" + AUTHORITY + "\\]"
                    + "(?:,AXIS\\[\"[^\"]*\",\"?(?:EAST|NORTH)\"?\\])*" + AUTHORITY + "\\]",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern BLANKS_OUTSIDE_QUOTES = Pattern.compile("\\s+(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)");

    private ReferenceSystems() {}

    /**
     * Whether the text is WGS 84 in degrees by a code or as plain well-known text. Answered without GeoTools, which takes half a second of
     * processor time for its first text and more to open the EPSG database. A text that is not taken here may be WGS 84 all the same.
     */
    public static boolean isPlainWgs84(String crs) {
        String text = crs.strip();
        if (text.contains("[")) {
            return text.length() < MAX_PLAIN
                    && WGS84_TEXT
                            .matcher(BLANKS_OUTSIDE_QUOTES.matcher(text).replaceAll(""))
                            .matches();
        }
        Matcher epsg = EPSG.matcher(text);
        return CRS84.matcher(text).matches() || (epsg.matches() && epsg.group(1).equals("4326"));
    }

    /** The system named by a code or given as well-known text; a DATA failure when it is not known. */
    public static CoordinateReferenceSystem get(String crs, String where) {
        String text = crs.strip();
        if (isPlainWgs84(text)) {
            return DefaultGeographicCRS.WGS84;
        }
        try {
            Matcher epsg = EPSG.matcher(text);
            if (epsg.matches()) {
                return CRS.decode("EPSG:" + epsg.group(1), true);
            }
            if (text.contains("[")) {
                return CRS.parseWKT(text);
            }
        } catch (FactoryException | RuntimeException e) {
            throw unknown(text, where, e);
        }
        throw unknown(text, where, null);
    }

    /**
     * Whether coordinates of the system are WGS 84 degrees already. The order of its axes does not count: files hold the longitude first
     * whatever their reference system says.
     */
    static boolean isWgs84(CoordinateReferenceSystem crs) {
        return crs instanceof GeographicCRS geographic
                && CRS.equalsIgnoreMetadata(geographic.getDatum(), DefaultGeodeticDatum.WGS84)
                && geographic
                        .getCoordinateSystem()
                        .getAxis(0)
                        .getUnit()
                        .equals(DefaultGeographicCRS.WGS84
                                .getCoordinateSystem()
                                .getAxis(0)
                                .getUnit());
    }

    /** The well-known text of a system; empty when {@link #isWgs84}. */
    public static String text(CoordinateReferenceSystem crs) {
        return isWgs84(crs) ? "" : crs.toWKT();
    }

    /** Whether the system itself wants the latitude or northing first. */
    static boolean isNorthFirst(CoordinateReferenceSystem crs) {
        return CRS.getAxisOrder(crs) == CRS.AxisOrder.NORTH_EAST;
    }

    /** The transform between two systems; a missing datum shift is logged and taken as none. */
    static MathTransform transform(CoordinateReferenceSystem from, CoordinateReferenceSystem to, String where) {
        try {
            return CRS.findMathTransform(from, to, false);
        } catch (FactoryException strict) {
            try {
                MathTransform lenient = CRS.findMathTransform(from, to, true);
                LOG.warn(
                        "{}: the datum of \"{}\" gives no shift to WGS 84; places may be off by up to about 100 m",
                        where,
                        from.getName().getCode());
                return lenient;
            } catch (FactoryException e) {
                throw new HeadroomException(
                        FailureFamily.DATA,
                        where + ": no way from the reference system \""
                                + from.getName().getCode() + "\" to EPSG:4326",
                        "Reproject the file, or give the right \"crs\" in the descriptor.",
                        e);
            }
        }
    }

    private static HeadroomException unknown(String crs, String where, @Nullable Exception cause) {
        String shown = crs.length() > 80 ? crs.substring(0, 80).replaceAll("\\s+", " ") + "..." : crs;
        return new HeadroomException(
                FailureFamily.DATA,
                where + ": unknown coordinate reference system \"" + shown + "\"",
                "Give \"crs\" in the descriptor as an EPSG code, such as EPSG:4326.",
                cause);
    }
}
