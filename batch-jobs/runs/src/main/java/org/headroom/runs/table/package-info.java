/** The ranked table: all that can be shown of a site, read from the columns of a run in the order of the ranks. */
@NullMarked
package org.headroom.runs.table;

import org.jspecify.annotations.NullMarked;
