package org.headroom.cli.preview;

import java.io.PrintWriter;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.headroom.cli.frame.Surroundings;
import org.headroom.cli.show.Table;
import org.headroom.runs.preview.PolicyRanking;
import org.headroom.runs.preview.RescoredRun;
import org.headroom.runs.preview.RuleHits;
import org.jspecify.annotations.Nullable;

/** At how many sites of a run each rule holds and how each gate answers, for people and for scripts. */
public final class HitsText {
    private HitsText() {}

    /**
     * Prints a table of the gates, one by one, and one of the rules.
     *
     * @param before the ranking with which the numbers are compared; null for none
     */
    public static void print(
            Surroundings surroundings, RescoredRun run, @Nullable PolicyRanking before, PolicyRanking after) {
        PrintWriter out = surroundings.out();
        Map<String, RuleHits.Gate> gatesBefore = new HashMap<>();
        Map<String, RuleHits.Rule> rulesBefore = new HashMap<>();
        if (before != null) {
            before.hits().gates().forEach(gate -> gatesBefore.put(gate.gate(), gate));
            before.hits().rules().forEach(rule -> rulesBefore.put(rule.rule().name(), rule));
        }
        out.println();
        out.println("Each gate by itself, over the " + after.size() + " sites of run "
                + run.run().shownName() + (before == null ? "" : "; was N where it differs"));
        Table gates = new Table("GATE", ">PASS", ">CONDITIONAL", ">UNKNOWN", ">FAIL", ">HIDDEN BY ANOTHER");
        for (RuleHits.Gate gate : after.hits().gates()) {
            RuleHits.Gate was = before == null ? gate : gatesBefore.remove(gate.gate());
            gates.add(
                    gate.gate(),
                    count(gate.pass(), was == null ? null : was.pass()),
                    count(gate.conditional(), was == null ? null : was.conditional()),
                    count(gate.unknown(), was == null ? null : was.unknown()),
                    count(gate.fail(), was == null ? null : was.fail()),
                    count(gate.hidden(), was == null ? null : was.hidden()));
        }
        gates.print(surroundings);
        gatesBefore.keySet().stream().sorted().forEach(gate -> out.println("no longer a gate: " + gate));
        out.println();
        out.println("Each rule: sites at which it holds, cannot be decided, or is outweighed by another rule's answer");
        Table rules = new Table("RULE", ">HOLDS", ">UNDECIDED", ">OUTWEIGHED", "SUCH AS");
        for (RuleHits.Rule rule : after.hits().rules()) {
            RuleHits.Rule was =
                    before == null ? rule : rulesBefore.remove(rule.rule().name());
            rules.add(
                    rule.rule().name(),
                    count(rule.holds(), was == null ? null : was.holds()),
                    count(rule.undecided(), was == null ? null : was.undecided()),
                    count(rule.outweighed(), was == null ? null : was.outweighed()),
                    ids(run, rule).stream().collect(Collectors.joining(", ")));
        }
        rules.print(surroundings);
        rulesBefore.keySet().stream().sorted().forEach(rule -> out.println("no longer a rule: " + rule));
    }

    private static String count(int now, @Nullable Integer was) {
        if (was == null) {
            return now + " (new)";
        }
        return was == now ? Integer.toString(now) : now + " (was " + was + ")";
    }

    private static List<String> ids(RescoredRun run, RuleHits.Rule rule) {
        return rule.best().stream().map(run::siteId).toList();
    }

    /** The same as JSON: a gate. */
    public static Map<String, Object> values(RuleHits.Gate gate) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("gate", gate.gate());
        values.put("pass", gate.pass());
        values.put("conditional", gate.conditional());
        values.put("unknown", gate.unknown());
        values.put("fail", gate.fail());
        values.put("hidden", gate.hidden());
        return values;
    }

    /** The same as JSON: a rule. */
    public static Map<String, Object> values(RescoredRun run, RuleHits.Rule rule) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("rule", rule.rule().name());
        values.put("file", rule.rule().place().text());
        values.put("holds", rule.holds());
        values.put("undecided", rule.undecided());
        values.put("outweighed", rule.outweighed());
        values.put("sites", ids(run, rule));
        return values;
    }
}
