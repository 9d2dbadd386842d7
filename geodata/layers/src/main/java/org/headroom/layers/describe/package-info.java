/** What a file holds, and a descriptor to start from, for somebody who has the file and nothing else. */
@NullMarked
package org.headroom.layers.describe;

import org.jspecify.annotations.NullMarked;
