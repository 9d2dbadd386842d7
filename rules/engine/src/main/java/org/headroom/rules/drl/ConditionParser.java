package org.headroom.rules.drl;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.headroom.rules.check.PolicyProblem;
import org.headroom.rules.check.SeenText;
import org.headroom.rules.rule.Condition;
import org.headroom.rules.rule.IsUnknown;
import org.headroom.rules.rule.Operator;
import org.headroom.rules.rule.StartsWith;
import org.headroom.rules.vocabulary.LiteralWords;
import org.headroom.rules.vocabulary.SiteField;
import org.headroom.rules.vocabulary.SiteFields;
import org.headroom.rules.vocabulary.UnknownField;

/**
 * Reads what stands between the parentheses of a pattern: constraints with commas in between. A constraint is comparisons joined by {@code &&},
 * {@code ||}, {@code not (...)} and parentheses, with names, types and units checked against the vocabulary; {@link Comparisons} has their kinds.
 */
final class ConditionParser {
    private static final int DEEPEST = 32;

    /** Comparisons of one constraint; the rule compiler goes down one into the other, and runs out of stack at some hundreds. */
    private static final int MAX_COMPARISONS = 128;

    private final String text;
    private final SiteFields fields;
    private final Tokens tokens;
    private final OperandParser operands;
    private final Consumer<RuleSyntaxException> doubts;
    private int depth;
    private int count;

    private ConditionParser(String text, SiteFields fields, Tokens tokens, Consumer<RuleSyntaxException> doubts) {
        this.text = text;
        this.tokens = tokens;
        this.fields = fields;
        this.doubts = doubts;
        operands = new OperandParser(fields, tokens);
    }

    /**
     * All constraints that can be read.
     *
     * @param flaws takes what is wrong, at most one for each constraint
     * @param doubts takes what is read otherwise than some would think
     */
    static List<Condition> parse(
            String text, SiteFields fields, Consumer<RuleSyntaxException> flaws, Consumer<RuleSyntaxException> doubts) {
        List<Condition> constraints = new ArrayList<>();
        try {
            Tokens tokens = new Tokens(text);
            boolean isMore = tokens.peek().kind() != Token.Kind.END;
            boolean isFlawed = false;
            while (isMore) {
                int start = tokens.place();
                if (isFlawed && ConditionSlips.isLoneLiteral(tokens)) {
                    tokens.take();
                    isMore = tokens.takeIf(",");
                    continue;
                }
                try {
                    ConditionSlips.checkComma(tokens);
                    constraints.add(new ConditionParser(text, fields, tokens, doubts).constraint());
                    isFlawed = false;
                    isMore = tokens.takeIf(",");
                } catch (RuleSyntaxException e) {
                    flaws.accept(e);
                    isFlawed = true;
                    isMore = tokens.skipConstraint(start);
                }
            }
        } catch (RuleSyntaxException e) {
            flaws.accept(e);
        }
        return constraints;
    }

    private Condition constraint() throws RuleSyntaxException {
        Condition condition = either();
        Token behind = tokens.peek();
        if (!behind.is(",") && behind.kind() != Token.Kind.END) {
            throw ConditionSlips.behind(behind, tokens, fields);
        }
        return condition;
    }

    private Condition either() throws RuleSyntaxException {
        int start = tokens.peek().at();
        List<Condition> parts = new ArrayList<>();
        List<String> grouped = new ArrayList<>();
        boolean isMixed = false;
        do {
            int from = tokens.peek().at();
            List<Condition> joined = both();
            parts.add(joined.size() == 1 ? joined.get(0) : new Condition.And(joined));
            grouped.add(joined.size() == 1 ? written(from) : "(" + written(from) + ")");
            isMixed |= joined.size() > 1;
        } while (tokens.takeIf("||"));
        if (isMixed && parts.size() > 1) {
            doubts.accept(new RuleSyntaxException(
                    start,
                    "mixed-joins",
                    "&& and || stand side by side, and && joins first",
                    "write " + String.join(" || ", grouped) + " if that is meant, else other parentheses"));
        }
        return parts.size() == 1 ? parts.get(0) : new Condition.Or(parts);
    }

    /** Conditions of which each must hold. */
    private List<Condition> both() throws RuleSyntaxException {
        List<Condition> parts = new ArrayList<>();
        do {
            parts.add(single());
        } while (tokens.takeIf("&&"));
        return parts;
    }

    /** What was read since a place, in one line and without comments. */
    private String written(int from) {
        return text.substring(from, tokens.peek().at())
                .replaceAll("//[^\n]*|(?s:/\\*.*?\\*/)", " ")
                .replaceAll("\\s+", " ")
                .strip();
    }

    private Condition single() throws RuleSyntaxException {
        int at = tokens.peek().at();
        boolean isNot = tokens.peek(1).is("(") && tokens.takeWord("not");
        if (!isNot && isArithmetic() || !tokens.takeIf("(")) {
            return comparison();
        }
        if (++depth > DEEPEST) {
            throw new RuleSyntaxException(at, "more than " + DEEPEST + " parentheses inside one another");
        }
        Condition inner = either();
        if (!tokens.takeIf(")")) {
            throw ConditionSlips.notClosed(tokens, at, fields);
        }
        depth--;
        return isNot ? Negation.of(inner) : inner;
    }

    /** Whether the parentheses that open here hold a sum, and not comparisons: a sign of arithmetic or of a comparison stands behind them. */
    private boolean isArithmetic() {
        if (!tokens.peek().is("(")) {
            return false;
        }
        int open = 0;
        int ahead = 0;
        do {
            Token token = tokens.peek(ahead++);
            if (token.kind() == Token.Kind.END) {
                return false;
            }
            open += token.is("(") ? 1 : token.is(")") ? -1 : 0;
        } while (open > 0);
        Token behind = tokens.peek(ahead);
        return behind.kind() == Token.Kind.SIGN
                && !behind.is(")")
                && !behind.is(",")
                && !behind.is("&&")
                && !behind.is("||");
    }

    private void count(Token at) throws RuleSyntaxException {
        if (++count > MAX_COMPARISONS) {
            throw new RuleSyntaxException(
                    at.at(),
                    "more than " + MAX_COMPARISONS
                            + " comparisons in one constraint; a literal of \"in\" counts as one. Write several rules");
        }
    }

    private Condition comparison() throws RuleSyntaxException {
        Operand left = operands.read();
        SiteField field = left.field();
        boolean isNot = tokens.takeWord("not");
        Token operator = tokens.take();
        count(operator);
        if (field != null && field.slot() >= 0 && operator.kind() == Token.Kind.NAME) {
            switch (operator.text()) {
                case "in" -> {
                    Condition in = in(field);
                    return isNot ? Negation.of(in) : in;
                }
                case "startsWith" -> {
                    return startsWith(field, isNot, operator);
                }
                case "starts" -> {
                    if (tokens.takeWord("with")) {
                        return startsWith(field, isNot, operator);
                    }
                }
                case "is" -> {
                    return isUnknown(field, isNot, operator);
                }
                default -> {
                    // No word that is known here.
                }
            }
        }
        Optional<Operator> known =
                operator.kind() == Token.Kind.SIGN && !isNot ? Operator.find(operator.text()) : Optional.empty();
        if (known.isEmpty()) {
            throw ConditionSlips.operator(field, operator, isNot, tokens);
        }
        if (field != null) {
            ConditionSlips.checkOther(field, operator, tokens.peek(), fields);
        }
        Operand middle = operands.read();
        Condition first = Comparisons.of(left, known.get(), operator, middle);
        Optional<Operator> next = tokens.peek().kind() == Token.Kind.SIGN
                ? Operator.find(tokens.peek().text())
                : Optional.empty();
        if (next.isEmpty()) {
            return first;
        }
        Token second = tokens.take();
        count(second);
        if (!known.get().isWayOf(next.get())) {
            throw new RuleSyntaxException(
                    second.at(),
                    "a range runs one way, as in 60 <= kv < 100, but here " + operator.shown() + " is followed by "
                            + second.shown());
        }
        return new Condition.And(List.of(first, Comparisons.of(middle, next.get(), second, operands.read())));
    }

    private Condition startsWith(SiteField field, boolean isNot, Token operator) throws RuleSyntaxException {
        if (field.kind() != SiteField.Kind.TEXT || !field.labels().isEmpty()) {
            throw new RuleSyntaxException(
                    operator.at(),
                    "type-mismatch",
                    field.name() + " holds " + holds(field) + ", of which no beginning can be asked",
                    field.isNumber() ? "compare it with a figure" : "use ==, != or in");
        }
        List<String> beginnings = new ArrayList<>();
        boolean isList = tokens.takeIf("(");
        do {
            Token literal = tokens.take();
            if (isList) {
                count(literal);
            }
            String beginning = plain(field, literal);
            if (beginning.isEmpty()) {
                throw new RuleSyntaxException(literal.at(), "every text begins with \"\"; write a letter or more");
            }
            beginnings.add(beginning);
        } while (isList && tokens.takeIf(","));
        if (isList) {
            tokens.expect(")");
        }
        return new StartsWith(field, beginnings, isNot);
    }

    private Condition isUnknown(SiteField field, boolean isNotBefore, Token operator) throws RuleSyntaxException {
        boolean isNot = tokens.takeWord("not") != isNotBefore;
        if (tokens.takeWord("unknown")) {
            return new IsUnknown(field, isNot);
        }
        if (tokens.takeWord("known")) {
            return new IsUnknown(field, !isNot);
        }
        throw ConditionSlips.is(field, operator, isNot, tokens);
    }

    /** A name that differs from a known one only in the unit at its end is another mistake than a misspelt one. What has no unit has none there. */
    static RuleSyntaxException unknown(Token name, SiteFields fields) {
        if (name.text().equals("null")) {
            return new RuleSyntaxException(
                    name.at(),
                    "type-mismatch",
                    "nothing is compared with null",
                    "write as in nominalVoltageKv is unknown");
        }
        String stem = stem(name.text());
        for (SiteField field : fields.all()) {
            if (field.isNumber()
                    && !field.unit().equals("1")
                    && !stem.isEmpty()
                    && stem(field.name()).equals(stem)) {
                return new RuleSyntaxException(
                        name.at(),
                        "unit-mismatch",
                        "there is no \"" + name.text() + "\", but there is " + field.name() + ", a number in "
                                + field.unit(),
                        "write " + field.name() + " and give the figure in " + field.unit());
            }
        }
        return new RuleSyntaxException(
                name.at(),
                "unknown-name",
                "no installed module gives a criterion named \"" + name.text() + "\", and it is no attribute of a site",
                UnknownField.advice(name.text(), fields));
    }

    /** A name without its last part, {@code contractedCapacity} of {@code contractedCapacityMw}; empty for a name of one part. */
    private static String stem(String name) {
        int end = name.length();
        while (end > 0 && !Character.isUpperCase(name.charAt(end - 1))) {
            end--;
        }
        return end > 1 ? name.substring(0, end - 1) : "";
    }

    private Condition in(SiteField field) throws RuleSyntaxException {
        if (!tokens.takeIf("(")) {
            throw ConditionSlips.list(tokens.peek(), field, tokens.before(1), true);
        }
        List<Condition> numbers = new ArrayList<>();
        List<String> texts = new ArrayList<>();
        do {
            Token literal = tokens.take();
            if (literal.is(")")) {
                throw ConditionSlips.listEnd(literal, numbers.isEmpty() && texts.isEmpty());
            }
            count(literal);
            ConditionSlips.checkOther(field, literal, literal, fields);
            if (field.isNumber()) {
                numbers.add(new Condition.Compare(field, Operator.EQUAL, number(field, literal)));
            } else {
                texts.add(text(field, literal));
            }
        } while (tokens.takeIf(","));
        if (!tokens.takeIf(")")) {
            throw ConditionSlips.list(tokens.peek(), field, tokens.before(1), false);
        }
        return field.isNumber() ? new Condition.Or(numbers) : new Condition.OneOf(field, texts, false);
    }

    static double number(SiteField field, Token literal) throws RuleSyntaxException {
        if (literal.kind() != Token.Kind.NUMBER) {
            throw mismatch(field, literal);
        }
        return Double.parseDouble(literal.text()) + 0.0;
    }

    static String text(SiteField field, Token literal) throws RuleSyntaxException {
        String text = plain(field, literal);
        Optional<LiteralWords.Doubt> wrong = LiteralWords.check(field, literal.text());
        if (wrong.isPresent()) {
            throw new RuleSyntaxException(
                    literal.at(),
                    "unknown-name",
                    wrong.get().message(),
                    wrong.get().advice());
        }
        return text;
    }

    private static String plain(SiteField field, Token literal) throws RuleSyntaxException {
        if (literal.kind() != Token.Kind.STRING) {
            throw mismatch(field, literal);
        }
        if (!literal.text().matches("[^\"\\\\]{0,200}")) {
            throw new RuleSyntaxException(
                    literal.at(),
                    "the text " + literal.shown()
                            + " is not allowed in a condition: at most 200 characters, without quotes and backslashes");
        }
        // What is compared with data must be what it looks like.
        Optional<String> flaw = SeenText.flaw(literal.text());
        if (flaw.isPresent()) {
            throw new RuleSyntaxException(
                    literal.at(), PolicyProblem.INVALID, "the text that begins here " + flaw.get(), "type it anew");
        }
        return literal.text();
    }

    static RuleSyntaxException mismatch(SiteField field, Token literal) {
        String found =
                switch (literal.kind()) {
                    case STRING -> "the text " + literal.shown();
                    case NUMBER -> "the number " + literal.text();
                    case NAME, SIGN, END -> literal.shown() + ", which is no literal";
                };
        return new RuleSyntaxException(
                literal.at(),
                "type-mismatch",
                field.name() + " holds " + holds(field) + ", but is compared with " + found,
                "");
    }

    static String holds(SiteField field) {
        return switch (field.kind()) {
            case NUMBER -> field.unit().equals("1") ? "a number" : "a number in " + field.unit();
            case CATEGORY -> "one of " + String.join(", ", field.labels());
            case TEXT -> "a text";
        };
    }
}
