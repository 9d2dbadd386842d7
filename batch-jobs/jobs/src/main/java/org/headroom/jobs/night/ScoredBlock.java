package org.headroom.jobs.night;

import org.headroom.rules.ScoreBlock;

/**
 * A block that was scored and is to be written.
 *
 * @param block its number
 * @param scores its scores
 */
public record ScoredBlock(int block, ScoreBlock scores) {}
