/** What follows from a ranking: how sure each rank is, which unknown is worth settling, which sites go together. */
@NullMarked
package org.headroom.decide;

import org.jspecify.annotations.NullMarked;
