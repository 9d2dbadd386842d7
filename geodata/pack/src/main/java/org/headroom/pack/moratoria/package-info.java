/** Local moratoria of two inventories, read, matched and merged into one record an instrument. */
@NullMarked
package org.headroom.pack.moratoria;

import org.jspecify.annotations.NullMarked;
