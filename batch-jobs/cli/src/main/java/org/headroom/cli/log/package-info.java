/** Logging: text on the error stream, warnings only unless asked for more, and one way for all libraries. */
@NullMarked
package org.headroom.cli.log;

import org.jspecify.annotations.NullMarked;
