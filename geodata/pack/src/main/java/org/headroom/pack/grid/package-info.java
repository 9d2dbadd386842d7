/** Lines, substations and transfers. */
@NullMarked
package org.headroom.pack.grid;

import org.jspecify.annotations.NullMarked;
