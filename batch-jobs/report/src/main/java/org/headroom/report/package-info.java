/** Writes a run as a page that explains itself and as sheets, one a site; each opens from disk and asks nobody for anything. */
@NullMarked
package org.headroom.report;

import org.jspecify.annotations.NullMarked;
