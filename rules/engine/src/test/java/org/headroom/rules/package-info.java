@NullMarked
package org.headroom.rules;

import org.jspecify.annotations.NullMarked;
