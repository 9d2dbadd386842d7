/** A ranking as a point shapefile: .shp .shx .dbf .prj .cpg .qml .sld .shp.xml .fields.csv. What a .dbf asks for, names of ten characters and fixed widths, is known
 * here only. */
@NullMarked
package org.headroom.export.shapefile;

import org.jspecify.annotations.NullMarked;
