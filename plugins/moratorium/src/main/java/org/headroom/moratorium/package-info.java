/** Scoring module {@code moratorium}: whether the law lets the load be built at a site on the evaluation date. */
@NullMarked
package org.headroom.moratorium;

import org.jspecify.annotations.NullMarked;
