package org.headroom.rules.finding;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.SortedSet;
import org.headroom.rules.rule.Condition;
import org.headroom.rules.value.Words;
import org.headroom.rules.vocabulary.SiteField;

/**
 * The known values of one field, cut into the cells that a policy's rules tell apart, so that what a comparison holds for is a set of
 * cells. A number field is cut at every figure that it is compared with: cell {@code 2i + 1} is the figure {@code i} itself, cell
 * {@code 2i} the open interval before it. A text has a cell for each word, and one for all other words when its words are not known.
 */
final class FieldCells {
    private final SiteField field;
    private final double[] cuts;
    private final List<String> words;
    private final BitSet all = new BitSet();

    private FieldCells(SiteField field, double[] cuts, List<String> words) {
        this.field = field;
        this.cuts = cuts;
        this.words = List.copyOf(words);
    }

    /**
     * The cells of a number.
     *
     * @param figures what it is compared with, and the ends of its range
     * @param minimum smallest value, inclusive; may be infinite
     * @param maximum largest value, inclusive; may be infinite
     */
    static FieldCells ofNumber(SiteField field, SortedSet<Double> figures, double minimum, double maximum) {
        FieldCells cells = new FieldCells(
                field, figures.stream().mapToDouble(Double::doubleValue).toArray(), List.of());
        for (int i = 0; i <= 2 * cells.cuts.length; i++) {
            boolean point = i % 2 == 1;
            double low = point ? cells.cuts[i / 2] : i == 0 ? Double.NEGATIVE_INFINITY : cells.cuts[i / 2 - 1];
            double high = point ? low : i / 2 == cells.cuts.length ? Double.POSITIVE_INFINITY : cells.cuts[i / 2];
            cells.all.set(i, low >= minimum && high <= maximum);
        }
        return cells;
    }

    /**
     * The cells of a category or a text.
     *
     * @param found words that it is compared with; the labels count besides
     */
    static FieldCells ofWords(SiteField field, SortedSet<String> found) {
        boolean isOpen = field.labels().isEmpty();
        List<String> words = new ArrayList<>(isOpen ? found : field.labels());
        FieldCells cells = new FieldCells(field, new double[0], words);
        cells.all.set(0, words.size() + (isOpen ? 1 : 0));
        return cells;
    }

    SiteField field() {
        return field;
    }

    /** All cells; not to be changed. */
    BitSet all() {
        return all;
    }

    /** The cells in which a comparison of this field holds; a fresh set. */
    BitSet of(Condition leaf) {
        BitSet cells = new BitSet();
        if (leaf instanceof Condition.Compare compare) {
            int at = 2 * place(compare.literal()) + 1;
            int end = 2 * cuts.length + 1;
            switch (compare.operator()) {
                case EQUAL -> cells.set(at);
                case NOT_EQUAL -> {
                    cells.set(0, end);
                    cells.clear(at);
                }
                case LESS -> cells.set(0, at);
                case AT_MOST -> cells.set(0, at + 1);
                case MORE -> cells.set(at + 1, end);
                case AT_LEAST -> cells.set(at, end);
            }
        } else if (leaf instanceof Condition.OneOf oneOf) {
            oneOf.values().forEach(word -> cells.set(words.indexOf(word)));
            if (oneOf.negated()) {
                cells.flip(0, words.size() + 1);
            }
        }
        cells.and(all);
        return cells;
    }

    private int place(double figure) {
        int i = 0;
        while (cuts[i] != figure) {
            i++;
        }
        return i;
    }

    /** Whether a set of number cells has no hole. */
    boolean isBand(BitSet cells) {
        return cells.cardinality() == cells.length() - cells.nextSetBit(0);
    }

    boolean isSingleFigure(BitSet cells) {
        return field.isNumber() && cells.cardinality() == 1 && cells.nextSetBit(0) % 2 == 1;
    }

    /** Whether a gap of a plain number lies between neighbouring whole numbers, where a count never is. */
    boolean isBetweenWholeNumbers(BitSet cells) {
        int cell = cells.nextSetBit(0);
        if (!field.unit().equals("1") || cells.cardinality() != 1 || cell % 2 == 1 || cell == 0) {
            return false;
        }
        int next = cell / 2;
        return next < cuts.length && cuts[next - 1] == Math.rint(cuts[next - 1]) && cuts[next] == cuts[next - 1] + 1;
    }

    /** The cells in words, such as {@code from 20 to below 100 MW} or {@code FAIL, CONDITIONAL}. */
    String text(BitSet cells) {
        List<String> parts = new ArrayList<>();
        if (!field.isNumber()) {
            cells.stream().forEach(i -> parts.add(i < words.size() ? words.get(i) : "anything else"));
            return String.join(", ", parts);
        }
        for (int first = cells.nextSetBit(0); first >= 0; ) {
            int last = cells.nextClearBit(first) - 1;
            parts.add(band(first, last));
            first = cells.nextSetBit(last + 1);
        }
        return String.join(" and ", parts);
    }

    private String band(int first, int last) {
        if (first == last && first % 2 == 1) {
            return "exactly " + Words.quantity(cuts[first / 2], field.unit());
        }
        String from = first % 2 == 1
                ? "from " + Words.number(cuts[first / 2])
                : first == 0 ? "" : "above " + Words.number(cuts[first / 2 - 1]);
        String to = last % 2 == 1
                ? "to " + Words.quantity(cuts[last / 2], field.unit())
                : last == 2 * cuts.length ? "" : "below " + Words.quantity(cuts[last / 2], field.unit());
        if (to.isEmpty()) {
            return from.isEmpty() ? "any number" : from + (field.unit().equals("1") ? "" : " " + field.unit());
        }
        return from.isEmpty() ? to : from + (to.startsWith("below") ? " to " : " ") + to;
    }
}
