package org.headroom.rules.prior;

import org.headroom.rules.value.ValueFunction;

/**
 * What a measurement may be while it is unknown: a distribution on the criterion's own scale. Immutable and safe for several threads; no method
 * allocates but {@link #definition}.
 */
public interface Prior {
    /** The mean value of a measurement: expected utility (von Neumann and Morgenstern 1944). Exact but for rounding. */
    double mean(ValueFunction value);

    /**
     * The measurement below which a share of the distribution lies, the inverse of the distribution function; of a category a label's place.
     *
     * @param share 0 to 1
     */
    double quantile(double share);

    /** The distribution as a criteria table writes it, with all digits. */
    String definition();
}
