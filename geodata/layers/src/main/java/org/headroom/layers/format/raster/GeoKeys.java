package org.headroom.layers.format.raster;

/** The reference system in a GeoTIFF's key directory (OGC 19-008r4, 2019). */
final class GeoKeys {
    private static final int MODEL_TYPE = 1024;
    private static final int RASTER_TYPE = 1025;
    private static final int CITATION = 1026;
    private static final int GEODETIC_CRS = 2048;
    private static final int GEODETIC_CITATION = 2049;
    private static final int ANGULAR_UNIT = 2054;
    private static final int SEMI_MAJOR_AXIS = 2057;
    private static final int INVERSE_FLATTENING = 2059;

    private GeoKeys() {}

    /** Whether the keys say EPSG:4326 and nothing else, and that a cell is an area or else a point. */
    static boolean isPlain(double[] keys, boolean cellIsArea) {
        if (keys.length < 4 || keys[0] != 1 || keys.length != 4 + 4 * keys[3]) {
            return false;
        }
        boolean isGeographic = false;
        boolean isWgs84 = false;
        boolean isArea = true;
        for (int at = 4; at < keys.length; at += 4) {
            double value = keys[at + 3];
            switch ((int) keys[at]) {
                case MODEL_TYPE -> isGeographic = value == 2;
                case GEODETIC_CRS -> isWgs84 = value == 4326;
                case RASTER_TYPE -> isArea = value == 1;
                case ANGULAR_UNIT -> {
                    if (value != 9102) {
                        return false;
                    }
                }
                // The ellipsoid is known by the code; GDAL writes its axes all the same.
                case CITATION, GEODETIC_CITATION, SEMI_MAJOR_AXIS, INVERSE_FLATTENING -> {}
                default -> {
                    return false;
                }
            }
        }
        return isGeographic && isWgs84 && isArea == cellIsArea;
    }
}
