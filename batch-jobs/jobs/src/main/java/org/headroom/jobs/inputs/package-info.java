/** The first step: digests of every input, and whether a published run was made from the same ones. */
@NullMarked
package org.headroom.jobs.inputs;

import org.jspecify.annotations.NullMarked;
