/** Makes the data pack of the United States from raw public files: facts extracted, each file with its source. */
@NullMarked
package org.headroom.pack;

import org.jspecify.annotations.NullMarked;
