package org.headroom.rules.drl;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import org.headroom.model.Criterion;
import org.headroom.model.SiteAttributes;
import org.headroom.rules.rule.Condition;
import org.headroom.rules.rule.Linear;
import org.headroom.rules.rule.Operator;
import org.headroom.rules.rule.TwoSided;
import org.headroom.rules.vocabulary.SiteField;

/** Makes a comparison of two sides, when they can be compared: numbers in one unit, days, and words with texts in quotes. */
final class Comparisons {
    private static final int MAX_FIELDS = 12;

    private Comparisons() {}

    static Condition of(Operand left, Operator operator, Token sign, Operand right) throws RuleSyntaxException {
        if (left.words() != null) {
            return words(left.words(), operator, sign, right);
        }
        if (right.words() != null) {
            return words(right.words(), operator.turned(), sign, left);
        }
        return numbers(left, operator, sign, right);
    }

    private static Condition words(SiteField field, Operator operator, Token sign, Operand other)
            throws RuleSyntaxException {
        boolean isEqual = operator == Operator.EQUAL || operator == Operator.NOT_EQUAL;
        Token literal = other.literal();
        if (literal != null && isEqual) {
            return new Condition.OneOf(
                    field, List.of(ConditionParser.text(field, literal)), operator == Operator.NOT_EQUAL);
        }
        if (SiteAttributes.isDay(field.name())) {
            return days(Linear.of(field), operator, sign, other);
        }
        if (!isEqual) {
            throw new RuleSyntaxException(
                    sign.at(),
                    field.name() + " holds " + ConditionParser.holds(field) + ", which cannot be compared with "
                            + sign.shown()
                            + (field.labels().isEmpty() && field.kind() == SiteField.Kind.TEXT
                                    ? "; use ==, !=, in or startsWith"
                                    : "; use ==, != or in"));
        }
        if (other.words() != null) {
            throw new RuleSyntaxException(
                    other.at().at(),
                    "type-mismatch",
                    field.name() + " cannot be compared with " + other.words().name()
                            + ": fields that hold words are compared with a text",
                    "write a text in quotes");
        }
        throw ConditionParser.mismatch(field, other.at());
    }

    /** The other side is a text in quotes, another day, or what days are worked out from. */
    private static Condition days(Linear day, Operator operator, Token sign, Operand other) throws RuleSyntaxException {
        if (other.literal() != null) {
            return made(day, operator, sign, Linear.of(day(other.literal())), true);
        }
        if (other.words() != null && SiteAttributes.isDay(other.words().name())) {
            return made(day, operator, sign, Linear.of(other.words()), true);
        }
        if (other.number() != null && other.unit().equals(Criterion.DATE)) {
            return made(day, operator, sign, other.number(), true);
        }
        throw new RuleSyntaxException(
                other.at().at(),
                "type-mismatch",
                "a day is compared with " + other.at().shown() + ", which is no day",
                other.at().text().matches("[12][0-9]{3}")
                        ? "write the day on which it begins, in quotes: \""
                                + other.at().text() + "-01-01\""
                        : "write a day as in \"2026-12-31\", or evaluationDate");
    }

    private static double day(Token literal) throws RuleSyntaxException {
        try {
            return LocalDate.parse(literal.text()).toEpochDay();
        } catch (DateTimeException e) {
            throw new RuleSyntaxException(
                    literal.at(),
                    "type-mismatch",
                    "a day is compared with the text " + literal.shown() + ", which is no day",
                    PatternSlips.day(literal.text())
                            .map(day -> "write the year first: \"" + day.replace("\") or (\"", "\" or \"") + "\"")
                            .orElse("write it as in \"2026-12-31\""));
        }
    }

    private static Condition numbers(Operand left, Operator operator, Token sign, Operand right)
            throws RuleSyntaxException {
        Linear first = left.number();
        Linear second = right.number();
        if (first != null && first.isFigure() && right.field() == null && second == null
                || first == null && second == null) {
            throw new RuleSyntaxException(
                    left.at().at(),
                    "expected the name of a criterion or site attribute, but found "
                            + left.at().shown());
        }
        if (first == null || second == null) {
            Operand number = first == null ? right : left;
            Operand text = first == null ? left : right;
            Operator turned = first == null ? operator.turned() : operator;
            if (number.unit().equals(Criterion.DATE) && number.number() != null) {
                return days(number.number(), turned, sign, text);
            }
            SiteField field = number.field();
            if (field != null) {
                throw ConditionParser.mismatch(field, text.at());
            }
            throw new RuleSyntaxException(
                    text.at().at(),
                    "type-mismatch",
                    "a number is compared with the text " + text.at().shown(),
                    "");
        }
        units(left, sign, right);
        return made(first, operator, sign, second, left.unit().equals(Criterion.DATE));
    }

    private static void units(Operand left, Token sign, Operand right) throws RuleSyntaxException {
        boolean isDay = left.unit().equals(Criterion.DATE) || right.unit().equals(Criterion.DATE);
        boolean hasFigure = left.isFigure() && left.unit().isEmpty()
                || right.isFigure() && right.unit().isEmpty();
        boolean isFree = left.unit().isEmpty() || right.unit().isEmpty();
        if (!left.unit().equals(right.unit()) && (isDay && !hasFigure || !isFree)) {
            throw new RuleSyntaxException(
                    sign.at(),
                    "unit-mismatch",
                    "a number in " + OperandParser.shown(left) + " is compared with one in "
                            + OperandParser.shown(right),
                    "compare only what is in the same unit");
        }
    }

    private static Condition made(Linear left, Operator operator, Token sign, Linear right, boolean isOfDays)
            throws RuleSyntaxException {
        TwoSided both = TwoSided.of(left, operator, right, isOfDays);
        Linear difference = both.difference();
        if (difference.isFigure()) {
            throw new RuleSyntaxException(
                    sign.at(), "this is the same for every site: no field is left on either side");
        }
        if (difference.terms().size() > MAX_FIELDS) {
            throw new RuleSyntaxException(
                    sign.at(), "more than " + MAX_FIELDS + " fields are compared; write several rules");
        }
        Linear.Term only = difference.terms().get(0);
        if (difference.terms().size() > 1
                || only.field().slot() < 0
                || !only.field().isNumber()) {
            return both;
        }
        // One field and a figure: what a rule could always say, so the compiler sees it and bands are looked at.
        boolean isLeft = left.terms().size() == 1 && left.figure() == 0 && only.factor() == 1;
        boolean isRight = right.terms().size() == 1 && right.figure() == 0 && only.factor() == -1;
        double figure = isLeft && right.isFigure()
                ? right.figure()
                : isRight && left.isFigure() ? left.figure() : -difference.figure() / only.factor();
        return new Condition.Compare(only.field(), only.factor() > 0 ? operator : operator.turned(), figure + 0.0);
    }
}
