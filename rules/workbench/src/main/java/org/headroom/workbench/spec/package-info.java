/** The examples of a policy, and all that can be said of a policy folder without a run. */
@NullMarked
package org.headroom.workbench.spec;

import org.jspecify.annotations.NullMarked;
