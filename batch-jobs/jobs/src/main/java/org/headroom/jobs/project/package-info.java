/** The project file: which layers, which candidates, which policy, what to connect. */
@NullMarked
package org.headroom.jobs.project;

import org.jspecify.annotations.NullMarked;
