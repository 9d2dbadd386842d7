package org.headroom.runs.variance;

/**
 * Second moments of the parts of a sum with the sum, gathered block by block: those of a block about its own means, then merged (Chan, Golub
 * and LeVeque, "Updating formulae and a pairwise algorithm for computing sample variances", 1979). Memory does not grow with the rows.
 */
final class Comoments {
    private final double[] mean;
    private final double[] comoment;
    private double meanOfSum;
    private long count;

    /** @param parts how many parts the sum has */
    Comoments(int parts) {
        mean = new double[parts];
        comoment = new double[parts];
    }

    /**
     * Adds the first rows of a block.
     *
     * @param parts by part, then row
     */
    void add(double[][] parts, int rows) {
        if (rows == 0) {
            return;
        }
        double[] sum = new double[rows];
        for (double[] part : parts) {
            for (int row = 0; row < rows; row++) {
                sum[row] += part[row];
            }
        }
        double mid = mean(sum, rows);
        double apart = mid - meanOfSum;
        double merging = (double) count * rows / (count + rows);
        for (int k = 0; k < parts.length; k++) {
            double own = mean(parts[k], rows);
            double product = 0;
            for (int row = 0; row < rows; row++) {
                product += (parts[k][row] - own) * (sum[row] - mid);
            }
            comoment[k] += product + (own - mean[k]) * apart * merging;
            mean[k] += (own - mean[k]) * rows / (count + rows);
        }
        meanOfSum += apart * rows / (count + rows);
        count += rows;
    }

    private static double mean(double[] values, int rows) {
        double sum = 0;
        for (int row = 0; row < rows; row++) {
            sum += values[row];
        }
        return sum / rows;
    }

    long count() {
        return count;
    }

    /** Covariance of a part with the sum; 0 without rows. */
    double covariance(int part) {
        return count == 0 ? 0 : comoment[part] / count;
    }
}
