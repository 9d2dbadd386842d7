/** The steps that gate, score and rank. */
@NullMarked
package org.headroom.jobs.score;

import org.jspecify.annotations.NullMarked;
