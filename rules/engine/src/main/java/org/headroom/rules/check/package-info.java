/** What is wrong with a policy, in words for the person who wrote it. */
@NullMarked
package org.headroom.rules.check;

import org.jspecify.annotations.NullMarked;
