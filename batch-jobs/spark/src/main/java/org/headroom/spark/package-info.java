/** Measures and scores the sites of a night on Apache Spark: a scheduler of parts, below the batch job. */
@NullMarked
package org.headroom.spark;

import org.jspecify.annotations.NullMarked;
