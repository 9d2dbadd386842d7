/** Which values the sites of a run have, field by field, for people who write rules. */
@NullMarked
package org.headroom.runs.values;

import org.jspecify.annotations.NullMarked;
