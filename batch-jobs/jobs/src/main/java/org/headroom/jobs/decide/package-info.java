/** The step that says what follows from the ranking. */
@NullMarked
package org.headroom.jobs.decide;

import org.jspecify.annotations.NullMarked;
