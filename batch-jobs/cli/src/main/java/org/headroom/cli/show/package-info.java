/** How commands show what they found: tables and JSON lines on the output, progress on the error stream. */
@NullMarked
package org.headroom.cli.show;

import org.jspecify.annotations.NullMarked;
