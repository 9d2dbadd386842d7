@NullMarked
package org.headroom.export;

import org.jspecify.annotations.NullMarked;
