/** The commands on published runs: list, show, verify. */
@NullMarked
package org.headroom.cli.command.published;

import org.jspecify.annotations.NullMarked;
