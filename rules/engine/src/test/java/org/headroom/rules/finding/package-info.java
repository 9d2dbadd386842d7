@NullMarked
package org.headroom.rules.finding;

import org.jspecify.annotations.NullMarked;
