/** What differs between two policies, in the terms of the policy. */
@NullMarked
package org.headroom.workbench.diff;

import org.jspecify.annotations.NullMarked;
