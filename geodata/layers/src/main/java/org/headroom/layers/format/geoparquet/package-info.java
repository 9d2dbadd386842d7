/** GeoParquet: Parquet whose metadata name a column of shapes. Pages are unpacked in Java and decoded by parquet-column. */
@NullMarked
package org.headroom.layers.format.geoparquet;

import org.jspecify.annotations.NullMarked;
