/** Scenarios under which a project is ranked side by side, as a file tells them. */
@NullMarked
package org.headroom.jobs.scenario;

import org.jspecify.annotations.NullMarked;
