@NullMarked
package org.headroom.rules.weight;

import org.jspecify.annotations.NullMarked;
