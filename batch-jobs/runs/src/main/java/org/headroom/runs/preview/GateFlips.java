package org.headroom.runs.preview;

import org.headroom.model.GateAnswer;

/**
 * How many sites go from one answer of all gates together to another one for the same reason.
 *
 * @param before the answer before
 * @param after the answer after, another one
 * @param reason what decides the severer of the two: the code of the rule, or {@code cannot tell: RULE}
 * @param sites at least 1
 */
public record GateFlips(GateAnswer before, GateAnswer after, String reason, long sites) {}
