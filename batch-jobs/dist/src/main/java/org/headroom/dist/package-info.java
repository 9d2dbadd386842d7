/** Makes what the archive holds beside the program: manual pages, completion and licences. */
@NullMarked
package org.headroom.dist;

import org.jspecify.annotations.NullMarked;
