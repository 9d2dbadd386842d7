/** Interconnection requests out of the lists of the operators. */
@NullMarked
package org.headroom.pack.queues;

import org.jspecify.annotations.NullMarked;
