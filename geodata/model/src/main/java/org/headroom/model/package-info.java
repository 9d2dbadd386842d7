/** Values that every part of Headroom speaks in. Immutable unless a type says otherwise; null nowhere unless marked. */
@NullMarked
package org.headroom.model;

import org.jspecify.annotations.NullMarked;
