/** Tables and views of PostgreSQL, with PostGIS or without. */
@NullMarked
package org.headroom.layers.format.postgis;

import org.jspecify.annotations.NullMarked;
