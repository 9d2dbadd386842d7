package org.headroom.runs.exclusion;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.headroom.model.GateAnswer;
import org.headroom.rules.policy.Policy;
import org.headroom.rules.rule.RuleAction;
import org.headroom.runs.RunColumns;
import org.headroom.runs.table.GateReasons;

/**
 * How many sites of a run a reason excludes. A site that several rules exclude counts for the first of them in the policy, so the counts sum to the
 * number of excluded sites.
 *
 * @param code code of the exclusion in the policy, such as {@code MORATORIUM_IN_FORCE}
 * @param reason the same in words
 * @param sites at least 1
 */
public record ExclusionCount(String code, String reason, long sites) {
    private static final int BLOCK = 1 << 12;

    /**
     * Counts.
     *
     * @param policy the policy of the run; its rules need not be compiled
     * @return the largest count first
     */
    public static List<ExclusionCount> of(RunColumns run, Policy policy) {
        GateReasons reasons = new GateReasons(policy, run.scores(), run.scores().wordsPerSite());
        List<String> codes = reasons.exclusionCodes();
        long[] counts = new long[codes.size()];
        int[] exclusions = new int[BLOCK];
        for (int first = 0; first < run.size(); first += BLOCK) {
            int count = Math.min(BLOCK, run.size() - first);
            reasons.readExclusions(first, count, exclusions);
            for (int site = 0; site < count; site++) {
                if (exclusions[site] >= 0) {
                    counts[exclusions[site]]++;
                }
            }
        }
        Map<String, String> words = words(policy);
        List<ExclusionCount> found = new ArrayList<>();
        for (int code = 0; code < counts.length; code++) {
            if (counts[code] > 0) {
                found.add(new ExclusionCount(codes.get(code), words.getOrDefault(codes.get(code), ""), counts[code]));
            }
        }
        found.sort(Comparator.comparingLong(ExclusionCount::sites).reversed());
        return List.copyOf(found);
    }

    private static Map<String, String> words(Policy policy) {
        Map<String, String> words = new HashMap<>();
        policy.rules().stream()
                .filter(rule -> rule.isGate() && rule.answer() == GateAnswer.FAIL)
                .flatMap(rule -> rule.actions().stream())
                .filter(action -> action.kind() == RuleAction.Kind.EXCLUDE)
                .forEach(action -> words.putIfAbsent(action.code(), action.reason()));
        return words;
    }
}
