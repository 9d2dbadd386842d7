package org.headroom.decide.portfolio.choice;

import java.util.Arrays;
import org.ojalgo.optimisation.Expression;
import org.ojalgo.optimisation.ExpressionsBasedModel;
import org.ojalgo.optimisation.ModelEntity;
import org.ojalgo.optimisation.Optimisation;
import org.ojalgo.optimisation.Variable;

/**
 * The linear relaxation of a choice over some of its things, solved by ojAlgo. What it gives are hints alone: prices that bound the value well,
 * and shares by which rows that are missing are found. Whoever uses the prices reckons the bound from them anew, so an inexact solution
 * costs time and never a wrong claim.
 */
final class Relaxation {
    private Relaxation() {}

    /**
     * Shares of the things and prices of the rows.
     *
     * @param shares 0 to 1, in the order of the things asked for
     * @param prices at least 0, by row
     */
    @SuppressWarnings("ArrayRecordComponent") // handed over, never compared
    record Solution(double[] shares, double[] prices) {}

    /** Solves it over the things at some places; without shares and with prices of 0 when the solver finds none. */
    static Solution solve(ChoiceProblem problem, Rows rows, int[] things) {
        double scale = Math.max(
                1,
                Arrays.stream(things)
                        .mapToLong(i -> Math.abs(problem.values()[i]))
                        .max()
                        .orElse(1));
        int[] placeOf = new int[problem.size()];
        Arrays.fill(placeOf, -1);
        ExpressionsBasedModel model = new ExpressionsBasedModel();
        Variable[] variables = new Variable[things.length];
        Expression all = model.newExpression("count").level(problem.count());
        for (int k = 0; k < things.length; k++) {
            placeOf[things[k]] = k;
            variables[k] = model.newVariable("x" + k).lower(0).upper(1).weight(problem.values()[things[k]] / scale);
            all.set(variables[k], 1);
        }
        Expression[] expressions = new Expression[rows.size()];
        for (int row = 0; row < expressions.length; row++) {
            expressions[row] = model.newExpression("row" + row).upper(rows.limit(row));
            int[] of = rows.members(row);
            double[] amounts = rows.amounts(row);
            for (int k = 0; k < of.length; k++) {
                if (placeOf[of[k]] >= 0) {
                    expressions[row].set(variables[placeOf[of[k]]], amounts[k]);
                }
            }
        }
        return read(model.maximise(), things.length, expressions, scale);
    }

    private static Solution read(Optimisation.Result result, int things, Expression[] expressions, double scale) {
        double[] shares = new double[things];
        double[] prices = new double[expressions.length];
        if (result.getState().isOptimal()) {
            for (int k = 0; k < things; k++) {
                shares[k] = result.doubleValue(k);
            }
            result.getDualValues().forEach(pair -> {
                ModelEntity<?> entity = pair.getKey().left();
                for (int row = 0; row < expressions.length; row++) {
                    if (expressions[row] == entity) {
                        prices[row] = Math.max(prices[row], Math.abs(pair.doubleValue()) * scale);
                    }
                }
            });
        }
        return new Solution(shares, prices);
    }
}
