/** The first step: digests of every input, whether a published run was made from the same ones, and the policy that is gone by. */
@NullMarked
package org.headroom.jobs.inputs;

import org.jspecify.annotations.NullMarked;
