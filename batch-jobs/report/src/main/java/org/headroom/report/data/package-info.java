/** What a page and a sheet tell, read from the files of a run. */
@NullMarked
package org.headroom.report.data;

import org.jspecify.annotations.NullMarked;
