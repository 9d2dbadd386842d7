/** The list as it stands after each input was replaced. */
@NullMarked
package org.headroom.ledger.stage;

import org.jspecify.annotations.NullMarked;
