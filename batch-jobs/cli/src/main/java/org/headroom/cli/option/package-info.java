/** Options that commands of several groups share. */
@NullMarked
package org.headroom.cli.option;

import org.jspecify.annotations.NullMarked;
