package org.headroom.runs.preview;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.headroom.model.GateAnswer;
import org.headroom.rules.policy.Policy;
import org.headroom.rules.policy.ScoreBlock;
import org.headroom.rules.rule.CheckedRule;

/**
 * Counts, while the sites of a run are ranked by a policy, at how many each rule holds and how each gate answers. Blocks are taken by several
 * threads; once all were taken it is safe to read for all.
 */
public final class RuleHits {
    /** Sites that are named for a rule. */
    private static final int NAMED = 3;

    private static final int ANSWERS = GateAnswer.values().length;

    private final Policy policy;
    private final List<CheckedRule> rules;
    private final int[] holds;
    private final int[] undecided;
    private final int[] outweighed;
    private final int[][] answers;
    private final int[] hidden;
    private final Best[] best;

    RuleHits(Policy policy) {
        this.policy = policy;
        rules = policy.rules();
        holds = new int[rules.size()];
        undecided = new int[rules.size()];
        outweighed = new int[rules.size()];
        answers = new int[policy.gates().size()][ANSWERS];
        hidden = new int[policy.gates().size()];
        best = new Best[rules.size()];
        Arrays.setAll(best, rule -> new Best());
    }

    /**
     * One rule.
     *
     * @param rule the rule
     * @param holds sites at which it holds
     * @param undecided sites at which it cannot be told, because something that it reads is unknown
     * @param outweighed sites at which it holds and does not show: a gate rule under a severer answer of another rule, points of a site that is
     *     excluded, a tier that is no worse than the one that the site has from another rule
     * @param best places in the store of the best-ranked sites at which it holds, the best first; at most three
     */
    public record Rule(CheckedRule rule, int holds, int undecided, int outweighed, List<Integer> best) {}

    /**
     * One gate, whatever the others say.
     *
     * @param gate its name
     * @param pass sites that pass it
     * @param conditional sites where it answers CONDITIONAL
     * @param unknown sites where it cannot tell
     * @param fail sites that it excludes
     * @param hidden of the sites that do not pass it, those where another gate answers more severely, so that this one is not seen in the answer of
     *     all
     */
    public record Gate(String gate, int pass, int conditional, int unknown, int fail, int hidden) {}

    void take(int first, int count, ScoreBlock scored) {
        RuleHits part = new RuleHits(policy);
        ScoreBlock.Storage from = scored.storage();
        int words = from.wordsPerSite();
        for (int i = 0; i < count; i++) {
            for (int word = 0; word < words; word++) {
                long holding = from.fired()[i * words + word];
                for (long rest = holding; rest != 0; rest &= rest - 1) {
                    part.hold(64 * word + Long.numberOfTrailingZeros(rest), first + i, i, from);
                }
                for (long rest = from.undecided()[i * words + word]; rest != 0; rest &= rest - 1) {
                    int index = 64 * word + Long.numberOfTrailingZeros(rest);
                    if (index < rules.size()) {
                        part.undecided[index]++;
                    }
                }
            }
            for (int gate = 0; gate < answers.length; gate++) {
                byte answer = from.gateAnswers()[gate][i];
                part.answers[gate][answer]++;
                part.hidden[gate] += answer != GateAnswer.PASS.ordinal() && answer < from.gate()[i] ? 1 : 0;
            }
        }
        add(part);
    }

    private void hold(int index, int site, int row, ScoreBlock.Storage from) {
        if (index >= rules.size()) {
            return;
        }
        CheckedRule rule = rules.get(index);
        holds[index]++;
        outweighed[index] += isOutweighed(rule, from.gate()[row], from.tier()[row]) ? 1 : 0;
        best[index].add(from.tier()[row], from.ranking()[row], site);
    }

    private static boolean isOutweighed(CheckedRule rule, byte gate, byte tier) {
        if (rule.isGate()) {
            return rule.answer().ordinal() < gate;
        }
        return gate == GateAnswer.FAIL.ordinal() || rule.points() == 0 && rule.tier() < tier;
    }

    private synchronized void add(RuleHits part) {
        for (int i = 0; i < holds.length; i++) {
            holds[i] += part.holds[i];
            undecided[i] += part.undecided[i];
            outweighed[i] += part.outweighed[i];
            best[i].addAll(part.best[i]);
        }
        for (int gate = 0; gate < answers.length; gate++) {
            hidden[gate] += part.hidden[gate];
            for (int answer = 0; answer < ANSWERS; answer++) {
                answers[gate][answer] += part.answers[gate][answer];
            }
        }
    }

    /** The rules in the policy's order. */
    public List<Rule> rules() {
        List<Rule> all = new ArrayList<>();
        for (int i = 0; i < holds.length; i++) {
            all.add(new Rule(rules.get(i), holds[i], undecided[i], outweighed[i], best[i].sites()));
        }
        return all;
    }

    /** The gates in the policy's order. */
    public List<Gate> gates() {
        List<Gate> all = new ArrayList<>();
        for (int i = 0; i < answers.length; i++) {
            int[] of = answers[i];
            all.add(new Gate(
                    policy.gates().get(i),
                    of[GateAnswer.PASS.ordinal()],
                    of[GateAnswer.CONDITIONAL.ordinal()],
                    of[GateAnswer.UNKNOWN.ordinal()],
                    of[GateAnswer.FAIL.ordinal()],
                    hidden[i]));
        }
        return all;
    }

    /** The best few of the sites that it is given, as a run ranks them: tier, score, place. */
    private static final class Best {
        private final byte[] tiers = new byte[NAMED];
        private final double[] scores = new double[NAMED];
        private final int[] places = new int[NAMED];
        private int size;

        void add(byte tier, double score, int place) {
            if (size == NAMED && !isBefore(tier, score, place, NAMED - 1)) {
                return;
            }
            int at = Math.min(size, NAMED - 1);
            while (at > 0 && isBefore(tier, score, place, at - 1)) {
                tiers[at] = tiers[at - 1];
                scores[at] = scores[at - 1];
                places[at] = places[at - 1];
                at--;
            }
            tiers[at] = tier;
            scores[at] = score;
            places[at] = place;
            size = Math.min(NAMED, size + 1);
        }

        private boolean isBefore(byte tier, double score, int place, int at) {
            if (tier != tiers[at]) {
                return tier < tiers[at];
            }
            return score != scores[at] ? score > scores[at] : place < places[at];
        }

        void addAll(Best other) {
            for (int i = 0; i < other.size; i++) {
                add(other.tiers[i], other.scores[i], other.places[i]);
            }
        }

        List<Integer> sites() {
            List<Integer> all = new ArrayList<>();
            for (int i = 0; i < size; i++) {
                all.add(places[i]);
            }
            return all;
        }
    }
}
