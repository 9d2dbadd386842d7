package org.headroom.rules.weight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Published examples, and what must hold for every matrix. */
class AhpWeightsTest {
    /** The upper triangle, row by row. */
    private static PairwiseComparisons matrix(int size, double... upper) {
        PairwiseComparisons matrix = new PairwiseComparisons(size);
        int next = 0;
        for (int i = 0; i < size; i++) {
            for (int j = i + 1; j < size; j++) {
                matrix.set(i, j, upper[next++]);
            }
        }
        return matrix;
    }

    private static PairwiseComparisons consistent(double... weights) {
        PairwiseComparisons matrix = new PairwiseComparisons(weights.length);
        for (int i = 0; i < weights.length; i++) {
            for (int j = i + 1; j < weights.length; j++) {
                matrix.set(i, j, weights[i] / weights[j]);
            }
        }
        return matrix;
    }

    /** Teknomo, AHP tutorial, 2006: choosing among three fruits; eigenvalue 3.0649, ratio below 10 %. */
    @Test
    void thePublishedExampleOfThree() {
        AhpWeights ahp = new AhpWeights(matrix(3, 1.0 / 3, 5, 7));
        assertThat(ahp.weights()).containsExactly(new double[] {0.2790, 0.6491, 0.0719}, within(5e-5));
        assertThat(ahp.eigenvalue()).isCloseTo(3.0649, within(5e-5));
        assertThat(ahp.consistencyRatio()).isCloseTo(0.0649 / 2 / 0.58, within(5e-5));
    }

    /** Coyle, The Analytic Hierarchy Process, 2004: expense, operability, reliability, flexibility; he takes roots for the eigenvector. */
    @Test
    void thePublishedExampleOfFour() {
        AhpWeights ahp = new AhpWeights(matrix(4, 1.0 / 3, 5, 1, 5, 1, 1.0 / 5));
        assertThat(ahp.weights()).containsExactly(new double[] {0.232, 0.402, 0.061, 0.305}, within(1e-2));
        assertThat(ahp.eigenvalue()).isCloseTo(4.18, within(0.03));
        assertThat(ahp.consistencyRatio()).isCloseTo((ahp.eigenvalue() - 4) / 3 / 0.90, within(1e-12));
    }

    @Test
    void whatIsConsistentGivesBackItsWeightsWithRatioZero() {
        double[] weights = {0.4, 0.3, 0.2, 0.07, 0.03};
        AhpWeights ahp = new AhpWeights(consistent(weights));
        assertThat(ahp.weights()).containsExactly(weights, within(1e-12));
        assertThat(ahp.consistencyRatio()).isCloseTo(0, within(1e-12));
    }

    @Test
    void everyMatrixGivesWeightsThatSumToOneAndAnEigenvalueOfAtLeastItsSize() {
        Random random = new Random(7);
        for (int round = 0; round < 500; round++) {
            int size = 1 + random.nextInt(AhpWeights.MAX_THINGS);
            double[] upper = random.doubles(size * (size - 1) / 2, -2.2, 2.2)
                    .map(StrictMath::exp)
                    .toArray();
            AhpWeights ahp = new AhpWeights(matrix(size, upper));
            double sum = 0;
            for (double weight : ahp.weights()) {
                assertThat(weight).isPositive();
                sum += weight;
            }
            assertThat(sum).isCloseTo(1, within(1e-12));
            assertThat(ahp.eigenvalue()).isGreaterThanOrEqualTo(size - 1e-9);
        }
    }

    @Test
    void theComparisonThatWasBentIsNamed() {
        Random random = new Random(11);
        for (int round = 0; round < 200; round++) {
            PairwiseComparisons matrix = consistent(0.3, 0.25, 0.2, 0.15, 0.1);
            int i = random.nextInt(4);
            int j = i + 1 + random.nextInt(4 - i);
            double before = matrix.ratio(i, j);
            matrix.set(i, j, before * 8);
            AhpWeights.Judgement worst = new AhpWeights(matrix).mostInconsistent();
            assertThat(List.of(worst.i(), worst.j())).containsExactly(i, j);
            assertThat(worst.given()).isEqualTo(before * 8);
            assertThat(worst.implied()).isLessThan(worst.given()).isGreaterThan(before);
        }
    }

    @Test
    void judgesTogetherAreTheGeometricMeanWhateverTheirOrder() {
        PairwiseComparisons one = matrix(3, 2, 8, 4);
        PairwiseComparisons other = matrix(3, 8, 2, 1);
        PairwiseComparisons mean = PairwiseComparisons.geometricMean(List.of(one, other));
        assertThat(mean.ratio(0, 1)).isCloseTo(4, within(1e-12));
        assertThat(mean.ratio(1, 0)).isCloseTo(0.25, within(1e-12));
        assertThat(mean.ratio(1, 2)).isCloseTo(2, within(1e-12));
        PairwiseComparisons turned = PairwiseComparisons.geometricMean(List.of(other, one));
        assertThat(turned.ratio(0, 2)).isEqualTo(mean.ratio(0, 2));
    }

    @Test
    void moreThingsThanTheRandomIndexIsKnownForAreRefused() {
        assertThatThrownBy(() -> new AhpWeights(new PairwiseComparisons(16)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("at most 15");
    }

    /** Barron and Barrett, 1996: 0.5208, 0.2708, 0.1458 and 0.0625 for four. */
    @Test
    void rankOrderCentroidOfFour() {
        assertThat(RankOrderCentroid.weights(4))
                .containsExactly(new double[] {0.5208, 0.2708, 0.1458, 0.0625}, within(5e-5));
    }

    @Test
    void rankOrderCentroidsFallAndSumToOne() {
        for (int size = 1; size <= 100; size++) {
            double[] weights = RankOrderCentroid.weights(size);
            double sum = weights[0];
            for (int k = 1; k < size; k++) {
                assertThat(weights[k]).isPositive().isLessThan(weights[k - 1]);
                sum += weights[k];
            }
            assertThat(sum).isCloseTo(1, within(1e-12));
        }
    }
}
