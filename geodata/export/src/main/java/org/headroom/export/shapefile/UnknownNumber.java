package org.headroom.export.shapefile;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * What a number field shows where a value is not known. A .dbf has no null for numbers: ArcGIS reads a blank, and the asterisks that other
 * programs write, as 0 ("Geoprocessing considerations for shapefile output", ArcGIS Pro documentation 2024). So it is -9999, as in rasters
 * (Esri ASCII grid), or where a column has values as low as that, a minus with 8, 12, 16 or 17 nines.
 */
final class UnknownNumber {
    /** Of the first to the last that is tried. */
    private static final int[] NINES = {4, 8, 12, 16, 17};

    private UnknownNumber() {}

    /** Characters that it needs below a smallest value. */
    static int length(double smallest) {
        return 1 + nines(smallest);
    }

    private static int nines(double smallest) {
        for (int nines : NINES) {
            if (value(nines) < smallest) {
                return nines;
            }
        }
        return NINES[NINES.length - 1];
    }

    private static double value(int nines) {
        return 1 - Math.rint(StrictMath.pow(10, nines));
    }

    /**
     * The characters for a field.
     *
     * @param smallest smallest value that the column holds; 0 for none
     * @param width characters of the field; with fewer than 5 as many nines as there is room for
     * @return null where no number below the smallest value has room
     */
    static byte @Nullable [] text(double smallest, int width) {
        int nines = Math.min(nines(smallest), width - 1);
        return nines < 1 || value(nines) >= smallest
                ? null
                : ("-" + "9".repeat(nines)).getBytes(StandardCharsets.US_ASCII);
    }
}
