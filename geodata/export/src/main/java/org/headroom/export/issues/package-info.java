/** The data issues of a run, as a table that any format can write, and as CSV. */
@NullMarked
package org.headroom.export.issues;

import org.jspecify.annotations.NullMarked;
