/** The commands on layers: list, check, describe, fields. */
@NullMarked
package org.headroom.cli.command.layers;

import org.jspecify.annotations.NullMarked;
