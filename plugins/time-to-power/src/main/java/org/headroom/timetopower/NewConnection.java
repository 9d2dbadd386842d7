package org.headroom.timetopower;

import java.util.Arrays;

/**
 * How long a new connection takes: {@code max(queue, max(release + permit, transformer, tie-line) + commissioning)}, looked at in the fixed draws. The
 * curve of the queue runs to the day of service, so commissioning is in it already and is added to the other steps only. The steps are independent of one
 * another. Working memory of one thread.
 */
final class NewConnection {
    private final double[] permit;
    private final double[] transformer;
    private final double[] station;
    private final double[] perKm;
    private final double[] commissioning;
    private final double[] months = new double[Draws.COUNT];

    NewConnection(TimeParameters parameters, Draws draws) {
        permit = parameters.permit().at(draws.of(1));
        transformer = parameters.equipment().transformer().at(draws.of(2));
        station = parameters.equipment().station().at(draws.of(3));
        perKm = parameters.equipment().monthsPerKm().at(draws.of(3));
        commissioning = parameters.commissioning().at(draws.of(4));
    }

    /** The same figures, with working memory of its own. */
    NewConnection(NewConnection other) {
        permit = other.permit;
        transformer = other.transformer;
        station = other.station;
        perKm = other.perKm;
        commissioning = other.commissioning;
    }

    /**
     * Looks at one case.
     *
     * @param queue months from a request to service in each draw
     * @param releaseMonths months until a moratorium ends, 0 or above
     * @param tieLineKm length of the tie-line, km, 0 or above
     * @param longest how often each {@link Step} was the longest; added to
     */
    void look(double[] queue, double releaseMonths, double tieLineKm, int[] longest) {
        for (int i = 0; i < months.length; i++) {
            double lawful = releaseMonths + permit[i];
            double line = station[i] + tieLineKm * perKm[i];
            double built = Math.max(lawful, Math.max(transformer[i], line));
            double ready = built + commissioning[i];
            Step step;
            if (queue[i] >= ready) {
                step = Step.STUDY_AND_AGREEMENT;
            } else if (lawful >= built) {
                step = Step.MORATORIUM_OR_PERMIT;
            } else {
                step = transformer[i] >= line ? Step.TRANSFORMER : Step.TIE_LINE;
            }
            longest[step.ordinal()]++;
            months[i] = Math.min(Spread.LONGEST_MONTHS, Math.max(queue[i], ready));
        }
        Arrays.sort(months);
    }

    /** Months within which half of the draws of the last look are done. */
    double p50() {
        return by(0.5);
    }

    /** Months within which nine in ten of them are done. */
    double p90() {
        return by(0.9);
    }

    /** Months within which a share of the draws is done: of the draws of a step, in their order from 0, each has its place as its share. */
    private double by(double share) {
        double place = share * Draws.COUNT;
        int before = (int) place;
        return months[before] + (place - before) * (months[before + 1] - months[before]);
    }
}
