/** The commands on published runs: list, show, review, verify. */
@NullMarked
package org.headroom.cli.command.published;

import org.jspecify.annotations.NullMarked;
