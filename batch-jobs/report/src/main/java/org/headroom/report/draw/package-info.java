/** Bars, curves, maps and trees as HTML and SVG, drawn without script. */
@NullMarked
package org.headroom.report.draw;

import org.jspecify.annotations.NullMarked;
