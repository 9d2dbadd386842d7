package org.headroom.rules.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.headroom.model.Criterion;
import org.headroom.rules.fact.FactBlock;
import org.headroom.rules.value.Words;
import org.headroom.rules.vocabulary.SiteField;

/**
 * Numbers of a site times factors, added up, and a figure: one side of a comparison. A field stands in it once, so its bounds over intervals are
 * the least and the greatest that it can be. Immutable.
 *
 * @param terms each with a field of its own and a factor that is not 0
 * @param figure added to them
 */
public record Linear(List<Term> terms, double figure) {
    /** The day on which sites are judged, as if it were a field. It has no place in a block. */
    public static final SiteField EVALUATION_DATE =
            new SiteField(-1, "evaluationDate", SiteField.Kind.NUMBER, Criterion.DATE, List.of(), false);

    public Linear {
        terms = List.copyOf(terms);
    }

    /**
     * One field.
     *
     * @param field a number, a text that is a day, or {@link #EVALUATION_DATE}
     * @param factor not 0
     */
    public record Term(SiteField field, double factor) {}

    /** A figure alone. */
    public static Linear of(double figure) {
        return new Linear(List.of(), figure);
    }

    /** A field alone. */
    public static Linear of(SiteField field) {
        return new Linear(List.of(new Term(field, 1)), 0);
    }

    /** Whether it is a figure and no more. */
    public boolean isFigure() {
        return terms.isEmpty();
    }

    /** The sum with another one times a factor; fields that cancel out are gone. */
    public Linear plus(Linear other, double factor) {
        List<Term> sum = new ArrayList<>(terms);
        for (Term term : other.terms) {
            int at = 0;
            while (at < sum.size() && !sum.get(at).field().equals(term.field())) {
                at++;
            }
            double by = factor * term.factor();
            if (at == sum.size()) {
                sum.add(new Term(term.field(), by));
            } else {
                double both = sum.get(at).factor() + by;
                sum.set(at, new Term(term.field(), both));
            }
        }
        sum.removeIf(term -> term.factor() == 0);
        return new Linear(sum, figure + factor * other.figure + 0.0);
    }

    /** All of it times a factor. */
    public Linear times(double factor) {
        return Linear.of(0).plus(this, factor);
    }

    /** The least that it can be for a row; NaN when that is unknown. */
    public double lower(FactBlock block, int row) {
        double sum = figure;
        for (int i = 0; i < terms.size(); i++) {
            Term term = terms.get(i);
            sum += term.factor()
                    * (term.factor() > 0 ? least(term.field(), block, row) : most(term.field(), block, row));
        }
        return sum;
    }

    /** The most that it can be for a row; NaN when that is unknown. */
    public double upper(FactBlock block, int row) {
        double sum = figure;
        for (int i = 0; i < terms.size(); i++) {
            Term term = terms.get(i);
            sum += term.factor()
                    * (term.factor() > 0 ? most(term.field(), block, row) : least(term.field(), block, row));
        }
        return sum;
    }

    private static double least(SiteField field, FactBlock block, int row) {
        if (field.slot() < 0) {
            return block.evaluationDay();
        }
        if (field.isNumber()) {
            return block.lower(field.slot(), row);
        }
        String day = block.text(field.slot(), row);
        return day == null ? Double.NaN : DayWords.first(day);
    }

    private static double most(SiteField field, FactBlock block, int row) {
        if (field.slot() < 0) {
            return block.evaluationDay();
        }
        if (field.isNumber()) {
            return block.upper(field.slot(), row);
        }
        String day = block.text(field.slot(), row);
        return day == null ? Double.NaN : DayWords.last(day);
    }

    /** The fields of a block that it reads. */
    public List<SiteField> fields() {
        return terms.stream()
                .map(Term::field)
                .filter(field -> field.slot() >= 0)
                .toList();
    }

    /** As a rule file writes it, with all digits. */
    String text(boolean isDay) {
        if (terms.isEmpty()) {
            return isDay ? "\"" + Words.quantity(figure, Criterion.DATE) + "\"" : Words.exact(figure);
        }
        String sum = terms.stream().map(Linear::text).collect(Collectors.joining(" + "));
        return figure == 0 ? sum : sum + (figure < 0 ? " - " : " + ") + Words.exact(Math.abs(figure));
    }

    private static String text(Term term) {
        return term.factor() == 1
                ? term.field().name()
                : Words.exact(term.factor()) + " * " + term.field().name();
    }
}
