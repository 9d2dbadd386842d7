/**
 * Writes a ranking for people with a GIS: shapefile, GeoPackage, style, and the list of data issues. Same table and same
 * evaluation date give the same bytes, on any machine; no clock, locale, charset or time zone of the machine is read.
 */
@NullMarked
package org.headroom.export;

import org.jspecify.annotations.NullMarked;
