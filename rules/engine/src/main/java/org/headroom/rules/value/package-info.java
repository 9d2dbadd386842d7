/** Value functions: from a measurement to 0..1 on anchors that the policy pins, so that no score depends on the other sites. */
@NullMarked
package org.headroom.rules.value;

import org.jspecify.annotations.NullMarked;
