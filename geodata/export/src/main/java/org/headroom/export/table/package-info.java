/** A table as rows of text, without a map: CSV. */
@NullMarked
package org.headroom.export.table;

import org.jspecify.annotations.NullMarked;
