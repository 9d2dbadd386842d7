/** What a file of the pack is: where it comes from and how it is written. */
@NullMarked
package org.headroom.pack.file;

import org.jspecify.annotations.NullMarked;
