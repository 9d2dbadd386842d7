package org.headroom.export.shapefile;

import org.headroom.model.DataIssue;

/**
 * Texts that a shapefile cannot hold in full and that were cut there; the GeoPackage holds them whole.
 *
 * @param column long name of the column
 * @param dbfName its name in the shapefile
 * @param rows number of rows whose text was cut
 * @param longestBytes length of the longest text before cutting, in bytes of UTF-8
 */
public record CutText(String column, String dbfName, int rows, int longestBytes) {
    /** Told with the problems of the input, as nothing may be lost in silence. */
    DataIssue toIssue(String file) {
        return new DataIssue(
                DataIssue.Effect.NOTED,
                "ranked",
                file,
                0,
                "",
                dbfName,
                "",
                rows + (rows == 1 ? " text of " : " texts of ") + column
                        + " longer than a shapefile holds, the longest of " + longestBytes
                        + " bytes, are shortened there and end in an ellipsis; the GeoPackage has them whole",
                Double.NaN,
                Double.NaN);
    }
}
