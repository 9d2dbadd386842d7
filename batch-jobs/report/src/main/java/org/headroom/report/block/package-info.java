/** The block of data that the script of the page reads. */
@NullMarked
package org.headroom.report.block;

import org.jspecify.annotations.NullMarked;
