/** What a night takes from earlier ones, where it would make the same bytes again. */
@NullMarked
package org.headroom.jobs.reuse;

import org.jspecify.annotations.NullMarked;
