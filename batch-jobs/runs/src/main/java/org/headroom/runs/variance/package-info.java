/** By how much each weight tells the sites of a run apart. */
@NullMarked
package org.headroom.runs.variance;

import org.jspecify.annotations.NullMarked;
