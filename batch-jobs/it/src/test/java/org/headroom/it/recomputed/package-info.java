/**
 * Figures of the ranking of the United States, computed a second time from the files of its data pack and of the policy, by plain code that
 * imports nothing of Headroom.
 */
@NullMarked
package org.headroom.it.recomputed;

import org.jspecify.annotations.NullMarked;
