/** What can be said of rules by looking at all of them: which never hold, which repeat one another, and where bands leave gaps. */
@NullMarked
package org.headroom.rules.finding;

import org.jspecify.annotations.NullMarked;
