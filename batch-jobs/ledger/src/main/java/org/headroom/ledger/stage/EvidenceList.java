package org.headroom.ledger.stage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** What differs at the sites of a block: sixteen bytes a measurement, no object. Filled site by site. */
final class EvidenceList {
    private static final int WIDTH = 4;

    private int[] cells = new int[WIDTH * 16];
    private int size;

    void add(int site, int step, int criterion, boolean isAfter, int layer, int record) {
        if (WIDTH * (size + 1) > cells.length) {
            cells = Arrays.copyOf(cells, 2 * cells.length);
        }
        int at = WIDTH * size++;
        cells[at] = site;
        cells[at + 1] = step << 16 | criterion;
        cells[at + 2] = isAfter ? layer : ~layer;
        cells[at + 3] = record;
    }

    /** Of a site, in the order in which they were added. */
    List<Evidence> of(int site, List<String> criteria) {
        List<Evidence> found = new ArrayList<>();
        for (int i = first(site); i < size && cells[WIDTH * i] == site; i++) {
            int at = WIDTH * i;
            boolean isNone = cells[at + 3] < 0;
            boolean isAfter = isNone || cells[at + 2] >= 0;
            int layer = isNone ? -1 : isAfter ? cells[at + 2] : ~cells[at + 2];
            found.add(new Evidence(
                    cells[at + 1] >>> 16, criteria.get(cells[at + 1] & 0xFFFF), isAfter, layer, cells[at + 3]));
        }
        return found;
    }

    private int first(int site) {
        int low = 0;
        int high = size;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (cells[WIDTH * middle] < site) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
