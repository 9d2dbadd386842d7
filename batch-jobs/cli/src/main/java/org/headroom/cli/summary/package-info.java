/** What of a run is worth knowing first: what moved, what is excluded, how old the data are, whom to call, what comes up. */
@NullMarked
package org.headroom.cli.summary;

import org.jspecify.annotations.NullMarked;
