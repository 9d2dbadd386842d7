/** What moved between two runs and by what. */
@NullMarked
package org.headroom.ledger;

import org.jspecify.annotations.NullMarked;
