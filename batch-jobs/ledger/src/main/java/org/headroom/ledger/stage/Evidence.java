package org.headroom.ledger.stage;

/**
 * A measurement of a site that differs between the runs, and the step in which it is replaced.
 *
 * @param step the step
 * @param criterion id of the criterion
 * @param isAfter whether the record is one of the second run
 * @param layer ordinal of the deciding record's layer in that run, -1 where no record decided
 * @param record number of the record, -1 where none decided
 */
public record Evidence(int step, String criterion, boolean isAfter, int layer, int record) {}
