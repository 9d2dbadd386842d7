/** Files of a run: JSON, digests, whole folders. */
@NullMarked
package org.headroom.jobs.file;

import org.jspecify.annotations.NullMarked;
