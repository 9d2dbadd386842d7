package org.headroom.jobs.store;

import java.nio.ByteBuffer;
import java.nio.DoubleBuffer;
import java.nio.LongBuffer;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.function.IntToDoubleFunction;
import java.util.function.IntUnaryOperator;
import org.headroom.model.GateAnswer;
import org.headroom.rules.Policy;
import org.headroom.rules.ScoreBlock;

/**
 * The scores of every site, on disk: bounds, ranking score, confidence, gate, tier, the bits of the rules that hold and of those that
 * are undecided, the score of each family and the answer of each gate. Blocks are written in place; several threads may write
 * different blocks.
 */
public final class ScoreFile implements AutoCloseable {
    private static final int LOWER = 0;
    private static final int UPPER = 1;
    private static final int RANKING = 2;
    private static final int CONFIDENCE = 3;
    private static final int GATE = 4;
    private static final int TIER = 5;
    private static final int FIRED = 6;
    private static final int UNDECIDED = 7;
    private static final int FAMILIES = 8;

    private final ColumnsFile file;
    private final int sites;
    private final int families;
    private final int gates;
    private final int words;

    private ScoreFile(ColumnsFile file, int sites, Policy policy) {
        this.file = file;
        this.sites = sites;
        this.families = policy.families().size();
        this.gates = policy.gates().size();
        this.words = words(policy);
    }

    /** Opens a file for writing, and makes it at full length when it is missing. */
    public static ScoreFile openForWriting(Path path, int sites, Policy policy) {
        return new ScoreFile(ColumnsFile.openForWriting(path, sites, widths(policy)), sites, policy);
    }

    /** Opens a complete file that was written with the same policy for reading. */
    public static ScoreFile openForReading(Path path, int sites, Policy policy) {
        return new ScoreFile(ColumnsFile.openForReading(path, sites, widths(policy)), sites, policy);
    }

    private static int words(Policy policy) {
        return policy.newScoreBlock(1).storage().wordsPerSite();
    }

    private static int[] widths(Policy policy) {
        int fixed = FAMILIES + policy.families().size();
        int[] widths = new int[fixed + policy.gates().size()];
        Arrays.fill(widths, 0, fixed, Double.BYTES);
        Arrays.fill(widths, fixed, widths.length, 1);
        widths[GATE] = 1;
        widths[TIER] = 1;
        widths[FIRED] = Long.BYTES * words(policy);
        widths[UNDECIDED] = Long.BYTES * words(policy);
        return widths;
    }

    /** Writes the first {@code count} sites of a block at the place of a site. */
    public void write(long firstSite, int count, ScoreBlock block) {
        ScoreBlock.Storage s = block.storage();
        file.region(LOWER).writeDoubles(firstSite, count, s.lower());
        file.region(UPPER).writeDoubles(firstSite, count, s.upper());
        file.region(RANKING).writeDoubles(firstSite, count, s.ranking());
        file.region(CONFIDENCE).writeDoubles(firstSite, count, s.confidence());
        file.region(GATE).writeBytes(firstSite, count, s.gate());
        file.region(TIER).writeBytes(firstSite, count, s.tier());
        file.region(FIRED).writeLongs(firstSite, count, s.fired());
        file.region(UNDECIDED).writeLongs(firstSite, count, s.undecided());
        for (int family = 0; family < families; family++) {
            file.region(FAMILIES + family).writeDoubles(firstSite, count, s.families()[family]);
        }
        for (int gate = 0; gate < gates; gate++) {
            file.region(FAMILIES + families + gate).writeBytes(firstSite, count, s.gateAnswers()[gate]);
        }
    }

    /** Reads one site into the first place of a block. */
    public void readOne(int site, ScoreBlock block) {
        ScoreBlock.Storage s = block.storage();
        s.lower()[0] = file.region(LOWER).read(site, 1).getDouble();
        s.upper()[0] = file.region(UPPER).read(site, 1).getDouble();
        s.ranking()[0] = file.region(RANKING).read(site, 1).getDouble();
        s.confidence()[0] = file.region(CONFIDENCE).read(site, 1).getDouble();
        s.gate()[0] = file.region(GATE).read(site, 1).get();
        s.tier()[0] = file.region(TIER).read(site, 1).get();
        file.region(FIRED).read(site, 1).asLongBuffer().get(s.fired(), 0, words);
        file.region(UNDECIDED).read(site, 1).asLongBuffer().get(s.undecided(), 0, words);
        for (int family = 0; family < families; family++) {
            s.families()[family][0] =
                    file.region(FAMILIES + family).read(site, 1).getDouble();
        }
        for (int gate = 0; gate < gates; gate++) {
            s.gateAnswers()[gate][0] =
                    file.region(FAMILIES + families + gate).read(site, 1).get();
        }
    }

    /** Lower bounds of the scores, for random reading. */
    public IntToDoubleFunction lowers() {
        return doubles(LOWER);
    }

    /** Upper bounds of the scores, for random reading. */
    public IntToDoubleFunction uppers() {
        return doubles(UPPER);
    }

    /** Scores that sites are ranked by, for random reading. */
    public IntToDoubleFunction rankings() {
        return doubles(RANKING);
    }

    /** Shares of the weight that rest on known data, for random reading. */
    public IntToDoubleFunction confidences() {
        return doubles(CONFIDENCE);
    }

    /** Scores of one family, 0 to 1 or NaN, for random reading. */
    public IntToDoubleFunction families(int family) {
        return doubles(FAMILIES + family);
    }

    /** Ordinals of {@link GateAnswer}, all gates together, for random reading. */
    public IntUnaryOperator gates() {
        ByteBuffer values = file.region(GATE).map(sites);
        return values::get;
    }

    /** Tiers, for random reading. */
    public IntUnaryOperator tiers() {
        ByteBuffer values = file.region(TIER).map(sites);
        return values::get;
    }

    /** Tells for a site and a rule whether the rule holds. */
    public RuleBit fired() {
        return bits(FIRED);
    }

    /** Tells for a site and a rule whether it is undecided. */
    public RuleBit undecided() {
        return bits(UNDECIDED);
    }

    /** A bit for each site and rule. */
    @FunctionalInterface
    public interface RuleBit {
        boolean isSet(int site, int rule);
    }

    private RuleBit bits(int column) {
        LongBuffer values = file.region(column).map(sites).asLongBuffer();
        return (site, rule) -> (values.get(site * words + (rule >>> 6)) & 1L << rule) != 0;
    }

    private IntToDoubleFunction doubles(int column) {
        DoubleBuffer values = file.region(column).map(sites).asDoubleBuffer();
        return values::get;
    }

    /** Makes all that was written durable. */
    public void force() {
        file.force();
    }

    @Override
    public void close() {
        file.close();
    }
}
