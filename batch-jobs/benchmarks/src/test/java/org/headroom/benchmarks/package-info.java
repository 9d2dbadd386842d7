/** Benchmarks of the inner loops, on made-up inputs of the sizes of the reference workload. */
@NullMarked
package org.headroom.benchmarks;

import org.jspecify.annotations.NullMarked;
