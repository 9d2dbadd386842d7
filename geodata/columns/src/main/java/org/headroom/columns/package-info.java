/** Columns on disk: fixed width values, texts and words, with check sums. FORMAT.md says how the bytes lie. */
@NullMarked
package org.headroom.columns;

import org.jspecify.annotations.NullMarked;
