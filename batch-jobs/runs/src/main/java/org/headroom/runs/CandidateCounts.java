package org.headroom.runs;

/**
 * What one source of candidates gave.
 *
 * @param source layer id, or the grid's name
 * @param read records read, or points of the grid
 * @param sites sites that go on to be ranked or excluded
 * @param skipped records that did not become sites; read = sites + skipped
 */
public record CandidateCounts(String source, long read, long sites, long skipped) {}
