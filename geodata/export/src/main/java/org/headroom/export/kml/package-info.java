/** A ranking as KML, for Google Earth. */
@NullMarked
package org.headroom.export.kml;

import org.jspecify.annotations.NullMarked;
