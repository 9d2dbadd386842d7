package org.headroom.rules.policy;

import org.headroom.model.GateAnswer;
import org.headroom.rules.fact.RuleBits;
import org.headroom.rules.outcome.Tiers;

/**
 * The scores of a block of sites, column by column. Made by {@link Policy#newScoreBlock}, filled by {@link Scorer#score}. Not safe for
 * several threads.
 */
public final class ScoreBlock {
    /** Tier of a site that is excluded. */
    public static final int EXCLUDED_TIER = Tiers.EXCLUDED;

    private static final GateAnswer[] ANSWERS = GateAnswer.values();

    private final int capacity;
    final double[] lower;
    final double[] upper;
    final double[] ranking;
    final double[] confidence;
    final double[][] families;
    final byte[] gate;
    final byte[][] gateAnswers;
    final byte[] tier;
    final RuleBits fired;
    final RuleBits undecided;
    final RuleBits expected;
    final RuleBits open;
    final double[][] leastPoints;
    final double[][] mostPoints;
    final double[][] expectedPoints;

    ScoreBlock(int capacity, int rules, int gates, int familyCount, int inProportion) {
        this.capacity = capacity;
        lower = new double[capacity];
        upper = new double[capacity];
        ranking = new double[capacity];
        confidence = new double[capacity];
        families = new double[familyCount][capacity];
        gate = new byte[capacity];
        gateAnswers = new byte[gates][capacity];
        tier = new byte[capacity];
        fired = new RuleBits(capacity, rules);
        undecided = new RuleBits(capacity, rules);
        expected = new RuleBits(capacity, rules);
        open = new RuleBits(capacity, rules);
        leastPoints = new double[inProportion][capacity];
        mostPoints = new double[inProportion][capacity];
        expectedPoints = new double[inProportion][capacity];
    }

    public int capacity() {
        return capacity;
    }

    /** The score if all that is unknown turns out for the worst, within the policy's range. Kept also for excluded sites. */
    public double lower(int site) {
        return lower[site];
    }

    /** The score if all that is unknown turns out for the best. */
    public double upper(int site) {
        return upper[site];
    }

    /** The score that the site is ranked by. */
    public double ranking(int site) {
        return ranking[site];
    }

    /** All gates together. */
    public GateAnswer gate(int site) {
        return ANSWERS[gate[site]];
    }

    /** One gate; the index is its place in {@link Policy#gates}. */
    public GateAnswer gateAnswer(int gateIndex, int site) {
        return ANSWERS[gateAnswers[gateIndex][site]];
    }

    /** 1 is best; {@link #EXCLUDED_TIER} for a site that fails a gate. */
    public int tier(int site) {
        return tier[site];
    }

    /** Whether a rule holds for the site; the index is that of {@link Policy#rules}. */
    public boolean isFired(int site, int rule) {
        return fired.get(site, rule);
    }

    /** Whether it cannot be told if a rule holds, because something that it reads is unknown or an interval. */
    public boolean isUndecided(int site, int rule) {
        return undecided.get(site, rule);
    }

    /**
     * Whether an undecided rule counts as one that holds in what is expected: it holds if all that is unknown is worth what the priors expect of
     * it. Only where the policy ranks by what is expected.
     */
    public boolean isExpected(int site, int rule) {
        return expected.get(site, rule);
    }

    /** Whether a rule stays undecided even so, because it reads something of which the policy does not say what unknown means. */
    public boolean isOpen(int site, int rule) {
        return open.get(site, rule);
    }

    /**
     * Lower bound of one module's criteria alone, 0 to 1: their values weighted by their weights. NaN when all of them are unknown, or
     * when the policy gives the module no weight. The index is the module's place in {@link Policy#families}.
     */
    public double family(int familyIndex, int site) {
        return families[familyIndex][site];
    }

    /** Share of the weight whose measurements are known and no fallback, 0 to 1. */
    public double confidenceFraction(int site) {
        return confidence[site];
    }

    /**
     * The fewest points that a rule gives a site, if it holds; the index is the rule's place in {@link Policy#rulesInProportion}. 0 for a site for
     * which it does not hold for sure.
     */
    public double leastPoints(int ruleInProportion, int site) {
        return leastPoints[ruleInProportion][site];
    }

    /** The most points that such a rule gives a site, if it holds. */
    public double mostPoints(int ruleInProportion, int site) {
        return mostPoints[ruleInProportion][site];
    }

    /** The points that such a rule is expected to give a site, if it holds. */
    public double expectedPoints(int ruleInProportion, int site) {
        return expectedPoints[ruleInProportion][site];
    }

    /** The arrays themselves, for writing a block to disk and reading it back. */
    public Storage storage() {
        return new Storage(
                lower,
                upper,
                ranking,
                confidence,
                families,
                gate,
                gateAnswers,
                tier,
                fired.storage(),
                undecided.storage(),
                expected.storage(),
                open.storage(),
                leastPoints,
                mostPoints,
                expectedPoints,
                fired.wordsPerSite());
    }

    /**
     * The arrays of a block; only the first sites of a block that is not full count.
     *
     * @param lower lower bounds of the score
     * @param upper upper bounds
     * @param ranking scores that sites are ranked by
     * @param confidence confidence fractions
     * @param families lower bounds by family, then site
     * @param gate ordinals of {@link GateAnswer}
     * @param gateAnswers ordinals of {@link GateAnswer} by gate, then site
     * @param tier tiers
     * @param fired bits of the rules that hold, {@code wordsPerSite} words for each site
     * @param undecided bits of the undecided rules
     * @param expected bits of the undecided rules that hold in what is expected
     * @param open bits of the rules that are undecided even so
     * @param leastPoints fewest points of the rules whose points are in proportion, by rule, then site
     * @param mostPoints most points of these rules
     * @param expectedPoints points that these rules are expected to give
     * @param wordsPerSite words of rule bits for each site
     */
    @SuppressWarnings("ArrayRecordComponent") // views, never compared
    public record Storage(
            double[] lower,
            double[] upper,
            double[] ranking,
            double[] confidence,
            double[][] families,
            byte[] gate,
            byte[][] gateAnswers,
            byte[] tier,
            long[] fired,
            long[] undecided,
            long[] expected,
            long[] open,
            double[][] leastPoints,
            double[][] mostPoints,
            double[][] expectedPoints,
            int wordsPerSite) {}
}
