/** How a ranking, its issues and changes look in QGIS, the same in every format. */
@NullMarked
package org.headroom.export.style;

import org.jspecify.annotations.NullMarked;
