package org.headroom.sitecost;

import org.headroom.model.FailureFamily;
import org.headroom.model.HeadroomException;
import org.headroom.spi.Parameters;

/**
 * What it costs to join a load to a node by lines of its own: circuits by length and class of voltage, a position or a station at the node for each, and
 * the load's transformers. Immutable and safe for several threads.
 *
 * <p>A line is of the lowest class that carries the load in one circuit; a load that is too large for the highest class has several of that. A node of a
 * higher voltage has lower ones as a rule, but nobody says so: at the least its end is one of the line's class, at the most it is one of the node's, with
 * transformers between the two.
 */
final class TieLine {
    private final double[] kv;
    private final double[] mw;
    private final double[] lineLow;
    private final double[] lineHigh;
    private final double[] endLow;
    private final double[] endHigh;
    private final double routeLow;
    private final double routeHigh;
    private final Range transformerUsdPerMw;

    /**
     * @param classes voltage of each class, kV, rising; load that one circuit carries, MW; cost of a circuit, USD/km, and of its end at the node, USD, least
     *     and greatest; none of them falls from a class to the next
     * @param route length of the route as a multiple of the straight distance
     * @param transformerUsdPerMw of the load
     */
    TieLine(double[][] classes, Range route, Range transformerUsdPerMw) {
        kv = classes[0].clone();
        mw = classes[1].clone();
        lineLow = classes[2].clone();
        lineHigh = classes[3].clone();
        endLow = classes[4].clone();
        endHigh = classes[5].clone();
        routeLow = route.low();
        routeHigh = route.high();
        this.transformerUsdPerMw = transformerUsdPerMw;
    }

    static TieLine of(Parameters parameters, Capital capital) {
        double factor = capital.toDollarYear((int) parameters.number("tieLineDollarYear"), "tieLineDollarYear");
        String[] names = CostParameters.CLASS_LISTS;
        double[][] classes = new double[names.length][];
        for (int list = 0; list < names.length; list++) {
            classes[list] = parameters.numbers(names[list]);
            if (classes[list].length != classes[0].length || classes[list].length == 0) {
                throw refused(names[list] + " has " + classes[list].length + " values, " + names[0] + " has "
                        + classes[0].length + "; each class of voltage needs one in each");
            }
            for (int i = 1; i < classes[list].length; i++) {
                if (classes[list][i] < classes[list][i - 1]) {
                    throw refused(names[list] + " falls from " + classes[list][i - 1] + " to " + classes[list][i]
                            + "; it must never fall from a class of voltage to the next");
                }
            }
            for (int i = 0; list >= 2 && i < classes[list].length; i++) {
                classes[list][i] *= factor;
            }
        }
        for (int i = 0; i < classes[0].length; i++) {
            if (classes[2][i] > classes[3][i] || classes[4][i] > classes[5][i]) {
                throw refused("of class " + classes[0][i] + " kV has a least cost above the greatest");
            }
        }
        return new TieLine(
                classes,
                CostParameters.range(parameters, "routeFactorLow", "routeFactorHigh"),
                CostParameters.range(parameters, "transformerLowUsdPerMva", "transformerHighUsdPerMva")
                        .times(factor / parameters.number("powerFactor")));
    }

    private static HeadroomException refused(String what) {
        return new HeadroomException(
                FailureFamily.POLICY,
                "module site-cost: parameter " + what,
                "Correct it in the policy's parameters for site-cost.");
    }

    /**
     * The least that it may cost, USD.
     *
     * @param loadMw load that has no connection yet, 0 or above; 0 costs nothing
     * @param km straight distance to a node that carries the load, 0 or above
     */
    double least(double loadMw, double km) {
        if (loadMw <= 0) {
            return 0;
        }
        int at = sufficient(loadMw);
        return circuits(loadMw, at) * (km * routeLow * lineLow[at] + endLow[at]) + loadMw * transformerUsdPerMw.low();
    }

    /**
     * The most that it may cost, USD; it rises with every argument.
     *
     * @param kvHigh greatest voltage that the node may have
     */
    double most(double loadMw, double km, double kvHigh) {
        if (loadMw <= 0) {
            return 0;
        }
        int at = sufficient(loadMw);
        int node = Math.max(at, classOf(kvHigh));
        return circuits(loadMw, at) * (km * routeHigh * lineHigh[at] + endHigh[node])
                + (node > at ? 2 : 1) * loadMw * transformerUsdPerMw.high();
    }

    /** The highest class that is not above the voltage; the lowest for what is below all. */
    private int classOf(double voltageKv) {
        int found = 0;
        for (int i = 1; i < kv.length && kv[i] <= voltageKv; i++) {
            found = i;
        }
        return found;
    }

    /** The lowest class that carries the load in one circuit; the last where none does. */
    private int sufficient(double loadMw) {
        int i = 0;
        while (i < mw.length - 1 && mw[i] < loadMw) {
            i++;
        }
        return i;
    }

    private double circuits(double loadMw, int at) {
        return Math.ceil(loadMw / mw[at]);
    }
}
