/** What becomes of a site when all that is unknown is drawn: its tier and its score, draw by draw. */
@NullMarked
package org.headroom.rules.outcome;

import org.jspecify.annotations.NullMarked;
