/** The files of a policy folder: found, bounded, read without building objects, and held against their JSON Schema. */
@NullMarked
package org.headroom.rules.file;

import org.jspecify.annotations.NullMarked;
