/** Typical years of weather stations as tables of hours, and degree days. */
@NullMarked
package org.headroom.pack.climate;

import org.jspecify.annotations.NullMarked;
