package org.headroom.runs.table;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.headroom.model.GateAnswer;
import org.headroom.rules.policy.Policy;
import org.headroom.rules.rule.CheckedRule;
import org.headroom.rules.rule.RuleAction;
import org.headroom.runs.store.ScoreFile;

/**
 * Says in one line why a site does not pass its gates, from the rules that hold and those that are undecided. Many sites have the same rules,
 * so each line is made once. Safe for several threads once made.
 */
public final class GateReasons {
    private static final int BLOCK = 1 << 12;

    private final List<CheckedRule> gateRules;
    private final ScoreFile scores;
    private final int words;
    private final long[] gateBits;
    private final List<String> exclusionCodes;
    private final Map<Holding, Integer> codes = new HashMap<>();
    private final List<String> texts = new ArrayList<>();

    /**
     * @param policy the policy that gave the scores
     * @param words as many as {@link ScoreFile#wordsPerSite}
     */
    public GateReasons(Policy policy, ScoreFile scores, int words) {
        this.gateRules = policy.rules().stream().filter(CheckedRule::isGate).toList();
        this.scores = scores;
        this.words = words;
        this.gateBits = new long[words];
        gateRules.forEach(rule -> gateBits[rule.index() >>> 6] |= 1L << rule.index());
        this.exclusionCodes = gateRules.stream()
                .filter(rule -> rule.answer() == GateAnswer.FAIL)
                .map(GateReasons::code)
                .distinct()
                .toList();
    }

    private static String code(CheckedRule excluding) {
        return excluding.actions().stream()
                .filter(action -> action.kind() == RuleAction.Kind.EXCLUDE)
                .map(RuleAction::code)
                .findFirst()
                .orElseThrow();
    }

    /** Codes of the rules that exclude, by the codes of {@link #readExclusions}. */
    public List<String> exclusionCodes() {
        return exclusionCodes;
    }

    /** Reads for each site which rule is the first that excludes it, by the place of its code; -1 for none. */
    public void readExclusions(int first, int count, int[] exclusions) {
        long[] fired = new long[count * words];
        scores.readFired(first, count, fired);
        Arrays.fill(exclusions, 0, count, -1);
        for (CheckedRule rule : gateRules) {
            if (rule.answer() == GateAnswer.FAIL) {
                int code = exclusionCodes.indexOf(code(rule));
                for (int site = 0; site < count; site++) {
                    if (exclusions[site] < 0 && isSet(fired, site, rule)) {
                        exclusions[site] = code;
                    }
                }
            }
        }
    }

    /** Looks at all sites and makes every line that is needed, before {@link #texts} and {@link #readTexts}. */
    void collect(int sites) {
        for (int first = 0; first < sites; first += BLOCK) {
            collect(first, Math.min(BLOCK, sites - first));
        }
    }

    /** As {@link #collect(int)}, for some sites. */
    public void collect(int first, int count) {
        long[] fired = new long[count * words];
        long[] undecided = new long[count * words];
        scores.readFired(first, count, fired);
        scores.readUndecided(first, count, undecided);
        for (int site = 0; site < count; site++) {
            Holding holding = holding(fired, undecided, site);
            if (holding.any() && !codes.containsKey(holding)) {
                codes.put(holding, texts.size());
                texts.add(text(fired, undecided, site));
            }
        }
    }

    /** The lines, by the codes of {@link #readTexts}. */
    public List<String> texts() {
        return texts;
    }

    /** Reads for each site which line it has: -1 when every gate is passed. */
    public void readTexts(int first, int count, int[] lines) {
        long[] fired = new long[count * words];
        long[] undecided = new long[count * words];
        scores.readFired(first, count, fired);
        scores.readUndecided(first, count, undecided);
        for (int site = 0; site < count; site++) {
            lines[site] = codes.getOrDefault(holding(fired, undecided, site), -1);
        }
    }

    /** The reasons of all gate rules that hold, then the gates that are undecided. */
    private String text(long[] fired, long[] undecided, int site) {
        List<String> reasons = new ArrayList<>();
        for (CheckedRule rule : gateRules) {
            if (isSet(fired, site, rule)) {
                rule.actions().stream()
                        .filter(action -> action.kind().isGate())
                        .forEach(action -> reasons.add(action.reason()));
            }
        }
        for (CheckedRule rule : gateRules) {
            if (isSet(undecided, site, rule)) {
                reasons.add("cannot tell: " + rule.name());
            }
        }
        return String.join("; ", reasons);
    }

    private boolean isSet(long[] bits, int site, CheckedRule rule) {
        return (bits[site * words + (rule.index() >>> 6)] & 1L << rule.index()) != 0;
    }

    private Holding holding(long[] fired, long[] undecided, int site) {
        long[] bits = new long[2 * words];
        for (int word = 0; word < words; word++) {
            bits[word] = fired[site * words + word] & gateBits[word];
            bits[words + word] = undecided[site * words + word] & gateBits[word];
        }
        return new Holding(bits);
    }

    /** Gate rules that hold or may hold. */
    private record Holding(
            @SuppressWarnings("ArrayRecordComponent") long[] bits) {
        boolean any() {
            return Arrays.stream(bits).anyMatch(word -> word != 0);
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Holding holding && Arrays.equals(bits, holding.bits);
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(bits);
        }
    }
}
