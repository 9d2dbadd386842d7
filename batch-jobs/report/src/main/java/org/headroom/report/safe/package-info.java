/** Texts of others as HTML and JSON that can never run. */
@NullMarked
package org.headroom.report.safe;

import org.jspecify.annotations.NullMarked;
