/** The {@code headroom} program: its main class, and the command line put together. */
@NullMarked
package org.headroom.cli;

import org.jspecify.annotations.NullMarked;
