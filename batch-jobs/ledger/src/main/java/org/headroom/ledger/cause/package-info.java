/** What differs between the inputs of two runs, in which order it is replaced, and what a figure of a site that differs is put down to. */
@NullMarked
package org.headroom.ledger.cause;

import org.jspecify.annotations.NullMarked;
