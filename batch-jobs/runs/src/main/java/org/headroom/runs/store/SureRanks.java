package org.headroom.runs.store;

import java.nio.file.Path;
import org.headroom.columns.ColumnFile;

/**
 * How sure the rank of every site is, on disk: probability to be among the first N with its standard error, expected rank, its 5th and 95th
 * percentile, and expected score; 40 bytes a site.
 */
public final class SureRanks implements AutoCloseable {
    private static final int[] WIDTHS = {
        Double.BYTES, Double.BYTES, Double.BYTES, Integer.BYTES, Integer.BYTES, Double.BYTES
    };
    private static final int PROBABILITY = 0;
    private static final int ERROR = 1;
    private static final int RANK = 2;
    private static final int P05 = 3;
    private static final int P95 = 4;
    private static final int SCORE = 5;

    private final ColumnFile file;

    private SureRanks(ColumnFile file) {
        this.file = file;
    }

    /** The columns of a block of sites. */
    @SuppressWarnings("ArrayRecordComponent") // room for a block, never compared
    public record Block(
            double[] topNProbability,
            double[] standardError,
            double[] expectedRank,
            int[] rankP05,
            int[] rankP95,
            double[] expectedScore) {
        /** Room for so many sites. */
        public static Block of(int capacity) {
            return new Block(
                    new double[capacity],
                    new double[capacity],
                    new double[capacity],
                    new int[capacity],
                    new int[capacity],
                    new double[capacity]);
        }
    }

    /** Opens a file for writing, and makes it when it is missing. */
    public static SureRanks openForWriting(Path path, int sites) {
        return new SureRanks(ColumnFile.openForWriting(path, sites, WIDTHS));
    }

    /** Ends the writing of a file of which every block was written, so that it can be opened for reading. */
    public static void complete(Path path, int sites) {
        ColumnFile.complete(path, sites, WIDTHS);
    }

    /** Opens a complete file for reading. */
    public static SureRanks openForReading(Path path, int sites) {
        return new SureRanks(ColumnFile.openForReading(path, sites, WIDTHS));
    }

    /** Writes the first {@code count} sites of a block at the place of a site. */
    public void write(int firstSite, int count, Block block) {
        file.column(PROBABILITY).writeDoubles(firstSite, count, block.topNProbability());
        file.column(ERROR).writeDoubles(firstSite, count, block.standardError());
        file.column(RANK).writeDoubles(firstSite, count, block.expectedRank());
        file.column(P05).writeInts(firstSite, count, block.rankP05(), 0);
        file.column(P95).writeInts(firstSite, count, block.rankP95(), 0);
        file.column(SCORE).writeDoubles(firstSite, count, block.expectedScore());
    }

    /** Reads {@code count} sites into the first places of a block. */
    public void read(int firstSite, int count, Block block) {
        readTopNProbabilities(firstSite, count, block.topNProbability());
        readStandardErrors(firstSite, count, block.standardError());
        readExpectedRanks(firstSite, count, block.expectedRank());
        file.column(P05).readInts(firstSite, count, block.rankP05(), 0);
        file.column(P95).readInts(firstSite, count, block.rankP95(), 0);
        readExpectedScores(firstSite, count, block.expectedScore());
    }

    /** Reads probabilities to be among the first N and not excluded. */
    public void readTopNProbabilities(int firstSite, int count, double[] out) {
        file.column(PROBABILITY).readDoubles(firstSite, count, out);
    }

    /** Reads their standard errors. */
    public void readStandardErrors(int firstSite, int count, double[] out) {
        file.column(ERROR).readDoubles(firstSite, count, out);
    }

    /** Reads mean ranks. */
    public void readExpectedRanks(int firstSite, int count, double[] out) {
        file.column(RANK).readDoubles(firstSite, count, out);
    }

    /** Reads ranks that a twentieth of the draws does not pass. */
    public void readRanksP05(int firstSite, int count, double[] out) {
        readRanks(P05, firstSite, count, out);
    }

    /** Reads ranks that all but a twentieth of the draws do not pass. */
    public void readRanksP95(int firstSite, int count, double[] out) {
        readRanks(P95, firstSite, count, out);
    }

    private void readRanks(int column, int firstSite, int count, double[] out) {
        int[] ranks = new int[count];
        file.column(column).readInts(firstSite, count, ranks, 0);
        for (int i = 0; i < count; i++) {
            out[i] = ranks[i];
        }
    }

    /** Reads mean scores. */
    public void readExpectedScores(int firstSite, int count, double[] out) {
        file.column(SCORE).readDoubles(firstSite, count, out);
    }

    @Override
    public void close() {
        file.close();
    }
}
