package org.headroom.report.data;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.headroom.model.GateAnswer;
import org.headroom.rules.policy.Policy;
import org.headroom.rules.rule.CheckedRule;
import org.headroom.rules.rule.RuleAction;
import org.headroom.runs.RunColumns;
import org.headroom.runs.table.GateReasons;

/**
 * Sites that one rule excludes; a site that several exclude counts with the first.
 *
 * @param code code of the rule
 * @param reason its reason in words
 * @param sites how many
 * @param rows the first of them that have a row
 */
public record Excluded(String code, String reason, int sites, List<Integer> rows) {
    private static final int MOST_ROWS = 10;

    public Excluded {
        rows = List.copyOf(rows);
    }

    /** Counts them, the rule with most sites first. */
    static List<Excluded> of(RunColumns run, Policy policy, GateReasons reasons, SiteColumns columns) {
        List<String> codes = reasons.exclusionCodes();
        int[] counts = new int[codes.size()];
        int[] read = new int[Gatherer.BLOCK];
        for (int first = 0; first < run.size(); first += Gatherer.BLOCK) {
            int count = Math.min(Gatherer.BLOCK, run.size() - first);
            reasons.readExclusions(first, count, read);
            for (int i = 0; i < count; i++) {
                if (read[i] >= 0) {
                    counts[read[i]]++;
                }
            }
        }
        List<Excluded> excluded = new ArrayList<>();
        List<List<Integer>> rows = rows(run, reasons, columns, codes.size());
        for (int code = 0; code < counts.length; code++) {
            if (counts[code] > 0) {
                excluded.add(
                        new Excluded(codes.get(code), reason(policy, codes.get(code)), counts[code], rows.get(code)));
            }
        }
        excluded.sort(Comparator.comparingInt(Excluded::sites).reversed());
        return excluded;
    }

    private static List<List<Integer>> rows(RunColumns run, GateReasons reasons, SiteColumns columns, int codes) {
        List<List<Integer>> rows = new ArrayList<>();
        for (int code = 0; code < codes; code++) {
            rows.add(new ArrayList<>());
        }
        int[] site = new int[1];
        int[] code = new int[1];
        for (int row = 0; row < columns.texts(); row++) {
            if (columns.gate(row) == GateAnswer.FAIL) {
                run.order().read(row, 1, site);
                reasons.readExclusions(site[0], 1, code);
                if (code[0] >= 0 && rows.get(code[0]).size() < MOST_ROWS) {
                    rows.get(code[0]).add(row);
                }
            }
        }
        return rows;
    }

    private static String reason(Policy policy, String code) {
        for (CheckedRule rule : policy.rules()) {
            for (RuleAction action : rule.actions()) {
                if (action.kind() == RuleAction.Kind.EXCLUDE && action.code().equals(code)) {
                    return action.reason();
                }
            }
        }
        return "";
    }
}
