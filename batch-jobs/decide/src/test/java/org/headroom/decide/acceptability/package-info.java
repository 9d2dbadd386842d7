@NullMarked
package org.headroom.decide.acceptability;

import org.jspecify.annotations.NullMarked;
