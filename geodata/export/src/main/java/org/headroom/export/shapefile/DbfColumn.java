package org.headroom.export.shapefile;

/**
 * A column as it stands in a shapefile.
 *
 * @param column long name
 * @param dbfName name in the shapefile, at most 10 ASCII characters
 * @param type C text, N number, D date as YYYYMMDD
 * @param width bytes
 * @param decimals digits behind the point
 * @param unknown what stands for a value that is not known; empty for a blank, which only texts and dates have
 */
public record DbfColumn(String column, String dbfName, char type, int width, int decimals, String unknown) {}
