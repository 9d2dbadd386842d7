package org.headroom.decide.acceptability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.headroom.decide.acceptability.Distribution.beta;
import static org.headroom.decide.acceptability.Distribution.exactly;
import static org.headroom.decide.acceptability.Distribution.gaussian;
import static org.headroom.decide.acceptability.Distribution.lognormal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.headroom.decide.acceptability.PublishedModel.Line;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Rank acceptabilities are held against those that two programs for SMAA-2 were published with. */
class PublishedExamplesTest {
    private static final double ROUNDING = 1e-9;

    /**
     * Four antidepressants: the example model of JSMAA (Tervonen 2014, "JSMAA: open source software for SMAA computations", International Journal of
     * Systems Science 45(1)), after Tervonen, van Valkenhoef, Buskens, Hillege and Postmus 2011, Statistics in Medicine 30(12); the figures are those
     * that JSMAA's own tests hold it to, from 10,000 draws. Values are straight over the hull of the intervals of 1.96 standard deviations
     * around the means.
     */
    @Test
    void antidepressantsAsInJsmaa(@TempDir Path folder) throws IOException {
        PublishedModel model = new PublishedModel(
                folder,
                new Line(
                        "efficacy",
                        Math.exp(0.086 - 1.96 * 0.056),
                        Math.exp(0.113 + 1.96 * 0.048),
                        exactly(1),
                        lognormal(0.086, 0.056),
                        lognormal(0.095, 0.044),
                        lognormal(0.113, 0.048)),
                new Line(
                        "diarrhea",
                        15.4 + 1.96 * 2.65,
                        5.5 - 1.96 * 2.32,
                        gaussian(11.7, 2.5),
                        gaussian(9.2, 1.86),
                        gaussian(15.4, 2.65),
                        gaussian(5.5, 2.32)),
                new Line(
                        "dizziness",
                        15.7 + 1.96 * 4.44,
                        7.2 - 1.96 * 1.45,
                        gaussian(7.2, 1.45),
                        gaussian(10.6, 1.58),
                        gaussian(7.5, 1.48),
                        gaussian(15.7, 4.44)),
                new Line(
                        "headache",
                        21.2 + 1.96 * 5.15,
                        12.8 - 1.96 * 2.45,
                        gaussian(16.6, 3.27),
                        gaussian(21.2, 5.15),
                        gaussian(20.2, 3.78),
                        gaussian(12.8, 2.45)),
                new Line(
                        "insomnia",
                        15.0 + 1.96 * 3.21,
                        11.2 - 1.96 * 3.98,
                        gaussian(13.7, 1.89),
                        gaussian(14.3, 2.93),
                        gaussian(15.0, 3.21),
                        gaussian(11.2, 3.98)),
                new Line(
                        "nausea",
                        31.0 + 1.96 * 1.68,
                        18.3 - 1.96 * 3.7,
                        gaussian(18.6, 1.79),
                        gaussian(18.3, 3.7),
                        gaussian(19.5, 2.6),
                        gaussian(31.0, 1.68)));

        double[][] found = model.acceptabilities(EvenWeights.of(171, 6));

        double[][] published = {
            {0.20, 0.28, 0.30, 0.22}, // fluoxetine
            {0.25, 0.29, 0.27, 0.19}, // paroxetine
            {0.17, 0.25, 0.29, 0.30}, // sertraline
            {0.39, 0.18, 0.15, 0.29} // venlafaxine
        };
        for (int i = 0; i < published.length; i++) {
            assertThat(found[i]).as("alternative %d", i).containsExactly(published[i], within(0.02));
        }
        assertEveryRankIsTaken(found);
    }

    /** Weights, and how often enoxaparin is first; the last two are the central weights of each, with its confidence factor. */
    static Stream<Arguments> thrombolytics() {
        return Stream.of(
                Arguments.of("any", EvenWeights.of(342, 3), 0.6496),
                Arguments.of("given", always(0.5, 0.2, 0.3), 0.8721),
                Arguments.of("central for heparin", always(0.1865097, 0.2772205, 0.5362698), 1 - 0.6682),
                Arguments.of("central for enoxaparin", always(0.4073100, 0.3641477, 0.2285423), 0.8956));
    }

    private static List<double[]> always(double... weights) {
        return Collections.nCopies(256, weights);
    }

    /**
     * Heparin and enoxaparin: the example of the package smaa for R (van Valkenhoef and Tervonen; the output that it is tested with, of 10,000 draws), of
     * data of Lynd and O'Brien 2004; distributions and ranges are those of the example "thrombolytics" of MCDA Elicitation Web (drugis.org).
     */
    @ParameterizedTest(name = "{0}")
    @MethodSource("thrombolytics")
    void thrombolyticsAsInSmaaForR(String which, List<double[]> weights, double published, @TempDir Path folder)
            throws IOException {
        PublishedModel model = new PublishedModel(
                folder,
                new Line("proximal", 0.25, 0, beta(20, 116), beta(8, 121)),
                new Line("distal", 0.4, 0.15, beta(40, 96), beta(32, 97)),
                new Line("bleeding", 0.1, 0, beta(1, 135), beta(5, 124)));

        double[][] found = model.acceptabilities(weights);

        double error = standardError(published, 10_000) + standardError(published, PublishedModel.draws(weights));
        assertThat(found[1][0]).as("enoxaparin").isCloseTo(published, within(3 * error));
        assertThat(found[0][0]).as("heparin").isCloseTo(1 - published, within(3 * error));
        assertEveryRankIsTaken(found);
    }

    private static double standardError(double probability, int draws) {
        return Math.sqrt(probability * (1 - probability) / draws);
    }

    private static void assertEveryRankIsTaken(double[][] acceptabilities) {
        for (int rank = 0; rank < acceptabilities.length; rank++) {
            double taken = 0;
            for (double[] ofAlternative : acceptabilities) {
                taken += ofAlternative[rank];
            }
            assertThat(taken).as("rank %d", rank + 1).isCloseTo(1, within(ROUNDING));
        }
    }
}
