package org.headroom.ledger.stage;

import org.headroom.model.GateAnswer;
import org.jspecify.annotations.Nullable;

/**
 * A gate that answers otherwise for a site.
 *
 * @param site number of the site in the second run
 * @param gate name of the gate
 * @param from its answer in the first run; null where its policy has no such gate
 * @param to its answer in the second run; null likewise
 * @param step the last step in which the answer changed
 */
public record GateFlip(
        int site,
        String gate,
        @Nullable GateAnswer from,
        @Nullable GateAnswer to,
        int step) {}
