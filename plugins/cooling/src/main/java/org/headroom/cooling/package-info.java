/** Scoring module {@code cooling}: how many hours the climate cools a data centre for nothing, and what cooling costs it otherwise. */
@NullMarked
package org.headroom.cooling;

import org.jspecify.annotations.NullMarked;
