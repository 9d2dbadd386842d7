/** Runs the nightly job on the batch runtime and tells what came of it; shared by the commands that do so. */
@NullMarked
package org.headroom.cli.night;

import org.jspecify.annotations.NullMarked;
