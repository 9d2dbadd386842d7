/** Which policy was in force in which run, what changed, and how many sites its rules hold for. */
@NullMarked
package org.headroom.runs.log;

import org.jspecify.annotations.NullMarked;
