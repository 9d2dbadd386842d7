/** What the steps of the night share: blocks, progress, values made once. */
@NullMarked
package org.headroom.jobs.step;

import org.jspecify.annotations.NullMarked;
