/** Raw records made into checked columns: filter, place, fields, issues. */
@NullMarked
package org.headroom.layers.load;

import org.jspecify.annotations.NullMarked;
