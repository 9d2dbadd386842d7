/** On which days to come a verdict or the top of the list changes by what is on the books already. */
@NullMarked
package org.headroom.ledger.calendar;

import org.jspecify.annotations.NullMarked;
