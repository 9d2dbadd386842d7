/** Where the sites of a run connect, what is left there, and which right they hold already, as the columns of the run tell it. */
@NullMarked
package org.headroom.decide.grid;

import org.jspecify.annotations.NullMarked;
