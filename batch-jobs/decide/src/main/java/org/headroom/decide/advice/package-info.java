/** Which unknown is worth settling first: what would come into the list, or drop out of it, if one thing were known. */
@NullMarked
package org.headroom.decide.advice;

import org.jspecify.annotations.NullMarked;
