package org.headroom.rules.drl;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.headroom.rules.rule.Proportion;
import org.headroom.rules.rule.RuleAction;
import org.headroom.rules.vocabulary.SiteFields;

/** Reads a consequence: calls of the scoring actions on the bound site with literals, and nothing else. */
final class ActionParser {
    /** Worst tier that a rule may name; excluded sites stand behind it. */
    static final int WORST_TIER = 8;

    private static final List<String> METHODS = List.of("exclude", "conditional", "bonus", "malus", "tier");
    static final double MAX_POINTS = 100;

    private final Tokens tokens;
    private final String site;
    private final SiteFields fields;

    private ActionParser(Tokens tokens, String site, SiteFields fields) {
        this.fields = fields;
        this.tokens = tokens;
        this.site = site;
    }

    /** @param site name to which the pattern binds the site, such as {@code $s} */
    static List<RuleAction> parse(String text, String site, SiteFields fields) throws RuleSyntaxException {
        ActionParser parser = new ActionParser(new Tokens(text), site, fields);
        List<RuleAction> actions = new ArrayList<>();
        while (parser.tokens.peek().kind() != Token.Kind.END) {
            actions.add(parser.action());
        }
        if (actions.isEmpty()) {
            throw new RuleSyntaxException(0, "the rule does nothing: call one of " + String.join(", ", METHODS));
        }
        return actions;
    }

    private RuleAction action() throws RuleSyntaxException {
        Token target = tokens.take();
        if (target.kind() != Token.Kind.NAME || !target.text().equals(site)) {
            throw ActionSlips.target(target, site, METHODS);
        }
        if (!tokens.takeIf(".")) {
            throw new RuleSyntaxException(
                    tokens.peek().at(),
                    "syntax",
                    "a point is missing between " + site + " and "
                            + tokens.peek().shown(),
                    "write as in " + site + ".bonus(2, \"reason\");");
        }
        Token method = tokens.take();
        if (method.kind() != Token.Kind.NAME || !METHODS.contains(method.text())) {
            throw new RuleSyntaxException(
                    method.at(),
                    "unknown-name",
                    "the action " + method.shown() + " is not one of " + String.join(", ", METHODS),
                    ActionSlips.nearest(method.text(), METHODS)
                            .map(name -> "did you mean \"" + name + "\"?")
                            .orElse(""));
        }
        tokens.expect("(");
        RuleAction.Kind kind = RuleAction.Kind.valueOf(method.text().toUpperCase(Locale.ROOT));
        Token first = tokens.take();
        boolean givesPoints = kind == RuleAction.Kind.BONUS || kind == RuleAction.Kind.MALUS;
        Proportion proportion = givesPoints ? ProportionParser.read(first, tokens, fields) : null;
        if (!kind.isGate() && proportion == null) {
            amount(kind, first);
        }
        if (!tokens.takeIf(",")) {
            throw ActionSlips.behindFirst(kind, first, tokens.peek(), site + "." + method.text());
        }
        Token reason = tokens.take();
        if (reason.kind() != Token.Kind.STRING) {
            throw ActionSlips.reason(first, reason);
        }
        for (String end : List.of(")", ";")) {
            Token last = tokens.before(1);
            if (!tokens.takeIf(end)) {
                throw ActionSlips.end(end, last, tokens.peek());
            }
        }
        if (reason.text().isBlank() || reason.text().length() > 200) {
            throw new RuleSyntaxException(reason.at(), "the reason must have 1 to 200 characters");
        }
        return kind.isGate()
                ? new RuleAction(kind, code(first), 0, reason.text())
                : new RuleAction(
                        kind,
                        "",
                        proportion == null ? amount(kind, first) : proportion.most(),
                        reason.text(),
                        proportion);
    }

    private static String code(Token token) throws RuleSyntaxException {
        if (token.kind() != Token.Kind.STRING || !token.text().matches("[A-Z][A-Z0-9_]{1,39}")) {
            throw ActionSlips.code(token);
        }
        return token.text();
    }

    private double amount(RuleAction.Kind kind, Token token) throws RuleSyntaxException {
        double amount = token.kind() == Token.Kind.NUMBER ? Double.parseDouble(token.text()) : Double.NaN;
        if (kind == RuleAction.Kind.TIER) {
            if (!(amount >= 1 && amount <= WORST_TIER && amount == Math.rint(amount))) {
                throw new RuleSyntaxException(
                        token.at(), "the tier " + token.shown() + " must be a whole number from 1 to " + WORST_TIER);
            }
        } else if (!(amount > 0 && amount <= MAX_POINTS)) {
            throw ActionSlips.points(kind, token, site);
        }
        return amount;
    }
}
