/** What a run leaves for later runs: the candidate sites and the measured columns, each under the digest of all that it was made from. */
@NullMarked
package org.headroom.runs.kept;

import org.jspecify.annotations.NullMarked;
