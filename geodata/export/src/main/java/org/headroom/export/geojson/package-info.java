/** A ranking as GeoJSON. */
@NullMarked
package org.headroom.export.geojson;

import org.jspecify.annotations.NullMarked;
