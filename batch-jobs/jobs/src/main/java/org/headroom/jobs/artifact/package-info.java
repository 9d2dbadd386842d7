/** The Jakarta Batch artifacts; each only hands on to one part of the run. */
@NullMarked
package org.headroom.jobs.artifact;

import org.jspecify.annotations.NullMarked;
