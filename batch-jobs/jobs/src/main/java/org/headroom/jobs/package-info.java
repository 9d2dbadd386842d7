/** The nightly ranking as Jakarta Batch artifacts; what a caller needs to start it stands here. */
@NullMarked
package org.headroom.jobs;

import org.jspecify.annotations.NullMarked;
