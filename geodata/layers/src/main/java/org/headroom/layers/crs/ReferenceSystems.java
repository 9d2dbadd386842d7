package org.headroom.layers.crs;

import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.geotools.api.referencing.FactoryException;
import org.geotools.api.referencing.crs.CoordinateReferenceSystem;
import org.geotools.api.referencing.crs.GeographicCRS;
import org.geotools.api.referencing.crs.ProjectedCRS;
import org.geotools.api.referencing.crs.SingleCRS;
import org.geotools.api.referencing.datum.Datum;
import org.geotools.api.referencing.datum.GeodeticDatum;
import org.geotools.api.referencing.operation.MathTransform;
import org.geotools.referencing.CRS;
import org.geotools.referencing.crs.DefaultGeographicCRS;
import org.geotools.referencing.datum.DefaultGeodeticDatum;
import org.headroom.model.FailureFamily;
import org.headroom.model.HeadroomException;
import org.jspecify.annotations.Nullable;

/**
 * Finds reference systems by code or well-known text. The x or longitude always comes first, whatever the authority says, because that is
 * how files hold it.
 */
public final class ReferenceSystems {
    private static final char BYTE_ORDER_MARK = '\uFEFF';

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

    private static final Pattern NAMES_OF_WGS84 = Pattern.compile("WGS[ _]?(?:19)?84", Pattern.CASE_INSENSITIVE);

    /** GDAL and ESRI each have their way of writing web Mercator in words that fit other projections, too. */
    private static final Pattern WEB_MERCATOR = Pattern.compile(
            "^(?:PROJCS|PROJCRS)\\s*\\[\\s*\"[^\"]*(?:Pseudo.Mercator|Web_Mercator)[^\"]*\"|Mercator_Auxiliary_Sphere",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern MISCOMPUTED = Pattern.compile(
            ".*(?:Cylindrical[ _]Equal[ _]Area|Equal[ _]Earth|Behrmann|Krovak).*", Pattern.CASE_INSENSITIVE);

    /** Right only with the axes that EPSG says. */
    private static final Pattern SOUTHWARD = Pattern.compile(".*South[ _]Orient.*", Pattern.CASE_INSENSITIVE);

    /** Krovak's projection with axes to the east and north, as ESRI writes EPSG:5514. */
    private static final Pattern KROVAK_EAST_NORTH =
            Pattern.compile("\"Krovak\".*\"XY_Plane_Rotation\",\\s*90", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private static final Pattern BLANKS_OUTSIDE_QUOTES = Pattern.compile("\\s+(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)");

    private ReferenceSystems() {}

    /** Whether two texts are codes of the same number, in whatever form they are written; false where either is no code. */
    public static boolean haveSameNumber(String one, String other) {
        CrsCode first = CrsCode.parse(one);
        CrsCode second = CrsCode.parse(other);
        return first != null && second != null && first.number().equals(second.number());
    }

    /**
     * Whether the text is WGS 84 in degrees by a code or as plain well-known text. Answered without GeoTools, which takes half a second of
     * processor time for its first text and more to open the EPSG database. A text that is not taken here may be WGS 84 all the same.
     */
    public static boolean isPlainWgs84(String crs) {
        String text = bare(crs);
        if (text.contains("[")) {
            return text.length() < MAX_PLAIN
                    && WGS84_TEXT
                            .matcher(BLANKS_OUTSIDE_QUOTES.matcher(text).replaceAll(""))
                            .matches();
        }
        return CrsCode.WGS84.equals(CrsCode.parse(text));
    }

    /** Without blanks around it and the mark that some editors put before a text. */
    private static String bare(String crs) {
        String text = crs.strip();
        return (text.indexOf(BYTE_ORDER_MARK) == 0 ? text.substring(1) : text)
                .replace("\0", "")
                .strip();
    }

    /**
     * The system named by a code or given as well-known text, its datum with the shift that Headroom knows unless the text gives one itself; a
     * DATA failure when it is not known.
     */
    public static CoordinateReferenceSystem get(String crs, String where) {
        String text = bare(crs);
        if (isPlainWgs84(text) || NAMES_OF_WGS84.matcher(text).matches()) {
            return DefaultGeographicCRS.WGS84;
        }
        CoordinateReferenceSystem found;
        try {
            CrsCode code = CrsCode.parse(text);
            found = code != null ? decode(code) : parse(text);
        } catch (FactoryException | RuntimeException e) {
            throw unknown(text, where, e);
        }
        if (found instanceof ProjectedCRS projected && isMiscomputed(projected)) {
            throw new HeadroomException(
                    FailureFamily.DATA,
                    where + ": the projection of the reference system \""
                            + found.getName().getCode() + "\" cannot be computed well",
                    "Reproject the file, for instance to EPSG:4326.");
        }
        if (found instanceof SingleCRS single
                && single.getDatum() instanceof GeodeticDatum
                && (found instanceof GeographicCRS || found instanceof ProjectedCRS)) {
            return ShiftedSystems.of(found);
        }
        throw new HeadroomException(
                FailureFamily.DATA,
                where + ": the reference system \"" + found.getName().getCode()
                        + "\" gives no places on a map of the earth (it is local, earth-centred or of heights only)",
                "Reproject the file, or give the right \"crs\" in the descriptor, such as EPSG:4326.");
    }

    /** Whether GeoTools computes the projection on a sphere, or takes its axes for others, without a word. */
    private static boolean isMiscomputed(ProjectedCRS crs) {
        String method = crs.getConversionFromBase().getMethod().getName().getCode();
        boolean isByCode = !crs.getIdentifiers().isEmpty();
        return (MISCOMPUTED.matcher(method).matches()
                        || SOUTHWARD.matcher(method).matches() && !isByCode)
                && !"Krovak East North".equals(crs.getName().getCode().replaceFirst(".*/ ", ""));
    }

    private static CoordinateReferenceSystem decode(CrsCode code) throws FactoryException {
        CoordinateReferenceSystem found;
        try {
            found = CRS.decode(code.toString(), true);
        } catch (FactoryException unknown) {
            // Many give codes of ESRI as if they were of EPSG; their numbers do not overlap.
            found = CRS.decode("ESRI:" + code.number(), true);
        }
        return horizontal(found);
    }

    private static CoordinateReferenceSystem horizontal(CoordinateReferenceSystem crs) {
        CoordinateReferenceSystem horizontal =
                crs.getCoordinateSystem().getDimension() > 2 ? CRS.getHorizontalCRS(crs) : crs;
        return horizontal == null ? crs : horizontal;
    }

    private static CoordinateReferenceSystem parse(String text) throws FactoryException {
        if (WEB_MERCATOR.matcher(text).find()) {
            return decode(new CrsCode("EPSG", "3857"));
        }
        if (KROVAK_EAST_NORTH.matcher(text).find()) {
            return decode(new CrsCode("EPSG", "5514"));
        }
        WktNode whole = WktNode.parse(text).orElseThrow(() -> new FactoryException("malformed"));
        Optional<WktNode> ground = Wkt1.horizontal(whole);
        if (ground.isEmpty()) {
            return CRS.parseWKT(text);
        }
        WktNode node = ground.get();
        // What the text says of a shift goes before what EPSG has.
        Optional<CrsCode> code =
                whole.word().equals("BOUNDCRS") || text.contains("TOWGS84") ? Optional.empty() : Wkt1.code(node);
        if (code.isPresent()) {
            try {
                return decode(code.get());
            } catch (FactoryException e) {
                // The text says itself what the code stands for.
            }
        }
        return CRS.parseWKT(Wkt1.write(node).toString());
    }

    /**
     * Whether coordinates of the system are WGS 84 degrees already. The order of its axes does not count: files hold the longitude first
     * whatever their reference system says.
     */
    static boolean isWgs84(CoordinateReferenceSystem crs) {
        return crs instanceof GeographicCRS geographic
                && isWgs84(geographic.getDatum())
                && Objects.equals(
                        geographic.getCoordinateSystem().getAxis(0).getUnit(),
                        DefaultGeographicCRS.WGS84
                                .getCoordinateSystem()
                                .getAxis(0)
                                .getUnit());
    }

    static boolean isWgs84(Datum datum) {
        return CRS.equalsIgnoreMetadata(datum, DefaultGeodeticDatum.WGS84);
    }

    /** The well-known text of a system, the shift of its datum with it; empty when {@link #isWgs84}. */
    public static String text(CoordinateReferenceSystem crs) {
        return isWgs84(crs) ? "" : ShiftedSystems.of(horizontal(crs)).toWKT();
    }

    /** Whether the system itself wants the latitude or northing first. */
    static boolean isNorthFirst(CoordinateReferenceSystem crs) {
        return CRS.getAxisOrder(crs) == CRS.AxisOrder.NORTH_EAST;
    }

    /** The transform from a system to EPSG:4326; to be inverted for the way back. */
    static MathTransform toWgs84(CoordinateReferenceSystem from, String where) {
        try {
            return CRS.findMathTransform(from, ShiftedSystems.target(from), false);
        } catch (FactoryException e) {
            throw new HeadroomException(
                    FailureFamily.DATA,
                    where + ": no way from the reference system \""
                            + from.getName().getCode() + "\" to EPSG:4326",
                    "Reproject the file, or give the right \"crs\" in the descriptor.",
                    e);
        }
    }

    private static HeadroomException unknown(String crs, String where, @Nullable Exception cause) {
        String shown = crs.length() > 80 ? crs.substring(0, 80).replaceAll("\\s+", " ") + "..." : crs;
        return new HeadroomException(
                FailureFamily.DATA,
                where + ": unknown coordinate reference system \"" + shown + "\"",
                "Give \"crs\" in the descriptor as a code of EPSG or ESRI, such as EPSG:4326, or as well-known text.",
                cause);
    }
}
