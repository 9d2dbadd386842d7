/** What unknown means: distributions on a criterion's own scale that the policy pins, so that no score depends on tonight's other sites. */
@NullMarked
package org.headroom.rules.prior;

import org.jspecify.annotations.NullMarked;
