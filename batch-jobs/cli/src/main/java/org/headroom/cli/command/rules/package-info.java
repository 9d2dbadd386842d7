/** The commands on a policy: check, test, watch, preview, explain, diff, compare, export, import. */
@NullMarked
package org.headroom.cli.command.rules;

import org.jspecify.annotations.NullMarked;
