/** How differences between policies, and between the rankings that they give, are shown. */
@NullMarked
package org.headroom.cli.preview;

import org.jspecify.annotations.NullMarked;
