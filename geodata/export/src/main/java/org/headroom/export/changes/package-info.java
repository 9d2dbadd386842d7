/** What moved since the night before, as a run tells it. */
@NullMarked
package org.headroom.export.changes;

import org.jspecify.annotations.NullMarked;
