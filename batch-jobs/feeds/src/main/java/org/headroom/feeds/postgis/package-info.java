/** Runs in a schema of PostgreSQL with PostGIS. */
@NullMarked
package org.headroom.feeds.postgis;

import org.jspecify.annotations.NullMarked;
