package org.headroom.overlay.record;

import java.util.List;
import org.headroom.model.EvidenceClass;

/**
 * The layers of a criterion, which count as one: of records that tie, that of the first layer decides, and in it the one with the lowest number.
 *
 * @param all at least one, in the order in which the criterion names them
 */
public record Sources(List<Source> all) {
    public Sources {
        all = List.copyOf(all);
    }

    /** Whether it is not decided of some record whether it counts. */
    public boolean hasPossible() {
        return all.stream().anyMatch(Source::hasPossible);
    }

    /** What may be claimed of a figure that rests on all layers, such as that there is nothing. */
    public EvidenceClass weakest() {
        EvidenceClass weakest = EvidenceClass.DERIVED;
        for (Source source : all) {
            weakest = EvidenceClass.weaker(weakest, source.given());
        }
        return weakest;
    }

    /** Builds what point sites are measured by, so that no block of sites waits for it. */
    public Sources withShapes() {
        for (Source source : all) {
            source.shapes(true);
            if (source.hasPossible()) {
                source.shapes(false);
            }
        }
        return this;
    }

    /** As {@link #withShapes} for areas. */
    public Sources withAreas() {
        for (Source source : all) {
            source.areas(true);
            if (source.hasPossible()) {
                source.areas(false);
            }
        }
        return this;
    }
}
