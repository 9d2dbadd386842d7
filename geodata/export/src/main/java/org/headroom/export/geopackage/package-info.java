/** A ranking and its data issues as one GeoPackage, with spatial indexes and styles. */
@NullMarked
package org.headroom.export.geopackage;

import org.jspecify.annotations.NullMarked;
