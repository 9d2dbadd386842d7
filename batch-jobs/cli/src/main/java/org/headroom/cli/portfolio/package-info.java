/** Prints portfolios and supply curves. */
@NullMarked
package org.headroom.cli.portfolio;

import org.jspecify.annotations.NullMarked;
