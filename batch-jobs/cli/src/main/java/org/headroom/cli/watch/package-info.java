/** Notices that files of a folder were saved. */
@NullMarked
package org.headroom.cli.watch;

import org.jspecify.annotations.NullMarked;
