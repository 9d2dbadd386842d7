/** The two runs that are compared, and which site of one is which of the other. */
@NullMarked
package org.headroom.ledger.run;

import org.jspecify.annotations.NullMarked;
