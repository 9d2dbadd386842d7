package org.headroom.rules.drl;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.headroom.model.NearestName;
import org.headroom.rules.check.Advice;
import org.headroom.rules.rule.Condition;
import org.headroom.rules.rule.Operator;
import org.headroom.rules.vocabulary.SiteField;
import org.headroom.rules.vocabulary.SiteFields;

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

    static Condition parse(String text, SiteFields fields) throws RuleSyntaxException {
        ConditionParser parser = new ConditionParser(fields, new Tokens(text));
        Condition condition = parser.either();
        parser.tokens.expect(Token.Kind.END, "\"&&\", \"||\" or the end of the constraint");
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
        tokens.expect(")");
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
        Token name = tokens.expect(Token.Kind.NAME, "the name of a criterion or site attribute");
        Optional<SiteField> field = fields.find(name.text());
        if (field.isEmpty()) {
            throw unknown(name);
        }
        Token operator = tokens.take();
        count(operator);
        if (operator.kind() == Token.Kind.NAME && operator.text().equals("in")) {
            return in(field.get());
        }
        Optional<Operator> known =
                operator.kind() == Token.Kind.SIGN ? Operator.find(operator.text()) : Optional.empty();
        if (known.isEmpty()) {
            throw new RuleSyntaxException(
                    operator.at(),
                    "expected one of == != < <= > >= in after " + name.text() + ", but found " + operator.shown());
        }
        return compare(field.get(), known.get(), operator, tokens.take());
    }

    /** A name that differs from a known one only in the unit at its end is another mistake than a misspelt one. What has no unit has none there. */
    private RuleSyntaxException unknown(Token name) {
        String advice = Advice.nearest(name.text(), fields.names());
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
                advice);
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
        tokens.expect("(");
        List<Condition> numbers = new ArrayList<>();
        List<String> texts = new ArrayList<>();
        do {
            Token literal = tokens.take();
            count(literal);
            if (field.isNumber()) {
                numbers.add(new Condition.Compare(field, Operator.EQUAL, number(field, literal)));
            } else {
                texts.add(text(field, literal));
            }
        } while (tokens.takeIf(","));
        tokens.expect(")");
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
        if (!field.labels().isEmpty() && !field.labels().contains(literal.text())) {
            throw new RuleSyntaxException(
                    literal.at(),
                    "unknown-name",
                    field.name() + " is never " + literal.shown() + "; it is one of "
                            + String.join(", ", field.labels()),
                    NearestName.of(literal.text(), field.labels())
                            .map(name -> "did you mean \"" + name + "\"?")
                            .orElse(""));
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
