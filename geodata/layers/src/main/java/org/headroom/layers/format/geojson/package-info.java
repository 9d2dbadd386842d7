/** GeoJSON, and the JSON of feature services. */
@NullMarked
package org.headroom.layers.format.geojson;

import org.jspecify.annotations.NullMarked;
