/** A ranking as GeoParquet 1.1: columns for analysis, with points. */
@NullMarked
package org.headroom.export.geoparquet;

import org.jspecify.annotations.NullMarked;
