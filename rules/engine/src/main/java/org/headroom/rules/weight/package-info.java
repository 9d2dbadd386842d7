/** Weights from judgements: pairwise comparisons, swings, and orders of importance. */
@NullMarked
package org.headroom.rules.weight;

import org.jspecify.annotations.NullMarked;
