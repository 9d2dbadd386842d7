/** How sure each rank is: the sites ranked again and again, with all that is unknown drawn from the policy's priors. */
@NullMarked
package org.headroom.decide.acceptability;

import org.jspecify.annotations.NullMarked;
