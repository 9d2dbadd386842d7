package org.headroom.report.data;

import org.headroom.rules.policy.ScoreBlock;
import org.headroom.runs.RunColumns;
import org.jspecify.annotations.Nullable;

/**
 * How many sites that are not excluded lie in each cell of a grid: what a map shows where there are too many for a point each.
 *
 * @param west degrees east of the first cell's western side
 * @param south degrees north of the first cell's southern side
 * @param step degrees
 * @param columns cells from west to east
 * @param rows cells from south to north
 * @param counts by row and column, the south-western cell first
 */
@SuppressWarnings("ArrayRecordComponent") // handed over, never compared
public record Density(double west, double south, double step, int columns, int rows, int[] counts) {
    private static final int LONG_SIDE = 200;
    private static final double LEAST_STEP = 1e-4;

    /** Counts them; null where a point each does. */
    static @Nullable Density of(RunColumns run) {
        if (run.size() <= RunInput.FEW) {
            return null;
        }
        double[] east = new double[Gatherer.BLOCK];
        double[] north = new double[Gatherer.BLOCK];
        byte[] tiers = new byte[Gatherer.BLOCK];
        double[] box = {
            Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, Double.NEGATIVE_INFINITY
        };
        for (int first = 0; first < run.size(); first += Gatherer.BLOCK) {
            int count = read(run, first, east, north);
            for (int i = 0; i < count; i++) {
                box[0] = Math.min(box[0], east[i]);
                box[1] = Math.min(box[1], north[i]);
                box[2] = Math.max(box[2], east[i]);
                box[3] = Math.max(box[3], north[i]);
            }
        }
        double step = Math.max(LEAST_STEP, Math.max(box[2] - box[0], box[3] - box[1]) / LONG_SIDE);
        int columns = 1 + (int) ((box[2] - box[0]) / step);
        int rows = 1 + (int) ((box[3] - box[1]) / step);
        int[] counts = new int[columns * rows];
        for (int first = 0; first < run.size(); first += Gatherer.BLOCK) {
            int count = read(run, first, east, north);
            run.readTiers(first, count, tiers);
            for (int i = 0; i < count; i++) {
                if (tiers[i] != ScoreBlock.EXCLUDED_TIER) {
                    int fromSouth = (int) ((north[i] - box[1]) / step);
                    int fromWest = (int) ((east[i] - box[0]) / step);
                    counts[fromSouth * columns + fromWest]++;
                }
            }
        }
        return new Density(box[0], box[1], step, columns, rows, counts);
    }

    private static int read(RunColumns run, int first, double[] east, double[] north) {
        int count = Math.min(Gatherer.BLOCK, run.size() - first);
        run.sites().readLongitudes(first, count, east);
        run.sites().readLatitudes(first, count, north);
        return count;
    }
}
