@NullMarked
package org.headroom.rules.value;

import org.jspecify.annotations.NullMarked;
