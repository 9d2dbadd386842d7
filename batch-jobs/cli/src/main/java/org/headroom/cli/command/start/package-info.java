/** Beginning with a project of one's own. */
@NullMarked
package org.headroom.cli.command.start;

import org.jspecify.annotations.NullMarked;
