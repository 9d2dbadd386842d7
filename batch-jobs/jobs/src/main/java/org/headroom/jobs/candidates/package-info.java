/** The step that collects the candidate sites. */
@NullMarked
package org.headroom.jobs.candidates;

import org.jspecify.annotations.NullMarked;
