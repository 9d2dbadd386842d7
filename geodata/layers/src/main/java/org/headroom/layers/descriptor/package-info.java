/** The parts of a layer descriptor and the checks of its YAML. */
@NullMarked
package org.headroom.layers.descriptor;

import org.jspecify.annotations.NullMarked;
