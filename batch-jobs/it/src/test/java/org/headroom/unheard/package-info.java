/** What no module is. */
@NullMarked
package org.headroom.unheard;

import org.jspecify.annotations.NullMarked;
