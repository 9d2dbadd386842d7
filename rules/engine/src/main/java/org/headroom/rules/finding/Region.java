package org.headroom.rules.finding;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.headroom.rules.rule.Condition;
import org.headroom.rules.rule.Tested;
import org.headroom.rules.vocabulary.SiteField;
import org.jspecify.annotations.Nullable;

/**
 * The sites for which a condition holds, when all that it reads is known: a union of boxes. Immutable.
 *
 * @param boxes none when the condition can never hold
 */
record Region(List<Box> boxes) {
    /** More boxes than that are not looked at: the condition is too complex to be judged, which is no fault. */
    private static final int MAX_BOXES = 256;

    Region {
        boxes = List.copyOf(boxes);
    }

    /** Empty when the condition is too complex. */
    static Optional<Region> of(Condition condition, Cells cells) {
        return Optional.ofNullable(boxes(condition, cells)).map(Region::new);
    }

    private static @Nullable List<Box> boxes(Condition condition, Cells cells) {
        if (condition instanceof Condition.And and) {
            List<Box> all = List.of(Box.WHOLE);
            for (Condition part : and.parts()) {
                List<Box> next = boxes(part, cells);
                all = next == null ? null : product(all, next);
                if (all == null) {
                    return null;
                }
            }
            return all;
        }
        if (condition instanceof Condition.Or or) {
            List<Box> all = new ArrayList<>();
            for (Condition part : or.parts()) {
                List<Box> next = boxes(part, cells);
                if (next == null || all.size() + next.size() > MAX_BOXES) {
                    return null;
                }
                all.addAll(next);
            }
            return joined(all, cells);
        }
        return condition instanceof Tested ? null : leaf(condition, cells);
    }

    private static List<Box> leaf(Condition leaf, Cells cells) {
        SiteField field = leaf.field();
        if (field == null) {
            throw new IllegalArgumentException("a comparison has a field");
        }
        FieldCells of = cells.of(field);
        BitSet held = of.of(leaf);
        if (held.isEmpty()) {
            return List.of();
        }
        return held.equals(of.all()) ? List.of(Box.WHOLE) : List.of(new Box(Map.of(field, held)));
    }

    private static @Nullable List<Box> product(List<Box> left, List<Box> right) {
        if (left.size() * right.size() > MAX_BOXES) {
            return null;
        }
        List<Box> both = new ArrayList<>();
        for (Box a : left) {
            for (Box b : right) {
                Box common = a.and(b);
                if (common != null) {
                    both.add(common);
                }
            }
        }
        return both;
    }

    /** Boxes of one and the same field become one box. */
    private static List<Box> joined(List<Box> boxes, Cells cells) {
        if (boxes.isEmpty() || boxes.get(0).cells().size() != 1) {
            return boxes;
        }
        SiteField field = boxes.get(0).cells().keySet().iterator().next();
        BitSet union = new BitSet();
        for (Box box : boxes) {
            BitSet part = box.cells().get(field);
            if (part == null || box.cells().size() != 1) {
                return boxes;
            }
            union.or(part);
        }
        return union.equals(cells.of(field).all()) ? List.of(Box.WHOLE) : List.of(new Box(Map.of(field, union)));
    }

    boolean isEmpty() {
        return boxes.isEmpty();
    }

    /** Whether every site of this region lies in the other; also false when that takes too long to find out. */
    boolean isWithin(Region other, Cells cells) {
        for (Box box : boxes) {
            List<Box> left = List.of(box);
            for (Box taken : other.boxes) {
                List<Box> next = new ArrayList<>();
                for (Box piece : left) {
                    next.addAll(piece.without(taken, cells));
                }
                if (next.size() > MAX_BOXES) {
                    return false;
                }
                left = next;
            }
            if (!left.isEmpty()) {
                return false;
            }
        }
        return true;
    }

    /** Whether it holds for every site whose fields are known. */
    boolean isWhole(Cells cells) {
        return new Region(List.of(Box.WHOLE)).isWithin(this, cells);
    }
}
