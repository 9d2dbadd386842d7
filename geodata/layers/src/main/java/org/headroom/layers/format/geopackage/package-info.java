/** GeoPackage. */
@NullMarked
package org.headroom.layers.format.geopackage;

import org.jspecify.annotations.NullMarked;
