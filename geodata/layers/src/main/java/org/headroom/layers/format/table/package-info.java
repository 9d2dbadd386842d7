/** Tables: CSV and Excel workbooks. */
@NullMarked
package org.headroom.layers.format.table;

import org.jspecify.annotations.NullMarked;
