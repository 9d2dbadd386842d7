/** Sheets as rows of texts with their addresses, from CSV files and workbooks that come from outside. */
@NullMarked
package org.headroom.rules.spreadsheet;

import org.jspecify.annotations.NullMarked;
