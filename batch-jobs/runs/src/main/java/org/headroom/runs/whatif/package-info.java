/** What would have to be otherwise for a site of a published run to come among the first, or to be pushed out. */
@NullMarked
package org.headroom.runs.whatif;

import org.jspecify.annotations.NullMarked;
