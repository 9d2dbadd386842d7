package org.headroom.runs.store;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.zip.Checksum;
import org.headroom.columns.Column;
import org.headroom.columns.ColumnFile;
import org.headroom.rules.policy.ScoreBlock;

/**
 * The scores of every site, on disk: bounds, what ranks, confidence, gate, tier, the answer of each gate, the bits of the rules that hold, of
 * those that are undecided and of what is expected of these, and the score of each family that somebody asks for. Blocks are written in place; several threads may write
 * different blocks.
 */
public final class ScoreFile implements AutoCloseable {
    private static final int LOWER = 0;
    private static final int GATE = 1;
    private static final int TIER = 2;
    private static final int FIRED = 3;
    private static final int GATES = 4;

    private final ColumnFile file;
    private final ScoreLayout layout;
    private final int gates;
    private final List<String> families;

    private ScoreFile(ColumnFile file, ScoreLayout layout) {
        this.file = file;
        this.layout = layout;
        this.gates = layout.gates().size();
        this.families = layout.families();
    }

    /** Opens a file for writing, and makes it when it is missing. */
    public static ScoreFile openForWriting(Path path, int sites, ScoreLayout layout) {
        return new ScoreFile(ColumnFile.openForWriting(path, sites, widths(layout)), layout);
    }

    /** Ends the writing of a file of which every block was written, so that it can be opened for reading. */
    public static void complete(Path path, int sites, ScoreLayout layout) {
        ColumnFile.complete(path, sites, widths(layout));
    }

    /** Opens a complete file that was written with the same layout for reading. */
    public static ScoreFile openForReading(Path path, int sites, ScoreLayout layout) {
        return new ScoreFile(ColumnFile.openForReading(path, sites, widths(layout)), layout);
    }

    /** What there always is comes first; then what differs from the usual for some; the families, which may be left out, are last. */
    private static int[] widths(ScoreLayout layout) {
        int wordBytes = Long.BYTES * layout.wordsPerSite();
        int gates = layout.gates().size();
        int[] widths = new int
                [GATES
                        + gates
                        + 6
                        + 3 * layout.inProportion()
                        + layout.families().size()];
        widths[LOWER] = Double.BYTES;
        widths[GATE] = 1;
        widths[TIER] = 1;
        widths[FIRED] = wordBytes;
        Arrays.fill(widths, GATES, GATES + gates, 1);
        Arrays.fill(widths, GATES + gates, GATES + gates + 3, wordBytes);
        Arrays.fill(widths, GATES + gates + 3, widths.length, Double.BYTES);
        return widths;
    }

    private Column undecided() {
        return file.column(GATES + gates);
    }

    private Column expected() {
        return file.column(GATES + gates + 1);
    }

    private Column open() {
        return file.column(GATES + gates + 2);
    }

    private Column upper() {
        return file.column(GATES + gates + 3);
    }

    private Column ranking() {
        return file.column(GATES + gates + 4);
    }

    private Column confidence() {
        return file.column(GATES + gates + 5);
    }

    /** @param which 0 for the fewest points of a rule, 1 for the most, 2 for the expected ones */
    private Column points(int ruleInProportion, int which) {
        return file.column(GATES + gates + 6 + 3 * ruleInProportion + which);
    }

    private Column family(int family) {
        return file.column(GATES + gates + 6 + 3 * layout.inProportion() + family);
    }

    /**
     * Writes the first {@code count} sites of a block at the place of a site.
     *
     * @param wantedFamilies families whose scores are kept
     */
    public void write(long firstSite, int count, ScoreBlock block, Set<String> wantedFamilies) {
        ScoreBlock.Storage s = block.storage();
        file.column(LOWER).writeDoubles(firstSite, count, s.lower());
        file.column(GATE).writeBytes(firstSite, count, s.gate());
        file.column(TIER).writeBytes(firstSite, count, s.tier());
        file.column(FIRED).writeLongs(firstSite, count, s.fired());
        for (int gate = 0; gate < gates; gate++) {
            file.column(GATES + gate).writeBytes(firstSite, count, s.gateAnswers()[gate]);
        }
        undecided().writeLongs(firstSite, count, s.undecided());
        expected().writeLongs(firstSite, count, s.expected());
        open().writeLongs(firstSite, count, s.open());
        upper().writeDoubles(firstSite, count, s.upper(), s.lower());
        ranking().writeDoubles(firstSite, count, s.ranking(), s.lower());
        confidence().writeDoubles(firstSite, count, s.confidence(), 1);
        for (int rule = 0; rule < layout.inProportion(); rule++) {
            points(rule, 0).writeDoubles(firstSite, count, s.leastPoints()[rule]);
            points(rule, 1).writeDoubles(firstSite, count, s.mostPoints()[rule]);
            points(rule, 2).writeDoubles(firstSite, count, s.expectedPoints()[rule]);
        }
        for (int family = 0; family < families.size(); family++) {
            if (wantedFamilies.contains(families.get(family))) {
                family(family).writeDoubles(firstSite, count, s.families()[family]);
            }
        }
    }

    /** Reads {@code count} sites into the first places of a block; families that were not kept are 0. */
    public void read(long firstSite, int count, ScoreBlock block) {
        ScoreBlock.Storage s = block.storage();
        file.column(LOWER).readDoubles(firstSite, count, s.lower());
        file.column(GATE).readBytes(firstSite, count, s.gate());
        file.column(TIER).readBytes(firstSite, count, s.tier());
        file.column(FIRED).readLongs(firstSite, count, s.fired());
        for (int gate = 0; gate < gates; gate++) {
            file.column(GATES + gate).readBytes(firstSite, count, s.gateAnswers()[gate]);
        }
        undecided().readLongs(firstSite, count, s.undecided());
        expected().readLongs(firstSite, count, s.expected());
        open().readLongs(firstSite, count, s.open());
        upper().readDoubles(firstSite, count, s.upper(), s.lower());
        ranking().readDoubles(firstSite, count, s.ranking(), s.lower());
        readConfidences(firstSite, count, s.confidence());
        for (int rule = 0; rule < layout.inProportion(); rule++) {
            readPoints(rule, firstSite, count, s.leastPoints()[rule], s.mostPoints()[rule], s.expectedPoints()[rule]);
        }
        for (int family = 0; family < families.size(); family++) {
            family(family).readDoubles(firstSite, count, s.families()[family]);
        }
    }

    /** Reads lower and upper bounds of the scores of {@code count} sites. */
    public void readBounds(long firstSite, int count, double[] lower, double[] upper) {
        file.column(LOWER).readDoubles(firstSite, count, lower);
        upper().readDoubles(firstSite, count, upper, lower);
    }

    /** Reads the scores that {@code count} sites are ranked by. */
    public void readRanking(long firstSite, int count, double[] scores) {
        file.column(LOWER).readDoubles(firstSite, count, scores);
        ranking().readDoubles(firstSite, count, scores, scores);
    }

    /** Reads shares of the weight that rest on known data. */
    public void readConfidences(long firstSite, int count, double[] confidence) {
        confidence().readDoubles(firstSite, count, confidence, 1);
    }

    /** Reads the scores of one family, 0 to 1 or NaN; the family must have been kept. */
    public void readFamily(int family, long firstSite, int count, double[] scores) {
        family(family).readDoubles(firstSite, count, scores);
    }

    /** Reads ordinals of {@link org.headroom.model.GateAnswer}, all gates together. */
    public void readGates(long firstSite, int count, byte[] answers) {
        file.column(GATE).readBytes(firstSite, count, answers);
    }

    /** Reads ordinals of {@link org.headroom.model.GateAnswer} of one gate, by its place in the layout. */
    public void readGate(int gate, long firstSite, int count, byte[] answers) {
        file.column(GATES + gate).readBytes(firstSite, count, answers);
    }

    /** Reads tiers. */
    public void readTiers(long firstSite, int count, byte[] tiers) {
        file.column(TIER).readBytes(firstSite, count, tiers);
    }

    /** Words of rule bits for each site in {@link #readFired} and {@link #readUndecided}. */
    public int wordsPerSite() {
        return layout.wordsPerSite();
    }

    /** Reads the bits of the rules that hold. */
    public void readFired(long firstSite, int count, long[] words) {
        file.column(FIRED).readLongs(firstSite, count, words);
    }

    /** Reads the bits of the undecided rules. */
    public void readUndecided(long firstSite, int count, long[] words) {
        undecided().readLongs(firstSite, count, words);
    }

    /** Reads the bits of the undecided rules that hold in what is expected. */
    public void readExpected(long firstSite, int count, long[] words) {
        expected().readLongs(firstSite, count, words);
    }

    /** Reads the fewest, the most and the expected points of a rule that gives them in proportion, by its place among these. */
    public void readPoints(
            int ruleInProportion, long firstSite, int count, double[] least, double[] most, double[] expected) {
        points(ruleInProportion, 0).readDoubles(firstSite, count, least);
        points(ruleInProportion, 1).readDoubles(firstSite, count, most);
        points(ruleInProportion, 2).readDoubles(firstSite, count, expected);
    }

    /**
     * Takes a block of sites from another file, byte by byte.
     *
     * @param firstFrom where the sites begin there
     */
    public void copy(long firstSite, int count, ScoreFile from, long firstFrom) {
        file.copy(firstSite, count, from.file, firstFrom);
    }

    /** Adds what is on disk of a block of sites to a check sum. */
    public void addTo(Checksum sum, long firstSite, int count) {
        file.addTo(sum, firstSite, count);
    }

    @Override
    public void close() {
        file.close();
    }
}
