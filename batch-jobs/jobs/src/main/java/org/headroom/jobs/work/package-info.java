/** The work of one run: what was asked for, where it is kept, how far it is, what came of it. */
@NullMarked
package org.headroom.jobs.work;

import org.jspecify.annotations.NullMarked;
