/** A run as a workbook. */
@NullMarked
package org.headroom.feeds.workbook;

import org.jspecify.annotations.NullMarked;
