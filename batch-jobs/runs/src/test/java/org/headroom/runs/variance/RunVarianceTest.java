package org.headroom.runs.variance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.headroom.model.FailureFamily;
import org.headroom.model.GateAnswer;
import org.headroom.model.HeadroomException;
import org.headroom.runs.PublishedRun;
import org.headroom.runs.RankedRow;
import org.headroom.runs.RunExplanations;
import org.headroom.runs.TinyPolicy;
import org.headroom.runs.TinyRun;
import org.headroom.runs.file.Folders;
import org.headroom.workbench.explanation.Explanation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RunVarianceTest {
    @TempDir
    private Path out;

    private PublishedRun publish(TinyPolicy policy) {
        return new TinyRun(4, policy).withoutTables().publish(out.resolve("2026-06-01-1"));
    }

    private TinyPolicy policy() {
        return TinyPolicy.write(out.resolve("policy"));
    }

    /** Against what the explanations say of each site, by the definition. */
    @ParameterizedTest
    @ValueSource(strings = {"LOWER_BOUND", "UPPER_BOUND", "MIDDLE"})
    void sharesAreCovariancesWithTheSumOverRankedSites(String end) {
        PublishedRun run = publish(
                end.equals("LOWER_BOUND")
                        ? policy()
                        : policy().edit(TinyPolicy.SETTINGS, text -> text.replace("LOWER_BOUND", end)));
        Map<String, List<Double>> points = new HashMap<>();
        Map<String, Integer> known = new HashMap<>();
        List<Double> sums = new ArrayList<>();
        RunExplanations explanations = new RunExplanations(run, TinyRun.modules());
        for (RankedRow row : run.head(TinyRun.SITES)) {
            if (row.gate() == GateAnswer.FAIL) {
                continue;
            }
            double sum = 0;
            for (Explanation.CriterionLine line :
                    explanations.explain(row.siteId()).explanation().criteria()) {
                String criterion = line.reading().field();
                double at =
                        switch (end) {
                            case "LOWER_BOUND" -> line.pointsLower();
                            case "UPPER_BOUND" -> line.pointsUpper();
                            default -> (line.pointsLower() + line.pointsUpper()) / 2;
                        };
                points.computeIfAbsent(criterion, c -> new ArrayList<>()).add(at);
                known.merge(criterion, line.reading().lower() == null ? 0 : 1, Integer::sum);
                sum += at;
            }
            sums.add(sum);
        }
        VarianceShares shares = RunVariance.of(run, TinyRun.modules());
        assertThat(shares.sites()).isEqualTo(sums.size()).isLessThan(TinyRun.SITES);
        assertThat(shares.standardDeviation()).isCloseTo(Math.sqrt(covariance(sums, sums)), within(1e-9));
        assertThat(shares.families())
                .extracting(VarianceShares.Family::module)
                .containsExactlyInAnyOrder("grid-tie", "price", "law");
        double all = 0;
        for (VarianceShares.Family family : shares.families()) {
            double share = 0;
            for (VarianceShares.Line line : family.criteria()) {
                assertThat(line.share())
                        .isCloseTo(
                                covariance(points.get(line.criterion()), sums) / covariance(sums, sums), within(1e-9));
                assertThat(line.known()).isEqualTo((long) known.get(line.criterion()));
                assertThat(line.known()).isBetween(1L, family.known());
                share += line.share();
            }
            assertThat(family.share()).isCloseTo(share, within(1e-12));
            all += share;
        }
        assertThat(all).isCloseTo(1, within(1e-12));
    }

    private static double covariance(List<Double> one, List<Double> other) {
        double meanOfOne = one.stream().mapToDouble(x -> x).average().orElseThrow();
        double meanOfOther = other.stream().mapToDouble(x -> x).average().orElseThrow();
        double sum = 0;
        for (int i = 0; i < one.size(); i++) {
            sum += (one.get(i) - meanOfOne) * (other.get(i) - meanOfOther);
        }
        return sum / one.size();
    }

    @Test
    void aWeightThatTellsNothingApartIsNamedWithTheReasonOfThePolicy() {
        TinyPolicy flat = policy().edit(
                        TinyPolicy.REST, text -> text.replace("sCurve: {zeroAt: 200, oneAt: 20}", "step: [[0, 1]]"));
        assertThat(RunVariance.of(publish(flat), TinyRun.modules()).small())
                .singleElement()
                .satisfies(family -> {
                    assertThat(family.module()).isEqualTo("price");
                    assertThat(family.reason()).isEmpty();
                });
        flat.edit(TinyPolicy.REST, text -> text + "spread: prices are the same everywhere\n");
        PublishedRun told = new TinyRun(4, flat).withoutTables().publish(out.resolve("2026-06-01-2"));
        assertThat(RunVariance.of(told, TinyRun.modules()).small())
                .singleElement()
                .satisfies(family -> assertThat(family.reason()).isEqualTo("prices are the same everywhere"));
    }

    /** 0.03 + 0.02 + 0.03 + 0.03 + 0.01 is 0.12 to a person, and less to a computer. */
    @Test
    void aFamilyIsSmallFromTheWeightAsWritten() {
        assertThat(VarianceShares.Family.isSmall(0.03 + 0.02 + 0.03 + 0.03 + 0.01, 0.023))
                .isTrue();
        assertThat(VarianceShares.Family.isSmall(0.11, -1)).isFalse();
        assertThat(VarianceShares.Family.isSmall(0.2, 0.05)).isFalse();
    }

    @Test
    void aRunThatLostAColumnIsToldToBeDamaged() throws IOException {
        PublishedRun run = publish(policy());
        Path column = run.explanationFiles().measurementFile("kv");
        if (Files.isDirectory(column)) {
            Folders.delete(column);
        } else {
            Files.delete(column);
        }
        assertThatThrownBy(() -> RunVariance.of(run, TinyRun.modules()))
                .isInstanceOfSatisfying(HeadroomException.class, told -> {
                    assertThat(told.family()).isEqualTo(FailureFamily.DATA);
                    assertThat(told).hasMessageContaining("no measurements of kv");
                });
    }

    @Test
    void blocksGiveWhatAllRowsTogetherGive() {
        SplittableRandom random = new SplittableRandom(7);
        double[][] all = new double[3][1000];
        for (double[] part : all) {
            for (int row = 0; row < part.length; row++) {
                part[row] = 1e6 + random.nextDouble();
            }
        }
        Comoments together = new Comoments(3);
        together.add(all, 1000);
        Comoments apart = new Comoments(3);
        int first = 0;
        for (int rows : new int[] {1, 0, 399, 600}) {
            double[][] block = new double[3][rows];
            for (int k = 0; k < 3; k++) {
                System.arraycopy(all[k], first, block[k], 0, rows);
            }
            apart.add(block, rows);
            first += rows;
        }
        assertThat(apart.count()).isEqualTo(1000);
        for (int k = 0; k < 3; k++) {
            assertThat(apart.covariance(k)).isCloseTo(together.covariance(k), within(1e-9));
        }
        assertThat(new Comoments(1).covariance(0)).isZero();
    }
}
