/** A ranking as CSV that spreadsheets open right, and a list of what its columns mean. */
@NullMarked
package org.headroom.export.csv;

import org.jspecify.annotations.NullMarked;
