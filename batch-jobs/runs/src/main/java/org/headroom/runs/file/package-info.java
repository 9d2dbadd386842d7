/** Files of a run: JSON, digests, whole folders. */
@NullMarked
package org.headroom.runs.file;

import org.jspecify.annotations.NullMarked;
