/** What would have to be otherwise for a site to come among the first of a ranking, or to be pushed out. */
@NullMarked
package org.headroom.workbench.whatif;

import org.jspecify.annotations.NullMarked;
