/** Why a site stands where it stands, as records and as text. */
@NullMarked
package org.headroom.workbench.explanation;

import org.jspecify.annotations.NullMarked;
