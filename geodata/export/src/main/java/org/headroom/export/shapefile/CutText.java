package org.headroom.export.shapefile;

/**
 * Texts that a shapefile cannot hold in full and that were cut there; the GeoPackage holds them whole.
 *
 * @param column long name of the column
 * @param dbfName its name in the shapefile
 * @param rows number of rows whose text was cut
 * @param longestBytes length of the longest text before cutting, in bytes of UTF-8
 */
public record CutText(String column, String dbfName, int rows, int longestBytes) {}
