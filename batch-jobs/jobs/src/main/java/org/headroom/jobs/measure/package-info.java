/** The step that measures, and what it need not measure again. */
@NullMarked
package org.headroom.jobs.measure;

import org.jspecify.annotations.NullMarked;
