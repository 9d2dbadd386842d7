/** A site of a run with all that is known of it, as a line of JSON. */
@NullMarked
package org.headroom.feeds.line;

import org.jspecify.annotations.NullMarked;
