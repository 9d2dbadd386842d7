package org.headroom.runs.variance;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.headroom.model.FailureFamily;
import org.headroom.model.GateAnswer;
import org.headroom.model.HeadroomException;
import org.headroom.rules.policy.Policy;
import org.headroom.rules.prior.Expectation;
import org.headroom.rules.reading.RankBy;
import org.headroom.rules.value.ValueFunction;
import org.headroom.rules.weight.WeightedCriterion;
import org.headroom.runs.ExplanationFiles;
import org.headroom.runs.PublishedRun;
import org.headroom.runs.RunColumns;
import org.headroom.runs.RunVocabulary;
import org.headroom.runs.store.MeasurementFile;
import org.headroom.spi.ScoringModule;
import org.jspecify.annotations.Nullable;

/** Finds the {@link VarianceShares} of a run from the measurements and the policy that lie in it: one way through its columns. */
public final class RunVariance {
    private static final int BLOCK = 4096;
    /** Square points; below it, sums differ by rounding alone. */
    private static final double NO_VARIANCE = 1e-12;

    private final Policy policy;
    private final List<WeightedCriterion> criteria;
    private final List<String> modules;
    private final double[][] points;
    private final Comoments moments;
    private final long[] known;
    private final long[] knownOfFamily;

    private final double[] low = new double[BLOCK];
    private final double[] high = new double[BLOCK];
    private final byte[] reasons = new byte[BLOCK];
    private final byte[] gates = new byte[BLOCK];
    private final boolean[][] isKnown;

    private RunVariance(Policy policy) {
        this.policy = policy;
        criteria = policy.criteria().stream().filter(line -> line.weight() > 0).toList();
        modules = criteria.stream().map(WeightedCriterion::module).distinct().toList();
        points = new double[criteria.size()][BLOCK];
        moments = new Comoments(criteria.size());
        known = new long[criteria.size()];
        knownOfFamily = new long[modules.size()];
        isKnown = new boolean[modules.size()][BLOCK];
    }

    /**
     * Reads the columns of a run.
     *
     * @param modules the installed modules
     * @throws HeadroomException of family PLUGIN when the modules of the run are not installed any more; POLICY when its policy cannot be read
     *     with them; DATA when a column is missing
     */
    public static VarianceShares of(PublishedRun run, List<? extends ScoringModule> modules) {
        ExplanationFiles files = run.explanationFiles();
        RunVariance variance = new RunVariance(
                Policy.read(files.policy(), RunVocabulary.of(run, modules)).on(run.day()));
        Set<String> wanted = new TreeSet<>();
        variance.criteria.forEach(line -> wanted.add(line.criterion().id()));
        Set<String> missing = new TreeSet<>(wanted);
        missing.removeAll(RunColumns.kept(files));
        if (!missing.isEmpty()) {
            throw new HeadroomException(
                    FailureFamily.DATA,
                    "run " + run.shownName() + " is damaged: it has no measurements of " + String.join(", ", missing),
                    "\"headroom runs verify " + run.shownName() + "\" tells what else is damaged.");
        }
        try (RunColumns columns = new RunColumns(files, wanted)) {
            for (int first = 0; first < columns.size(); first += BLOCK) {
                variance.add(columns, first, Math.min(BLOCK, columns.size() - first));
            }
        }
        return variance.shares();
    }

    private void add(RunColumns columns, int first, int count) {
        columns.scores().readGates(first, count, gates);
        for (boolean[] family : isKnown) {
            Arrays.fill(family, false);
        }
        int ranked = 0;
        for (int k = 0; k < points.length; k++) {
            WeightedCriterion line = criteria.get(k);
            MeasurementFile column = columns.measured().get(line.criterion().id());
            if (column != null) {
                column.readBounds(first, count, low, high);
                column.readReasons(first, count, reasons);
                ranked = add(k, line, count, isKnown[modules.indexOf(line.module())]);
            }
        }
        for (int family = 0; family < knownOfFamily.length; family++) {
            for (int row = 0; row < ranked; row++) {
                knownOfFamily[family] += isKnown[family][row] ? 1 : 0;
            }
        }
        moments.add(points, ranked);
    }

    /** Puts the points of the ranked sites of the block side by side; returns how many these are. */
    private int add(int k, WeightedCriterion line, int count, boolean[] family) {
        ValueFunction value = line.value();
        RankBy end = policy.rankBy();
        Optional<Expectation> expected = policy.expectation(line.criterion().id());
        int row = 0;
        for (int i = 0; i < count; i++) {
            if (gates[i] == GateAnswer.FAIL.ordinal()) {
                continue;
            }
            if (Double.isNaN(low[i])) {
                points[k][row] = end.of(0, line.points(mean(expected, i)), line.points(1));
            } else {
                double least = line.points(value.lowest(low[i], high[i]));
                points[k][row] = low[i] == high[i]
                        ? least
                        : end.of(least, line.points(mean(expected, i)), line.points(value.highest(low[i], high[i])));
                known[k]++;
                family[row] = true;
            }
            row++;
        }
        return row;
    }

    private double mean(Optional<Expectation> expected, int row) {
        return expected.map(of -> of.mean(low[row], high[row], reasons[row])).orElse(0.0);
    }

    private VarianceShares shares() {
        double variance = 0;
        for (int k = 0; k < points.length; k++) {
            variance += moments.covariance(k);
        }
        List<VarianceShares.Family> families = new ArrayList<>();
        for (String module : modules) {
            families.add(family(module, variance));
        }
        return new VarianceShares(moments.count(), Math.sqrt(Math.max(0, variance)), families);
    }

    private VarianceShares.Family family(String module, double variance) {
        List<VarianceShares.Line> lines = new ArrayList<>();
        double weight = 0;
        double covariance = 0;
        for (int k = 0; k < points.length; k++) {
            WeightedCriterion line = criteria.get(k);
            if (line.module().equals(module)) {
                weight += line.weight();
                covariance += moments.covariance(k);
                lines.add(new VarianceShares.Line(
                        line.criterion().id(), line.weight(), share(moments.covariance(k), variance), known[k]));
            }
        }
        Double share = share(covariance, variance);
        return new VarianceShares.Family(
                module,
                weight,
                share,
                knownOfFamily[modules.indexOf(module)],
                share != null && VarianceShares.Family.isSmall(weight, share),
                policy.spread(module),
                lines);
    }

    private static @Nullable Double share(double covariance, double variance) {
        return variance < NO_VARIANCE ? null : covariance / variance;
    }
}
