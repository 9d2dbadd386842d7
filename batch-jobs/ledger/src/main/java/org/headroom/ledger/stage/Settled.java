package org.headroom.ledger.stage;

/**
 * A measurement that was unknown and is known now, or lay between bounds and is exact now.
 *
 * @param site number of the site in the second run
 * @param criterion id of the criterion
 * @param lowerBefore lower bound in the first run; NaN where it was unknown
 * @param upperBefore upper bound; may be infinite
 * @param lower lower bound in the second run
 * @param upper upper bound; may be infinite
 * @param layer ordinal in the second run of the layer of the deciding record, -1 where no record decided
 * @param record number of the record, -1 where none decided
 */
public record Settled(
        int site,
        String criterion,
        double lowerBefore,
        double upperBefore,
        double lower,
        double upper,
        int layer,
        int record) {}
