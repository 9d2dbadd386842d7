/** A scoring module that imports what it may not. */
@NullMarked
package org.headroom.cooling.intruder;

import org.jspecify.annotations.NullMarked;
