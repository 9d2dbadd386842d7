package org.headroom.rules.drl;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.headroom.model.NearestName;
import org.headroom.rules.check.PolicyProblem;
import org.headroom.rules.rule.RuleAction;

/** Words for what people write behind {@code then} that is no action, and for what they can write instead. */
final class ActionSlips {
    private static final String SYNTAX = "syntax";

    /** What other systems call the actions. */
    private static final Map<String, String> MEANT = Map.ofEntries(
            Map.entry("reject", "exclude"),
            Map.entry("deny", "exclude"),
            Map.entry("fail", "exclude"),
            Map.entry("ban", "exclude"),
            Map.entry("remove", "exclude"),
            Map.entry("warn", "conditional"),
            Map.entry("condition", "conditional"),
            Map.entry("add", "bonus"),
            Map.entry("addpoints", "bonus"),
            Map.entry("points", "bonus"),
            Map.entry("score", "bonus"),
            Map.entry("plus", "bonus"),
            Map.entry("subtract", "malus"),
            Map.entry("penalty", "malus"),
            Map.entry("minus", "malus"),
            Map.entry("deduct", "malus"),
            Map.entry("penalise", "malus"),
            Map.entry("penalize", "malus"),
            Map.entry("reward", "bonus"),
            Map.entry("award", "bonus"),
            Map.entry("disqualify", "exclude"),
            Map.entry("forbid", "exclude"),
            Map.entry("settier", "tier"));

    private ActionSlips() {}

    /** The action that a name stands for; empty when none is near. */
    static Optional<String> nearest(String written, List<String> actions) {
        return Optional.ofNullable(MEANT.get(written.toLowerCase(Locale.ROOT)))
                .or(() -> NearestName.of(written, actions));
    }

    /** What is wrong where an action should begin with the site. */
    static RuleSyntaxException target(Token found, String site, List<String> actions) {
        String example = site + ".bonus(2, \"reason\")";
        if (found.kind() == Token.Kind.NAME
                && List.of("else", "elseif").contains(found.text().toLowerCase(Locale.ROOT))) {
            return new RuleSyntaxException(
                    found.at(),
                    SYNTAX,
                    "a rule has no " + found.shown(),
                    "write a second rule with the opposite condition");
        }
        if (found.kind() == Token.Kind.NAME && found.text().equals("end")) {
            return new RuleSyntaxException(found.at(), SYNTAX, "\"end\" stands twice", "take one out");
        }
        String message = "an action may only call the site, as in " + example + ", but found " + found.shown();
        if (found.kind() == Token.Kind.NAME && actions.contains(found.text())) {
            return new RuleSyntaxException(found.at(), SYNTAX, message, "write " + site + "." + found.text() + "(...)");
        }
        if (found.is(";")) {
            return new RuleSyntaxException(found.at(), SYNTAX, "a semicolon stands alone", "take it out");
        }
        return new RuleSyntaxException(found.at(), message);
    }

    /** What is wrong behind the first thing in the brackets of an action, where a comma should stand. */
    static RuleSyntaxException behindFirst(RuleAction.Kind kind, Token first, Token found, String call) {
        if (found.is(")") || first.is(")")) {
            return slip(
                    found,
                    kind.isGate()
                            ? "a code and a reason are needed, and one of them is missing"
                            : "the reason is missing",
                    "write " + call + "(" + (kind.isGate() ? "\"CODE\"" : first.is(")") ? "2" : first.text())
                            + ", \"why\")");
        }
        if (found.kind() == Token.Kind.NAME && first.kind() == Token.Kind.NUMBER) {
            return slip(
                    found, "behind the figure " + first.text() + " stands " + found.shown(), "write the figure alone");
        }
        if (found.kind() == Token.Kind.STRING || found.is(";")) {
            return slip(
                    found,
                    "a comma is missing in front of the reason",
                    "write " + call + "("
                            + (first.kind() == Token.Kind.STRING ? "\"" + first.text() + "\"" : first.text())
                            + ", \"...\")");
        }
        return slip(
                found,
                "behind " + first.shown() + " stands " + found.shown(),
                "write a comma and the reason, a text in quotes");
    }

    /** What is wrong where the reason should stand. */
    static RuleSyntaxException reason(Token first, Token found) {
        if (first.kind() == Token.Kind.NUMBER && found.kind() == Token.Kind.NUMBER) {
            return ConditionSlips.comma(first.text(), found.text(), first.at());
        }
        return slip(
                found,
                found.is(")") || found.kind() == Token.Kind.END
                        ? "the reason is missing"
                        : "the reason is " + found.shown() + ", which is no text in quotes",
                "write why, in quotes");
    }

    /** What is wrong behind a reason, where the action ends. */
    static RuleSyntaxException end(String expected, Token last, Token found) {
        String what = expected.equals(";") ? "semicolon" : "closing bracket";
        if (found.is("+")) {
            return slip(found, "\"+\" stands behind a text", "write one text in one pair of quotes");
        }
        if (expected.equals(")") && found.is(",")) {
            return slip(
                    found,
                    "an action has two things in its brackets, and a third one follows",
                    "take it out, or put the whole reason in one pair of quotes");
        }
        if (expected.equals(")") && found.kind() == Token.Kind.NAME) {
            return slip(found, "the reason ends before " + found.shown(), "a \" within a text is written \\\"");
        }
        int behind = last.at()
                + (last.kind() == Token.Kind.STRING
                        ? last.text().length() + 2
                        : last.text().length());
        return new RuleSyntaxException(
                behind, SYNTAX, "a " + what + " is missing at the end of the action", "write " + expected + " here");
    }

    /** What is wrong with the code of a gate. */
    static RuleSyntaxException code(Token found) {
        if (found.kind() == Token.Kind.NAME && found.text().matches("[A-Z][A-Z0-9_]{1,39}")) {
            return new RuleSyntaxException(
                    found.at(),
                    SYNTAX,
                    "the code " + found.text() + " has no quotes",
                    "write \"" + found.text() + "\"");
        }
        String upper = found.text().strip().toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]+", "_");
        boolean isNear = upper.matches("[A-Z][A-Z0-9_]{1,39}");
        return new RuleSyntaxException(
                found.at(),
                "the code " + found.shown() + " must be a text of 2 to 40 capitals, digits and underscores, such as \""
                        + (isNear ? upper : "MORATORIUM_IN_FORCE") + "\"");
    }

    /** What is wrong with points that are no number above 0 and at most 100. */
    static RuleSyntaxException points(RuleAction.Kind kind, Token found, String site) {
        String message = "the points " + found.shown() + " must be a number above 0 and at most 100";
        if (found.is("+")) {
            return slip(found, "a plus stands in front of the points", "write the figure without it");
        }
        String advice = "";
        if (found.kind() == Token.Kind.NUMBER && found.text().matches("-[0-9.]*[1-9][0-9.]*")) {
            advice = "write " + site + ".malus(" + found.text().substring(1) + ", ...)"
                    + (kind == RuleAction.Kind.MALUS ? ", as a malus takes points away" : "");
        } else if (found.kind() == Token.Kind.STRING && found.text().strip().matches("[0-9]+(\\.[0-9]+)?")) {
            advice = "write " + found.text().strip() + " without quotes";
        } else if (found.kind() == Token.Kind.STRING) {
            advice = "the points come first, then the reason";
        } else if (found.kind() == Token.Kind.NAME) {
            advice = "write a figure, or points in proportion as in " + site
                    + ".bonus(0.02 per MW of contractedCapacityMw, at most 5, \"reason\")";
        }
        return new RuleSyntaxException(found.at(), PolicyProblem.INVALID, message, advice);
    }

    private static RuleSyntaxException slip(Token at, String message, String advice) {
        return new RuleSyntaxException(at.at(), SYNTAX, message, advice);
    }
}
