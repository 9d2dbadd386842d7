package org.headroom.timetopower;

import java.util.List;
import org.headroom.spi.Parameters;

/**
 * What has to be bought and built for a load, at the lowest voltage that carries it.
 *
 * @param transformer lead time of the transformer, months
 * @param station building the station at the end of the tie-line, months
 * @param monthsPerKm what each km of tie-line adds, months
 */
record Equipment(Spread transformer, Spread station, Spread monthsPerKm) {
    private static final List<String> BY_CLASS = List.of(
            "connectionKv", "transformerMonthsP10", "transformerMonthsP50", "transformerMonthsP90", "lineFactor");

    static Equipment of(Parameters parameters, double requestedLoadMw) {
        double[] loads = parameters.numbers("connectionMw");
        for (String id : BY_CLASS) {
            int count = parameters.numbers(id).length;
            if (count != loads.length || count == 0) {
                throw TimeParameters.refused(
                        id, "has " + count + " figures, connectionMw has " + loads.length + "; one for each class");
            }
        }
        requireRising(parameters, "connectionMw");
        requireRising(parameters, "connectionKv");
        double[] factors = parameters.numbers("lineFactor");
        for (int i = 1; i < factors.length; i++) {
            if (factors[i] < factors[i - 1]) {
                throw TimeParameters.refused(
                        "lineFactor", "has " + factors[i] + " after " + factors[i - 1] + "; it must not fall");
            }
        }
        int found = 0;
        while (found < loads.length - 1 && loads[found] < requestedLoadMw) {
            found++;
        }
        Spread perKm = Spread.of(parameters, "lineMonthsPerKm");
        return new Equipment(
                transformer(parameters, found),
                Spread.of(parameters, "stationMonths"),
                new Spread(perKm.p10() * factors[found], perKm.p50() * factors[found], perKm.p90() * factors[found]));
    }

    private static Spread transformer(Parameters parameters, int found) {
        double p50 = parameters.numbers("transformerMonthsP50")[found];
        for (int i = 0; i < parameters.numbers("connectionKv").length; i++) {
            double low = parameters.numbers("transformerMonthsP10")[i];
            double middle = parameters.numbers("transformerMonthsP50")[i];
            double high = parameters.numbers("transformerMonthsP90")[i];
            if (low > middle || middle > high) {
                throw TimeParameters.refused(
                        "transformerMonthsP50",
                        "is " + middle + " in class " + (i + 1) + ", not between the " + low + " at 10 % and the "
                                + high + " at 90 %");
            }
        }
        return new Spread(
                parameters.numbers("transformerMonthsP10")[found],
                p50,
                parameters.numbers("transformerMonthsP90")[found]);
    }

    private static void requireRising(Parameters parameters, String id) {
        double[] bounds = parameters.numbers(id);
        for (int i = 1; i < bounds.length; i++) {
            if (bounds[i] <= bounds[i - 1]) {
                throw TimeParameters.refused(id, "has " + bounds[i] + " after " + bounds[i - 1] + "; it must rise");
            }
        }
    }
}
