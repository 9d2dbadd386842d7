package org.headroom.workbench.whatif;

/**
 * A change of one weight that brings a site among the first or pushes it out, when the other weights are changed in proportion so that the sum
 * of all stays what it is.
 *
 * @param criterion the criterion
 * @param label short name for people
 * @param from its weight as it is
 * @param by the smallest step, up or down, that does; 99 % of it does not
 * @param to {@code from + by}, from 0 to the sum of all weights
 * @param toShown a weight at or just beyond {@code to} with few decimals, which does as well
 * @param othersTimes what every other weight is multiplied with
 * @param rank rank of the site then
 */
public record WeightChange(
        String criterion,
        String label,
        double from,
        double by,
        double to,
        double toShown,
        double othersTimes,
        long rank) {}
