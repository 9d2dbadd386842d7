/** A project that opens the files of a run in QGIS, with their styles. */
@NullMarked
package org.headroom.export.project;

import org.jspecify.annotations.NullMarked;
