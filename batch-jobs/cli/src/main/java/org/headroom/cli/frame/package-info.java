/** What every command stands in: its surroundings, the exit codes, and what becomes of failures. */
@NullMarked
package org.headroom.cli.frame;

import org.jspecify.annotations.NullMarked;
