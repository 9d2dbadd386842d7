/** The page: its sections, each made without script. */
@NullMarked
package org.headroom.report.page;

import org.jspecify.annotations.NullMarked;
