/** Areas of sites as small whole numbers, and the lines between states. */
@NullMarked
package org.headroom.report.area;

import org.jspecify.annotations.NullMarked;
