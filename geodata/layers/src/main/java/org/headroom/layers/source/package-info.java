/** One small reader a file format; all give the same raw records. */
@NullMarked
package org.headroom.layers.source;

import org.jspecify.annotations.NullMarked;
