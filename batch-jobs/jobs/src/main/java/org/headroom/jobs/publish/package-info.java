/** Makes a finished run visible, and reads published runs. */
@NullMarked
package org.headroom.jobs.publish;

import org.jspecify.annotations.NullMarked;
