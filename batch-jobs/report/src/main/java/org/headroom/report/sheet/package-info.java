/** The sheet of a site, which can be mailed alone. */
@NullMarked
package org.headroom.report.sheet;

import org.jspecify.annotations.NullMarked;
