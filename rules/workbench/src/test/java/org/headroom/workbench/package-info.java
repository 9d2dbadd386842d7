@NullMarked
package org.headroom.workbench;

import org.jspecify.annotations.NullMarked;
