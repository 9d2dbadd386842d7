@NullMarked
package org.headroom.rules.drl;

import org.jspecify.annotations.NullMarked;
