/** What is this user's own: folders that nobody else writes to, and seals by a key that only the user has. */
@NullMarked
package org.headroom.trust;

import org.jspecify.annotations.NullMarked;
