package org.headroom.rules.drl;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.headroom.rules.rule.Condition;
import org.headroom.rules.rule.Operator;
import org.headroom.rules.vocabulary.LiteralWords;
import org.headroom.rules.vocabulary.SiteField;
import org.headroom.rules.vocabulary.SiteFields;
import org.headroom.rules.vocabulary.UnknownField;

/**
 * Reads one constraint: comparisons {@code field operator literal} and {@code field in (literal, ...)}, joined by {@code &&},
 * {@code ||} and parentheses, with names and types checked against the vocabulary.
 */
final class ConditionParser {
    private static final int DEEPEST = 32;

    /** Comparisons of one constraint; the rule compiler goes down one into the other, and runs out of stack at some hundreds. */
    private static final int MAX_COMPARISONS = 128;

    private final SiteFields fields;
    private final Tokens tokens;
    private int depth;
    private int comparisons;

    private ConditionParser(SiteFields fields, Tokens tokens) {
        this.fields = fields;
        this.tokens = tokens;
    }

    /** @param before the constraint in front of it, with a comma between them; empty for the first one */
    static Condition parse(String text, String before, SiteFields fields) throws RuleSyntaxException {
        ConditionSlips.checkComma(before, text);
        ConditionParser parser = new ConditionParser(fields, new Tokens(text));
        Condition condition = parser.either();
        if (parser.tokens.peek().kind() != Token.Kind.END) {
            throw ConditionSlips.behind(parser.tokens.peek(), parser.tokens, fields);
        }
        return condition;
    }

    private Condition either() throws RuleSyntaxException {
        List<Condition> parts = new ArrayList<>();
        do {
            parts.add(both());
        } while (tokens.takeIf("||"));
        return parts.size() == 1 ? parts.get(0) : new Condition.Or(parts);
    }

    private Condition both() throws RuleSyntaxException {
        List<Condition> parts = new ArrayList<>();
        do {
            parts.add(single());
        } while (tokens.takeIf("&&"));
        return parts.size() == 1 ? parts.get(0) : new Condition.And(parts);
    }

    private Condition single() throws RuleSyntaxException {
        int at = tokens.peek().at();
        if (!tokens.takeIf("(")) {
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
        return inner;
    }

    private void count(Token at) throws RuleSyntaxException {
        if (++comparisons > MAX_COMPARISONS) {
            throw new RuleSyntaxException(
                    at.at(),
                    "more than " + MAX_COMPARISONS
                            + " comparisons in one constraint; a literal of \"in\" counts as one. Write several rules");
        }
    }

    private Condition comparison() throws RuleSyntaxException {
        Token name = tokens.take();
        if (name.kind() != Token.Kind.NAME) {
            throw ConditionSlips.start(name, tokens, fields);
        }
        Optional<SiteField> field = fields.find(name.text());
        if (field.isEmpty()) {
            throw ConditionSlips.noField(name, tokens).orElseGet(() -> unknown(name));
        }
        Token operator = tokens.take();
        count(operator);
        if (operator.kind() == Token.Kind.NAME && operator.text().equals("in")) {
            return in(field.get());
        }
        Optional<Operator> known =
                operator.kind() == Token.Kind.SIGN ? Operator.find(operator.text()) : Optional.empty();
        if (known.isEmpty()) {
            throw ConditionSlips.operator(field.get(), operator, tokens);
        }
        Token literal = tokens.take();
        Optional<RuleSyntaxException> slip = literal.kind() == expected(field.get())
                ? Optional.empty()
                : ConditionSlips.literal(field.get(), operator, literal, fields);
        if (slip.isPresent()) {
            throw slip.get();
        }
        return compare(field.get(), known.get(), operator, literal);
    }

    private static Token.Kind expected(SiteField field) {
        return field.isNumber() ? Token.Kind.NUMBER : Token.Kind.STRING;
    }

    /** A name that differs from a known one only in the unit at its end is another mistake than a misspelt one. What has no unit has none there. */
    private RuleSyntaxException unknown(Token name) {
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

    private static Condition compare(SiteField field, Operator operator, Token sign, Token literal)
            throws RuleSyntaxException {
        if (field.isNumber()) {
            return new Condition.Compare(field, operator, number(field, literal));
        }
        if (operator != Operator.EQUAL && operator != Operator.NOT_EQUAL) {
            throw new RuleSyntaxException(
                    sign.at(),
                    field.name() + " holds " + holds(field) + ", which cannot be compared with " + sign.shown()
                            + "; use ==, != or in");
        }
        return new Condition.OneOf(field, List.of(text(field, literal)), operator == Operator.NOT_EQUAL);
    }

    private Condition in(SiteField field) throws RuleSyntaxException {
        if (!tokens.takeIf("(")) {
            throw ConditionSlips.list(tokens.peek(), field, true);
        }
        List<Condition> numbers = new ArrayList<>();
        List<String> texts = new ArrayList<>();
        do {
            Token literal = tokens.take();
            count(literal);
            if (literal.kind() != expected(field)) {
                throw ConditionSlips.literal(field, literal, literal, fields).orElseGet(() -> mismatch(field, literal));
            }
            if (field.isNumber()) {
                numbers.add(new Condition.Compare(field, Operator.EQUAL, number(field, literal)));
            } else {
                texts.add(text(field, literal));
            }
        } while (tokens.takeIf(","));
        if (!tokens.takeIf(")")) {
            throw ConditionSlips.list(tokens.peek(), field, false);
        }
        return field.isNumber() ? new Condition.Or(numbers) : new Condition.OneOf(field, texts, false);
    }

    private static double number(SiteField field, Token literal) throws RuleSyntaxException {
        if (literal.kind() != Token.Kind.NUMBER) {
            throw mismatch(field, literal);
        }
        return Double.parseDouble(literal.text()) + 0.0;
    }

    private static String text(SiteField field, Token literal) throws RuleSyntaxException {
        if (literal.kind() != Token.Kind.STRING) {
            throw mismatch(field, literal);
        }
        Optional<LiteralWords.Doubt> wrong = LiteralWords.check(field, literal.text());
        if (wrong.isPresent()) {
            throw new RuleSyntaxException(
                    literal.at(),
                    "unknown-name",
                    wrong.get().message(),
                    wrong.get().advice());
        }
        if (!literal.text().matches("[^\"\\\\]{0,200}")) {
            throw new RuleSyntaxException(
                    literal.at(),
                    "the text " + literal.shown()
                            + " is not allowed in a condition: at most 200 characters, without quotes and backslashes");
        }
        return literal.text();
    }

    private static RuleSyntaxException mismatch(SiteField field, Token literal) {
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

    private static String holds(SiteField field) {
        return switch (field.kind()) {
            case NUMBER -> field.unit().equals("1") ? "a number" : "a number in " + field.unit();
            case CATEGORY -> "one of " + String.join(", ", field.labels());
            case TEXT -> "a text";
        };
    }
}
