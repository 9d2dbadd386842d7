@NullMarked
package org.headroom.rules.compile;

import org.jspecify.annotations.NullMarked;
