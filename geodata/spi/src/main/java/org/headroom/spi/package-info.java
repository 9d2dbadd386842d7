/**
 * The contract of a scoring module. A module implements {@link org.headroom.spi.ScoringModule}, is named in {@code
 * META-INF/services/org.headroom.spi.ScoringModule}, and needs this jar and the model, nothing else.
 */
@NullMarked
package org.headroom.spi;

import org.jspecify.annotations.NullMarked;
