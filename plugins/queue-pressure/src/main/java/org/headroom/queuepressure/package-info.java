/**
 * Scoring module {@code queue-pressure}: how many megawatts wait round a site, how many of them will arrive, and how long its
 * market makes a request wait.
 */
@NullMarked
package org.headroom.queuepressure;

import org.jspecify.annotations.NullMarked;
