package org.headroom.rules.drl;

import java.util.Optional;
import org.headroom.rules.rule.Proportion;
import org.headroom.rules.vocabulary.SiteField;
import org.headroom.rules.vocabulary.SiteFields;
import org.jspecify.annotations.Nullable;

/** Reads points in proportion: {@code 0.02 per MW of contractedCapacityMw above 20, at most 5}. */
final class ProportionParser {
    private static final String SHAPE =
            "write it as in bonus(0.02 per MW of contractedCapacityMw, at most 5, \"reason\")";

    private final Tokens tokens;
    private final SiteFields fields;

    private ProportionParser(Tokens tokens, SiteFields fields) {
        this.tokens = tokens;
        this.fields = fields;
    }

    /** What follows the first figure of a call; null when no {@code per} follows, and then nothing is taken. */
    static @Nullable Proportion read(Token first, Tokens tokens, SiteFields fields) throws RuleSyntaxException {
        Token sign = tokens.peek();
        if (sign.is("*") || sign.is("/") || sign.is("+") || sign.is("-")) {
            throw new RuleSyntaxException(first.at(), "not-allowed", "points are not worked out by a formula", SHAPE);
        }
        return tokens.takeWord("per") ? new ProportionParser(tokens, fields).rest(first) : null;
    }

    private Proportion rest(Token first) throws RuleSyntaxException {
        double points = positive(first, "the points for each step");
        Token figure = tokens.peek();
        double step = figure.kind() == Token.Kind.NUMBER ? positive(tokens.take(), "the step") : 1;
        Token unitAt = tokens.peek();
        StringBuilder unit = new StringBuilder();
        while (!tokens.takeWord("of")) {
            Token part = tokens.take();
            if (part.kind() == Token.Kind.END || part.is(",") || part.is(";")) {
                throw new RuleSyntaxException(
                        part.at(), "not-allowed", "expected the unit and \"of\", but found " + part.shown(), SHAPE);
            }
            unit.append(part.text());
        }
        SiteField field = field(figure, unitAt, unit.toString());
        double from = 0;
        boolean isBelow = tokens.takeWord("below");
        if (isBelow || tokens.takeWord("above")) {
            from = ConditionParser.number(field, tokens.take());
        }
        tokens.expect(",");
        if (!tokens.takeWord("at") || !tokens.takeWord("most")) {
            throw new RuleSyntaxException(
                    tokens.peek().at(),
                    "not-allowed",
                    "points in proportion need a limit, but \"at most\" is missing before "
                            + tokens.peek().shown(),
                    SHAPE);
        }
        Token limit = tokens.take();
        double most = positive(limit, "the limit");
        if (most > ActionParser.MAX_POINTS) {
            throw new RuleSyntaxException(limit.at(), "the limit " + limit.shown() + " must be at most 100 points");
        }
        return new Proportion(points, step, field, from, isBelow, most);
    }

    private SiteField field(Token figure, Token unitAt, String unit) throws RuleSyntaxException {
        Token name = tokens.expect(Token.Kind.NAME, "the name of a criterion or site attribute");
        Optional<SiteField> field = fields.find(name.text());
        if (field.isEmpty()) {
            throw ConditionParser.unknown(name, fields);
        }
        if (!field.get().isNumber()) {
            throw new RuleSyntaxException(
                    name.at(),
                    "type-mismatch",
                    name.text() + " holds " + ConditionParser.holds(field.get())
                            + ", to which nothing is in proportion",
                    "name a number");
        }
        String own = field.get().unit();
        boolean fits = own.equals("1") ? unit.isEmpty() || unit.equals("1") : unit.equals(own.replace(" ", ""));
        if (!fits) {
            throw new RuleSyntaxException(
                    unitAt.at(),
                    "unit-mismatch",
                    name.text() + " is " + (own.equals("1") ? "a plain number" : "in " + own)
                            + (unit.isEmpty() ? ", and no unit stands here" : ", not in \"" + unit + "\""),
                    "write per "
                            + (figure.kind() == Token.Kind.NUMBER ? figure.text() + " " : own.equals("1") ? "1 " : "")
                            + (own.equals("1") ? "" : own + " ") + "of " + name.text());
        }
        return field.get();
    }

    private static double positive(Token token, String what) throws RuleSyntaxException {
        double value = token.kind() == Token.Kind.NUMBER ? Double.parseDouble(token.text()) : Double.NaN;
        if (!(value > 0)) {
            throw new RuleSyntaxException(token.at(), what + " must be a number above 0, but found " + token.shown());
        }
        return value;
    }
}
