package org.headroom.report.data;

import java.util.ArrayList;
import java.util.List;
import org.headroom.model.GateAnswer;
import org.headroom.rules.policy.Policy;
import org.headroom.runs.RunColumns;
import org.headroom.runs.exclusion.ExclusionCount;
import org.headroom.runs.table.GateReasons;

/**
 * Sites that one rule excludes; a site that several exclude counts with the first.
 *
 * @param code code of the rule
 * @param reason its reason in words
 * @param sites how many
 * @param rows the first of them that have a row
 */
public record Excluded(String code, String reason, long sites, List<Integer> rows) {
    private static final int MOST_ROWS = 10;

    public Excluded {
        rows = List.copyOf(rows);
    }

    /** Counts them, the rule with most sites first. */
    static List<Excluded> of(RunColumns run, Policy policy, GateReasons reasons, SiteColumns columns) {
        List<String> codes = reasons.exclusionCodes();
        List<List<Integer>> rows = rows(run, reasons, columns, codes.size());
        return ExclusionCount.of(run, policy).stream()
                .map(count -> new Excluded(
                        count.code(), count.reason(), count.sites(), rows.get(codes.indexOf(count.code()))))
                .toList();
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
}
