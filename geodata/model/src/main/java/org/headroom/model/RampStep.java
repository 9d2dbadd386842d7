package org.headroom.model;

/**
 * A step of a load that grows.
 *
 * @param year calendar year by whose first day the load is wanted
 * @param loadMw grid-side power wanted from then on, MW AC, above 0; all of it, not what is added
 */
public record RampStep(int year, double loadMw) {
    public RampStep {
        if (!(loadMw > 0)) {
            throw new IllegalArgumentException("loadMw of " + year + " is " + loadMw + ", it must be above 0");
        }
    }
}
