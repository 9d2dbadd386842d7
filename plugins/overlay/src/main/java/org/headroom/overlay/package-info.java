/** Scoring module {@code overlay}: criteria that a policy declares over any layer, without Java. */
@NullMarked
package org.headroom.overlay;

import org.jspecify.annotations.NullMarked;
