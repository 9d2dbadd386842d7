package org.headroom.rules.drl;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.headroom.model.NearestName;
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
            throw new RuleSyntaxException(
                    target.at(),
                    "an action may only call the site, as in " + site + ".bonus(2, \"reason\"), but found "
                            + target.shown());
        }
        tokens.expect(".");
        Token method = tokens.take();
        if (method.kind() != Token.Kind.NAME || !METHODS.contains(method.text())) {
            throw new RuleSyntaxException(
                    method.at(),
                    "unknown-name",
                    "the action " + method.shown() + " is not one of " + String.join(", ", METHODS),
                    NearestName.of(method.text(), METHODS)
                            .map(name -> "did you mean \"" + name + "\"?")
                            .orElse(""));
        }
        tokens.expect("(");
        RuleAction.Kind kind = RuleAction.Kind.valueOf(method.text().toUpperCase(Locale.ROOT));
        Token first = tokens.take();
        boolean givesPoints = kind == RuleAction.Kind.BONUS || kind == RuleAction.Kind.MALUS;
        Proportion proportion = givesPoints ? ProportionParser.read(first, tokens, fields) : null;
        tokens.expect(",");
        Token reason = tokens.expect(Token.Kind.STRING, "the reason, a text in quotes");
        tokens.expect(")");
        tokens.expect(";");
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
            throw new RuleSyntaxException(
                    token.at(),
                    "the code " + token.shown() + " must be a text of 2 to 40 capitals, digits and underscores, such as"
                            + " \"MORATORIUM_IN_FORCE\"");
        }
        return token.text();
    }

    private static double amount(RuleAction.Kind kind, Token token) throws RuleSyntaxException {
        double amount = token.kind() == Token.Kind.NUMBER ? Double.parseDouble(token.text()) : Double.NaN;
        if (kind == RuleAction.Kind.TIER) {
            if (!(amount >= 1 && amount <= WORST_TIER && amount == Math.rint(amount))) {
                throw new RuleSyntaxException(
                        token.at(), "the tier " + token.shown() + " must be a whole number from 1 to " + WORST_TIER);
            }
        } else if (!(amount > 0 && amount <= MAX_POINTS)) {
            throw new RuleSyntaxException(
                    token.at(), "the points " + token.shown() + " must be a number above 0 and at most 100");
        }
        return amount;
    }
}
