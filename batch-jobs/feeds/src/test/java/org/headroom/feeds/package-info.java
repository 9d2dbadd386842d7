@NullMarked
package org.headroom.feeds;

import org.jspecify.annotations.NullMarked;
