package org.headroom.rules.drl;

import java.util.Optional;
import org.headroom.model.Criterion;
import org.headroom.model.SiteAttributes;
import org.headroom.rules.rule.Linear;
import org.headroom.rules.vocabulary.SiteField;
import org.headroom.rules.vocabulary.SiteFields;

/**
 * Reads one side of a comparison: {@code +} and {@code -} between numbers of one unit, {@code *} and {@code /} by a figure, parentheses. A day and
 * a number of days make a day, two days a number of days.
 */
final class OperandParser {
    private static final String DAYS = "d";
    private static final int DEEPEST = 16;

    private final SiteFields fields;
    private final Tokens tokens;
    private int depth;

    OperandParser(SiteFields fields, Tokens tokens) {
        this.fields = fields;
        this.tokens = tokens;
    }

    Operand read() throws RuleSyntaxException {
        Token first = tokens.peek();
        if (first.kind() == Token.Kind.STRING) {
            return Operand.literal(tokens.take());
        }
        Optional<SiteField> field = first.kind() == Token.Kind.NAME ? fields.find(first.text()) : Optional.empty();
        boolean isArithmetic = isSign(tokens.peek(1));
        if (field.isPresent() && !field.get().isNumber() && !isArithmetic) {
            tokens.take();
            return Operand.words(first, field.get());
        }
        return sum();
    }

    private static boolean isSign(Token token) {
        return token.is("+") || token.is("-") || token.is("*") || token.is("/");
    }

    private Operand sum() throws RuleSyntaxException {
        Operand sum = product();
        while (true) {
            Token sign = tokens.peek();
            checkHyphen(sign);
            if (tokens.takeIf("+")) {
                sum = add(sum, sign, product(), 1);
            } else if (tokens.takeIf("-")) {
                sum = add(sum, sign, product(), -1);
            } else if (sign.kind() == Token.Kind.NUMBER && sign.text().startsWith("-")) {
                // "a -3" has no sign of its own: the figure has it.
                sum = add(sum, sign, product(), 1);
            } else {
                return sum;
            }
        }
    }

    /** Two figures with a hyphen between, as a range or a day is written, are no sum that anybody meant. */
    private void checkHyphen(Token sign) throws RuleSyntaxException {
        Token low = tokens.before(1);
        if (sign.is("-") && tokens.peek(1).is("-")) {
            throw new RuleSyntaxException(sign.at(), "syntax", "\"--\" begins no comment", "write // in front of one");
        }
        if (low.kind() == Token.Kind.NUMBER) {
            boolean isGlued = sign.kind() == Token.Kind.NUMBER
                    && sign.at() == low.at() + low.text().length();
            Token high = sign.is("-") ? tokens.peek(1) : sign;
            boolean isBelow = sign.is("-")
                    && high.kind() == Token.Kind.NUMBER
                    && Double.parseDouble(low.text()) < Double.parseDouble(high.text());
            if (isGlued && sign.text().startsWith("-") || isBelow) {
                throw ConditionSlips.hyphen(low, high);
            }
        }
    }

    private Operand product() throws RuleSyntaxException {
        Operand product = factor();
        while (tokens.peek().is("*") || tokens.peek().is("/")) {
            Token sign = tokens.take();
            product = scale(product, sign, factor());
        }
        return product;
    }

    private Operand factor() throws RuleSyntaxException {
        Token first = tokens.take();
        if (first.is("(")) {
            if (++depth > DEEPEST) {
                throw new RuleSyntaxException(first.at(), "more than " + DEEPEST + " parentheses inside one another");
            }
            Operand inner = sum();
            tokens.expect(")");
            depth--;
            return inner;
        }
        if (first.is("-")) {
            Operand next = factor();
            return Operand.number(first, numberOf(next).times(-1), next.unit());
        }
        if (first.kind() == Token.Kind.NUMBER) {
            Linear figure = Linear.of(Double.parseDouble(first.text()) + 0.0);
            boolean isDays = tokens.takeWord("days") || tokens.takeWord("day");
            return Operand.number(first, figure, isDays ? DAYS : "");
        }
        if (first.kind() != Token.Kind.NAME) {
            throw ConditionSlips.start(first);
        }
        return field(first);
    }

    private Operand field(Token name) throws RuleSyntaxException {
        if (name.text().equals(Linear.EVALUATION_DATE.name())) {
            return Operand.number(name, Linear.of(Linear.EVALUATION_DATE), Criterion.DATE);
        }
        Optional<SiteField> field = fields.find(name.text());
        if (field.isEmpty()) {
            throw ConditionSlips.noField(name, tokens).orElseGet(() -> ConditionParser.unknown(name, fields));
        }
        if (field.get().isNumber()) {
            return Operand.number(name, Linear.of(field.get()), field.get().unit());
        }
        if (SiteAttributes.isDay(name.text())) {
            return Operand.number(name, Linear.of(field.get()), Criterion.DATE);
        }
        throw new RuleSyntaxException(
                name.at(),
                "type-mismatch",
                name.text() + " holds " + ConditionParser.holds(field.get()) + ", with which nothing can be worked out",
                "compare it alone");
    }

    private static Linear numberOf(Operand operand) throws RuleSyntaxException {
        Linear number = operand.number();
        if (number == null) {
            throw new RuleSyntaxException(operand.at().at(), operand.at().shown() + " is no number");
        }
        return number;
    }

    private static Operand add(Operand left, Token sign, Operand right, int factor) throws RuleSyntaxException {
        String unit = unitOfSum(left, sign, right, factor);
        return Operand.number(left.at(), numberOf(left).plus(numberOf(right), factor), unit);
    }

    private static String unitOfSum(Operand left, Token sign, Operand right, int factor) throws RuleSyntaxException {
        boolean isLeftDay = left.unit().equals(Criterion.DATE);
        boolean isRightDay = right.unit().equals(Criterion.DATE);
        if (isLeftDay && isRightDay && factor < 0) {
            return DAYS;
        }
        if (isLeftDay != isRightDay) {
            String other = isLeftDay ? right.unit() : left.unit();
            if ((other.isEmpty() || other.equals(DAYS)) && (isLeftDay || factor > 0)) {
                return Criterion.DATE;
            }
        } else if (!isLeftDay) {
            if (left.unit().isEmpty() || right.unit().isEmpty() || left.unit().equals(right.unit())) {
                return left.unit().isEmpty() ? right.unit() : left.unit();
            }
        }
        throw new RuleSyntaxException(
                sign.at(),
                "unit-mismatch",
                "a number in " + shown(left) + " and one in " + shown(right) + " cannot be "
                        + (factor > 0 ? "added" : "taken from one another"),
                "add only what is in the same unit");
    }

    static String shown(Operand operand) {
        return operand.unit().equals(Criterion.DATE) ? "days of the calendar" : operand.unit();
    }

    private static Operand scale(Operand left, Token sign, Operand right) throws RuleSyntaxException {
        boolean divides = sign.is("/");
        boolean isPlain = right.isFigure() && right.unit().isEmpty();
        if (!isPlain && !divides && left.isFigure() && left.unit().isEmpty()) {
            return scale(right, sign, left);
        }
        if (!isPlain) {
            throw new RuleSyntaxException(
                    sign.at(),
                    "not-allowed",
                    "a field can be multiplied or divided by a figure only",
                    divides
                            ? "bring it to the other side, as in a >= 0.5 * b in place of a / b >= 0.5"
                            : "write a figure in place of one of the two");
        }
        double figure = numberOf(right).figure();
        if (divides && figure == 0) {
            throw new RuleSyntaxException(sign.at(), "nothing can be divided by 0");
        }
        if (left.unit().equals(Criterion.DATE)) {
            throw new RuleSyntaxException(
                    sign.at(), "unit-mismatch", "a day cannot be multiplied or divided", "add or take days from it");
        }
        Linear number = numberOf(left);
        // A figure is divided, so that 20 / 0.5 is what a person works out.
        Linear scaled = divides && number.isFigure()
                ? Linear.of(number.figure() / figure)
                : number.times(divides ? 1 / figure : figure);
        return Operand.number(left.at(), scaled, left.unit());
    }
}
