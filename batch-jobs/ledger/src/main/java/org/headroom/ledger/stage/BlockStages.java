package org.headroom.ledger.stage;

import java.util.ArrayList;
import java.util.List;

/** What one block of sites gives. */
final class BlockStages {
    final Scored[] scored;
    final EvidenceList evidence = new EvidenceList();
    final List<GateFlip> flips = new ArrayList<>();
    final List<Settled> settled = new ArrayList<>();

    BlockStages(int steps) {
        scored = new Scored[steps];
        for (int step = 0; step < steps; step++) {
            scored[step] = new Scored();
        }
    }
}
