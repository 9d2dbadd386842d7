package org.headroom.cooling;

import java.util.List;
import java.util.function.DoubleBinaryOperator;
import org.headroom.model.EvidenceClass;

/**
 * Speaks for places between stations: the mean of the nearest ones, each brought to the height of the place and weighted by
 * {@code 1 / (distance + 1 km)} (Shepard 1968, "A two-dimensional interpolation function for irregularly-spaced data"). The mean
 * temperatures that degree days give for the place and a station tell a height too, at the dry bulb's lapse: valleys of cold air and
 * the coast, which the elevation does not know. Where both heights are known their mean is taken, which foretells stations that are
 * left out better than either; where none is, the place is as high as the stations.
 *
 * <p>The interval about the mean is {@code sqrt(e^2 + (f s)^2)} to both sides, with s the weighted standard deviation of the neighbours,
 * f what the policy multiplies it by, and e what the quantity changes with the error that no neighbour shows, from colder to warmer.
 * Immutable and safe for several threads.
 */
final class StationNetwork {
    private static final double METRES = 1_000;
    private static final double NEAR_KM = 1;

    private final List<ClimateStation> stations;
    private final NearestStations nearest;
    private final StationYear[] years;
    /** Mean temperature that degree days give at each station, degC; NaN where none do. */
    private final double[] meansC;

    private final CoolingParameters.Neighbours neighbours;
    private final double leastPue;

    /**
     * @param stations whose quality is not doubted
     * @param meanC mean temperature of a place by degree days, from longitude and latitude; NaN where there are none
     */
    StationNetwork(List<ClimateStation> stations, CoolingParameters parameters, DoubleBinaryOperator meanC) {
        this.stations = List.copyOf(stations);
        neighbours = parameters.neighbours();
        leastPue = parameters.plant().leastPue();
        nearest = new NearestStations(stations);
        HumidityLimit humidity = new HumidityLimit(parameters.plant().dewPointMaximumC());
        years = new StationYear[stations.size()];
        meansC = new double[stations.size()];
        for (int station = 0; station < years.length; station++) {
            ClimateStation one = stations.get(station);
            years[station] = new StationYear(one, parameters, humidity);
            meansC[station] = meanC.applyAsDouble(one.longitude(), one.latitude());
        }
    }

    Estimate estimate() {
        return new Estimate();
    }

    /** What the neighbours say of one place after another. Working memory of one thread. */
    final class Estimate {
        private final NearestStations.Found found = new NearestStations.Found(neighbours.count());
        private final double[] weights = new double[neighbours.count()];
        private final double[] heightsKm = new double[neighbours.count()];
        /** Bounds of the quantity that was asked for last. */
        double lower;

        double upper;

        /**
         * Finds the neighbours of a place; whether there are any.
         *
         * @param elevationM of the place, or NaN
         * @param meanC its mean temperature by degree days, or NaN
         */
        boolean find(double longitude, double latitude, double elevationM, double meanC) {
            nearest.find(longitude, latitude, neighbours.reachKm(), found);
            double sum = 0;
            for (int i = 0; i < found.count; i++) {
                weights[i] = 1 / (found.distancesKm[i] + NEAR_KM);
                sum += weights[i];
                heightsKm[i] = heightKm(found.stations[i], elevationM, meanC);
            }
            for (int i = 0; i < found.count; i++) {
                weights[i] /= sum;
            }
            return found.count > 0;
        }

        private double heightKm(int station, double elevationM, double meanC) {
            double told = (elevationM - stations.get(station).elevationM()) / METRES;
            double byDegreeDays = (meansC[station] - meanC) / neighbours.dryBulbCPerKm();
            if (Double.isNaN(told)) {
                return Double.isNaN(byDegreeDays) ? 0 : byDegreeDays;
            }
            return Double.isNaN(byDegreeDays) ? told : (told + byDegreeDays) / 2;
        }

        /** Sets the bounds of a quantity. */
        void bound(int quantity) {
            // a neighbour that none can contradict may be wrong by more
            double error = neighbours.errorKm() * (found.count == 1 ? 2 : 1);
            double mean = 0;
            double colder = 0;
            double warmer = 0;
            for (int i = 0; i < found.count; i++) {
                StationYear year = years[found.stations[i]];
                mean += weights[i] * year.at(quantity, heightsKm[i]);
                colder += weights[i] * year.at(quantity, heightsKm[i] + error);
                warmer += weights[i] * year.at(quantity, heightsKm[i] - error);
            }
            double variance = 0;
            for (int i = 0; i < found.count; i++) {
                double off = years[found.stations[i]].at(quantity, heightsKm[i]) - mean;
                variance += weights[i] * off * off;
            }
            double own = (warmer - colder) / 2;
            double half = Math.sqrt(own * own + neighbours.spreadFactor() * neighbours.spreadFactor() * variance);
            lower = CoolingCriteria.held(quantity, mean - half, leastPue);
            upper = CoolingCriteria.held(quantity, mean + half, leastPue);
        }

        /** The nearest neighbour. */
        ClimateStation station() {
            return stations.get(found.stations[0]);
        }

        /** What the figures may claim at most: derived, and no more than what each neighbour's layer claims. */
        EvidenceClass evidence() {
            EvidenceClass evidence = EvidenceClass.DERIVED;
            for (int i = 0; i < found.count; i++) {
                evidence = EvidenceClass.weaker(
                        evidence, stations.get(found.stations[i]).layer().evidenceClass());
            }
            return evidence;
        }
    }
}
