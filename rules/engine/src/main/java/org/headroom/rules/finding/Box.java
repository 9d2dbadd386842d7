package org.headroom.rules.finding;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.headroom.rules.vocabulary.SiteField;
import org.jspecify.annotations.Nullable;

/**
 * The sites whose fields each lie in a set of cells. A field that is not named may have any value. Immutable; its sets are never changed.
 *
 * @param cells by field, never empty and never all cells of the field
 */
record Box(Map<SiteField, BitSet> cells) {
    /** Every site. */
    static final Box WHOLE = new Box(Map.of());

    Box {
        cells = Map.copyOf(cells);
    }

    /** The sites in both; null when there are none. */
    @Nullable
    Box and(Box other) {
        Map<SiteField, BitSet> both = new HashMap<>(cells);
        for (Map.Entry<SiteField, BitSet> entry : other.cells.entrySet()) {
            BitSet mine = both.get(entry.getKey());
            BitSet common = (BitSet) entry.getValue().clone();
            if (mine != null) {
                common.and(mine);
            }
            if (common.isEmpty()) {
                return null;
            }
            both.put(entry.getKey(), common);
        }
        return new Box(both);
    }

    /** This box without another one, as boxes that do not overlap. */
    List<Box> without(Box other, Cells all) {
        if (and(other) == null) {
            return List.of(this);
        }
        List<Box> pieces = new ArrayList<>();
        Map<SiteField, BitSet> rest = new HashMap<>(cells);
        for (Map.Entry<SiteField, BitSet> entry : other.cells.entrySet()) {
            SiteField field = entry.getKey();
            BitSet mine = rest.getOrDefault(field, all.of(field).all());
            BitSet outside = (BitSet) mine.clone();
            outside.andNot(entry.getValue());
            if (!outside.isEmpty()) {
                Map<SiteField, BitSet> piece = new HashMap<>(rest);
                piece.put(field, outside);
                pieces.add(new Box(piece));
            }
            BitSet inside = (BitSet) mine.clone();
            inside.and(entry.getValue());
            rest.put(field, inside);
        }
        return pieces;
    }

    /** The box without what it asks of one field. */
    Box withoutField(SiteField field) {
        Map<SiteField, BitSet> others = new HashMap<>(cells);
        others.remove(field);
        return new Box(others);
    }
}
