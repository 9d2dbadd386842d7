/** Mining facilities and retired power plants. */
@NullMarked
package org.headroom.pack.facilities;

import org.jspecify.annotations.NullMarked;
