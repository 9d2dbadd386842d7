package org.headroom.feeds.line;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import org.headroom.rules.policy.Policy;
import org.headroom.rules.policy.ScoreBlock;
import org.headroom.rules.rule.CheckedRule;
import org.headroom.rules.rule.Proportion;
import org.headroom.rules.rule.RuleAction;

/** The rules of a policy that hold for a site, and those that cannot be told, with their reasons. */
final class RuleLines {
    private final Policy policy;

    RuleLines(Policy policy) {
        this.policy = policy;
    }

    /** Two arrays: gates that are not passed, and rules that add to or take from the score or the tier. */
    void write(ScoreBlock scores, int site, JsonGenerator json) throws IOException {
        json.writeArrayFieldStart("gates");
        for (CheckedRule rule : policy.rules()) {
            if (rule.isGate()) {
                gate(rule, scores, site, json);
            }
        }
        json.writeEndArray();
        json.writeArrayFieldStart("adjustments");
        for (CheckedRule rule : policy.rules()) {
            if (scores.isFired(site, rule.index())) {
                for (RuleAction action : rule.actions()) {
                    if (!action.kind().isGate()) {
                        adjustment(rule, action, scores, site, json);
                    }
                }
            }
        }
        json.writeEndArray();
    }

    private static void gate(CheckedRule rule, ScoreBlock scores, int site, JsonGenerator json) throws IOException {
        boolean isFired = scores.isFired(site, rule.index());
        if (!isFired && !scores.isUndecided(site, rule.index())) {
            return;
        }
        for (RuleAction action : rule.actions()) {
            if (action.kind().isGate()) {
                json.writeStartObject();
                json.writeStringField("gate", rule.gate());
                json.writeStringField("rule", rule.name());
                json.writeStringField("answer", isFired ? rule.answer().name() : "UNKNOWN");
                json.writeStringField("code", action.code());
                json.writeStringField("reason", isFired ? action.reason() : "cannot tell: " + rule.name());
                json.writeEndObject();
            }
        }
    }

    private void adjustment(CheckedRule rule, RuleAction action, ScoreBlock scores, int site, JsonGenerator json)
            throws IOException {
        json.writeStartObject();
        json.writeStringField("rule", rule.name());
        json.writeStringField("kind", action.kind().name());
        Proportion in = action.proportion();
        if (in == null) {
            json.writeNumberField("amount", action.amount());
        } else {
            amounts(rule, scores, site, json);
            json.writeStringField("inProportion", in.text());
        }
        json.writeStringField("reason", action.reason());
        json.writeEndObject();
    }

    /** The amount is the least, and the most stands beside it where that is another. Several of one rule are told together. */
    private void amounts(CheckedRule rule, ScoreBlock scores, int site, JsonGenerator json) throws IOException {
        int at = policy.rulesInProportion().indexOf(rule);
        double one = Math.abs(scores.leastPoints(at, site));
        double other = Math.abs(scores.mostPoints(at, site));
        json.writeNumberField("amount", Math.min(one, other));
        if (one != other) {
            json.writeNumberField("amountAtMost", Math.max(one, other));
        }
    }
}
