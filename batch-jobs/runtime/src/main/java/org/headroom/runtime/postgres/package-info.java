/**
 * A PostgreSQL database that may be out of reach for a while: its address, connections that wait for it, and a lock on it. Knows nothing
 * of jobs.
 */
@NullMarked
package org.headroom.runtime.postgres;

import org.jspecify.annotations.NullMarked;
