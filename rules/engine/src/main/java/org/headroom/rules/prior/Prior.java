package org.headroom.rules.prior;

import org.headroom.rules.value.ValueFunction;

/**
 * What a measurement may be while it is unknown: a distribution on the criterion's own scale. Where bounds are known, the distribution between
 * them; where it leaves nothing between them, all in between is as likely as all else. Immutable and safe for several threads; no method
 * allocates.
 */
public interface Prior {
    /** The mean value of a measurement: expected utility (von Neumann and Morgenstern 1944). Exact but for rounding. */
    double mean(ValueFunction value);

    /** The mean value of a measurement that lies between two bounds, both included; {@code low <= high}. */
    double mean(ValueFunction value, double low, double high);

    /**
     * The measurement below which a share of the distribution lies, the inverse of the distribution function; of a category a label's place.
     *
     * @param share 0 to 1
     */
    double quantile(double share);

    /** The quantile of what lies between two bounds, both included. */
    double quantile(double share, double low, double high);

    /** The distribution as a criteria table writes it, with all digits. */
    String definition();
}
