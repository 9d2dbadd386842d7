package org.headroom.overlay;

import org.headroom.overlay.record.Found;
import org.headroom.overlay.record.Sources;

/**
 * The distance from the area of a site to the records of a criterion: 0 when one touches it or lies in it, else that of its border. Scratch of one
 * thread.
 */
final class AreaDistance {
    private final Sources sources;
    private final BorderDistance sureBorder;
    private final BorderDistance possibleBorder;
    private final Found sure = new Found();
    private final Found possible = new Found();

    AreaDistance(Sources sources) {
        this.sources = sources;
        sureBorder = new BorderDistance(sources, true);
        possibleBorder = new BorderDistance(sources, false);
    }

    void find(SiteShape shape) {
        sure.clear();
        possible.clear();
        RecordsWithin.touching(sources, shape, (source, record, isSure, distanceKm) -> (isSure ? sure : possible)
                .offer(source, record, 0));
        if (sure.source() == null) {
            sureBorder.find(shape.area(), sure);
            if (possible.source() == null && sources.hasPossible()) {
                possibleBorder.find(shape.area(), possible);
            }
        }
    }

    /** The nearest record that counts. */
    Found sure() {
        return sure;
    }

    /** The nearest record of which that is not decided; looked for only where none that counts touches the area. */
    Found possible() {
        return possible;
    }
}
