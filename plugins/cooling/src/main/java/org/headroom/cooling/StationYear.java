package org.headroom.cooling;

import java.util.Arrays;
import org.headroom.model.climate.JointHours;

/**
 * The quantities of {@link CoolingCriteria} at a station and at places above and below it, as the plant of the policy has them. Hours
 * lie evenly within their whole degrees. Above the station all hours are colder by the lapse of dry and wet bulb; the lowest and
 * highest place stand for what lies beyond. Immutable and safe for several threads.
 */
final class StationYear {
    /** Lowest and highest place against the station, km. */
    static final double REACH_KM = 2;

    private static final double STEP_KM = 0.25;
    private static final int STEPS = (int) (2 * REACH_KM / STEP_KM) + 1;

    /** Parts of a whole degree for a plant that minds one temperature, and for one that minds both. */
    private static final int PARTS = 10;

    private static final int PARTS_OF_BOTH = 2;

    /** PUE of an hour is counted in thousandths up to the highest that the criterion can be. */
    private static final double PUE_STEP = 0.001;

    private static final int PUE_CLASSES = 4_001;

    private final double[][] values = new double[CoolingCriteria.ALL.size()][STEPS];

    StationYear(ClimateStation station, CoolingParameters parameters, HumidityLimit humidity) {
        CoolingParameters.Neighbours lapse = parameters.neighbours();
        Slots slots = new Slots(station, parameters.plant(), humidity);
        int[] dry = station.hours().byDryBulb();
        int[] wet = station.hours().byWetBulb();
        double heatingHere = degreeDays(dry, 0, -1);
        double coolingHere = degreeDays(dry, 0, 1);
        for (int step = 0; step < STEPS; step++) {
            double heightKm = step * STEP_KM - REACH_KM;
            double dryShift = -lapse.dryBulbCPerKm() * heightKm;
            double wetShift = -lapse.wetBulbCPerKm() * heightKm;
            slots.run(dryShift, wetShift);
            put(CoolingCriteria.FREE_HOURS, step, slots.freeHours);
            put(CoolingCriteria.PUE, step, slots.meanPue);
            put(CoolingCriteria.PEAK_PUE, step, slots.peakPue);
            put(CoolingCriteria.DRY_BULB_P99, step, told(station.dryBulbP99C(), p99(dry)) + dryShift);
            put(CoolingCriteria.WET_BULB_P99, step, told(station.wetBulbP99C(), p99(wet)) + wetShift);
            put(CoolingCriteria.MEAN_WET_BULB, step, told(station.meanWetBulbC(), mean(wet)) + wetShift);
            double heating = degreeDays(dry, dryShift, -1);
            put(
                    CoolingCriteria.HEATING_DEGREE_DAYS,
                    step,
                    Math.max(0, told(station.heatingDegreeDays(), heatingHere) + heating - heatingHere));
            double cooling = degreeDays(dry, dryShift, 1);
            put(
                    CoolingCriteria.COOLING_DEGREE_DAYS,
                    step,
                    Math.max(0, told(station.coolingDegreeDays(), coolingHere) + cooling - coolingHere));
        }
    }

    /** A quantity at a place so much above the station, km, or below it when negative. */
    double at(int quantity, double heightKm) {
        double place = Math.max(0, Math.min(STEPS - 1, (heightKm + REACH_KM) / STEP_KM));
        int below = Math.min(STEPS - 2, (int) place);
        double[] row = values[quantity];
        return row[below] + (place - below) * (row[below + 1] - row[below]);
    }

    private void put(int quantity, int step, double value) {
        values[quantity][step] = value;
    }

    private static double told(double figure, double otherwise) {
        return Double.isNaN(figure) ? otherwise : figure;
    }

    private static int sum(int[] hours) {
        int sum = 0;
        for (int count : hours) {
            sum += count;
        }
        return sum;
    }

    private static double p99(int[] hours) {
        double rank = CoolingCriteria.P99 * sum(hours);
        double passed = 0;
        int degree = 0;
        while (passed + hours[degree] < rank) {
            passed += hours[degree++];
        }
        return JointHours.LEAST_C + degree + (rank - passed) / hours[degree];
    }

    private static double mean(int[] hours) {
        double sum = 0;
        for (int degree = 0; degree < hours.length; degree++) {
            sum += hours[degree] * (JointHours.LEAST_C + degree + 0.5);
        }
        return sum / sum(hours);
    }

    /** Degree days of hours rather than daily means; only their change with height is used where the station tells its own. */
    private static double degreeDays(int[] hours, double shift, int sign) {
        double sum = 0;
        for (int degree = 0; degree < hours.length; degree++) {
            double above = JointHours.LEAST_C + degree + 0.5 + shift - DegreeDays.BASE_C;
            sum += hours[degree] * Math.max(0, sign * above);
        }
        return DegreeDays.DAYS_PER_YEAR * sum / sum(hours);
    }

    /** The hours in parts of degrees, and what a plant makes of them. */
    private static final class Slots {
        private final CoolingPlant plant;
        private final double[] dry;
        private final double[] wet;
        private final double[] weights;
        private final double[] limit;
        private final double[] classes = new double[PUE_CLASSES];
        double freeHours;
        double meanPue;
        double peakPue;

        Slots(ClimateStation station, CoolingPlant plant, HumidityLimit humidity) {
            this.plant = plant;
            JointHours hours = station.hours();
            if (plant.needsDewPoint()) {
                limit = humidity.table(station.pressurePa());
                int slots = hours.cells() * PARTS_OF_BOTH * PARTS_OF_BOTH;
                dry = new double[slots];
                wet = new double[slots];
                weights = new double[slots];
                ofBoth(hours);
            } else {
                limit = new double[0];
                int[] one = plant.needsWetBulb() ? hours.byWetBulb() : hours.byDryBulb();
                int slots = PARTS
                        * (int) Arrays.stream(one).filter(count -> count > 0).count();
                dry = new double[slots];
                wet = dry;
                weights = new double[slots];
                ofOne(one, hours.total());
            }
        }

        private void ofBoth(JointHours hours) {
            int slot = 0;
            for (int cell = 0; cell < hours.cells(); cell++) {
                for (int part = 0; part < PARTS_OF_BOTH * PARTS_OF_BOTH; part++) {
                    dry[slot] = hours.dryBulb(cell) + (part / PARTS_OF_BOTH + 0.5) / PARTS_OF_BOTH;
                    wet[slot] = Math.min(dry[slot], hours.wetBulb(cell) + (part % PARTS_OF_BOTH + 0.5) / PARTS_OF_BOTH);
                    weights[slot++] = (double) hours.hours(cell) / hours.total() / (PARTS_OF_BOTH * PARTS_OF_BOTH);
                }
            }
        }

        private void ofOne(int[] one, int total) {
            int slot = 0;
            for (int degree = 0; degree < one.length; degree++) {
                for (int part = 0; part < PARTS && one[degree] > 0; part++) {
                    dry[slot] = JointHours.LEAST_C + degree + (part + 0.5) / PARTS;
                    weights[slot++] = (double) one[degree] / total / PARTS;
                }
            }
        }

        void run(double dryShift, double wetShift) {
            Arrays.fill(classes, 0);
            double shift = plant.needsWetBulb() ? wetShift : dryShift;
            double free = 0;
            double sum = 0;
            for (int slot = 0; slot < weights.length; slot++) {
                double dryBulb = dry[slot] + shift;
                double wetBulb = plant.needsDewPoint() ? Math.min(dryBulb, wet[slot] + wetShift) : dryBulb;
                boolean humid = limit.length > 0 && wetBulb > HumidityLimit.at(limit, dryBulb);
                double share = plant.freeShare(dryBulb, wetBulb, humid);
                double pue = plant.pue(share, dryBulb, wetBulb);
                free += share >= 1 ? weights[slot] : 0;
                sum += weights[slot] * pue;
                classes[Math.min(PUE_CLASSES - 1, (int) ((pue - 1) / PUE_STEP))] += weights[slot];
            }
            freeHours = HourlyYear.HOURS_PER_YEAR * Math.min(1, free);
            meanPue = Math.max(1, sum);
            peakPue = peak();
        }

        private double peak() {
            double passed = 0;
            int place = -1;
            while (passed < CoolingCriteria.P99 && place < PUE_CLASSES - 1) {
                passed += classes[++place];
            }
            return 1 + (place + 0.5) * PUE_STEP;
        }
    }
}
