/** The ranks of the same sites in several runs, side by side. */
@NullMarked
package org.headroom.runs.scenario;

import org.jspecify.annotations.NullMarked;
