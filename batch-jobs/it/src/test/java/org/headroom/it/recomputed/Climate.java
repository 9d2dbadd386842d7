package org.headroom.it.recomputed;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.DoubleUnaryOperator;
import java.util.function.ToDoubleFunction;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Location;

/**
 * What the climate of a place means for cooling by a tower: the mean of the stations round about, each brought to the height that degree days
 * tell of the place, with the interval in which nine of ten stations lie that are left out.
 */
public final class Climate {
    private static final double EARTH_KM = 6371.0088;
    private static final double KELVIN = 273.15;
    private static final double DAYS = 365.25;
    private static final double HOURS = 8760;
    private static final double P99 = 0.99;
    /** Shorter than a degree is in any direction in these latitudes, times the cosine of the latitude to the east. */
    private static final double SHORTEST_DEGREE_KM = 110;

    private static final int PARTS_OF_A_DEGREE = 10;
    private static final double STEP_KM = 0.25;
    private static final int STEPS_EACH_WAY = 8;

    private final List<double[]> degreeDays = new ArrayList<>();
    private final List<Station> stations = new ArrayList<>();
    private final Parameters parameters;
    private final double dryLapse;
    private final double wetLapse;
    private final double coldC;
    private final double warmC;
    private final double towerC;
    private final double exchangerC;
    private final double condenserC;
    private final double evaporatorC;
    private final double leastLiftC;
    private final double carnot;
    private final double losses;

    /** A station's year: hours by wet bulb, the mean temperature that degree days give there, and what is made of it at heights. */
    private record Station(Coordinate place, double meanC, Map<String, double[]> atHeights) {
        double at(String name, double heightKm) {
            double[] values = atHeights.get(name);
            double step = Math.max(0, Math.min(values.length - 1, heightKm / STEP_KM + STEPS_EACH_WAY));
            int below = Math.min(values.length - 2, (int) step);
            return values[below] + (step - below) * (values[below + 1] - values[below]);
        }
    }

    private record Neighbour(Station station, double weight, double heightKm) {}

    /** Reads the files of the pack and the parameters of the policy. */
    public Climate(Path data, Path policy) {
        parameters = new Parameters(policy, "cooling");
        if (!parameters.words("economiser").equals(List.of("WATER"))) {
            throw new IllegalStateException("only cooling by a tower is done here");
        }
        dryLapse = number("dryBulbLapseCPerKm");
        wetLapse = number("wetBulbLapseCPerKm");
        coldC = number("supplyTemperatureC");
        warmC = number("returnTemperatureC");
        towerC = number("towerApproachC");
        exchangerC = number("heatExchangerApproachC");
        condenserC = number("condenserApproachC");
        evaporatorC = coldC - number("evaporatorApproachC");
        leastLiftC = number("minimumLiftC");
        carnot = number("chillerCarnotFraction");
        losses = number("electricalLossFraction") + number("fanFraction") + number("pumpFraction");
        for (NamedCsvRecord row : Rows.of(data.resolve("degree-day-normals.csv"))) {
            degreeDays.add(new double[] {
                Rows.number(row, "longitude"),
                Rows.number(row, "latitude"),
                Rows.number(row, "heating_degree_days"),
                Rows.number(row, "cooling_degree_days"),
                Rows.number(row, "population")
            });
        }
        for (NamedCsvRecord row : Rows.of(data.resolve("climate-stations.csv"))) {
            if (row.getField("quality").equals("GOOD")) {
                stations.add(station(row));
            }
        }
    }

    private double number(String name) {
        return parameters.number(name);
    }

    private Station station(NamedCsvRecord row) {
        TreeMap<Integer, Integer> hours = new TreeMap<>();
        for (String line : row.getField("hours").split(";")) {
            String[] parts = line.split(":");
            int wet = Integer.parseInt(parts[1]);
            for (String count : parts[2].split(" ")) {
                hours.merge(wet++, Integer.parseInt(count), Integer::sum);
            }
        }
        Map<String, double[]> atHeights = new TreeMap<>();
        for (String name : List.of("freeCoolingHoursPerYear", "pue", "peakPue")) {
            atHeights.put(name, new double[2 * STEPS_EACH_WAY + 1]);
        }
        for (int step = -STEPS_EACH_WAY; step <= STEPS_EACH_WAY; step++) {
            reckon(hours, -wetLapse * STEP_KM * step, atHeights, step + STEPS_EACH_WAY);
        }
        atHeights.put("dryBulbP99C", colder(Rows.number(row, "dry_bulb_p99_c"), dryLapse));
        atHeights.put("wetBulbP99C", colder(Rows.number(row, "wet_bulb_p99_c"), wetLapse));
        atHeights.put("meanWetBulbC", colder(Rows.number(row, "mean_wet_bulb_c"), wetLapse));
        Coordinate place = new Coordinate(Rows.number(row, "longitude"), Rows.number(row, "latitude"));
        return new Station(place, meanC(degreeDaysAt(place)), atHeights);
    }

    private static double[] colder(double here, double lapse) {
        double[] values = new double[2 * STEPS_EACH_WAY + 1];
        for (int step = 0; step < values.length; step++) {
            values[step] = here - lapse * STEP_KM * (step - STEPS_EACH_WAY);
        }
        return values;
    }

    /** Hours lie evenly in the tenths of their degree. */
    private void reckon(TreeMap<Integer, Integer> hours, double shift, Map<String, double[]> into, int step) {
        double all = hours.values().stream().mapToInt(count -> count).sum();
        double free = 0;
        double sum = 0;
        double passed = 0;
        double peak = Double.NaN;
        for (Map.Entry<Integer, Integer> degree : hours.entrySet()) {
            for (int part = 0; part < PARTS_OF_A_DEGREE; part++) {
                double share = degree.getValue() / all / PARTS_OF_A_DEGREE;
                double wet = degree.getKey() + (part + 0.5) / PARTS_OF_A_DEGREE + shift;
                free += freeShare(wet) >= 1 ? share : 0;
                sum += share * pue(wet);
                passed += share;
                if (Double.isNaN(peak) && passed >= P99) {
                    peak = pue(wet);
                }
            }
        }
        into.get("freeCoolingHoursPerYear")[step] = HOURS * Math.min(1, free);
        into.get("pue")[step] = sum;
        into.get("peakPue")[step] = peak;
    }

    private double freeShare(double wet) {
        double source = wet + towerC + exchangerC;
        return Math.max(0, Math.min(1, (warmC - source) / (warmC - coldC)));
    }

    private double pue(double wet) {
        double lift = Math.max(leastLiftC, wet + towerC + condenserC - evaporatorC);
        double performance = carnot * (evaporatorC + KELVIN) / lift;
        return 1 + losses + (1 - freeShare(wet)) / performance;
    }

    /** All criteria of a county, by the people who live in it. */
    public Map<String, Measured> of(Geometry county, Coordinate place) {
        IndexedPointInAreaLocator within = new IndexedPointInAreaLocator(county);
        double[] days = mean(degreeDays.stream()
                .filter(record -> county.getEnvelopeInternal().covers(record[0], record[1])
                        && within.locate(new Coordinate(record[0], record[1])) != Location.EXTERIOR)
                .toList());
        return at(place, Double.isNaN(days[0]) ? degreeDaysAt(place) : days);
    }

    /** All criteria at a place. */
    public Map<String, Measured> at(Coordinate place) {
        return at(place, degreeDaysAt(place));
    }

    private Map<String, Measured> at(Coordinate place, double[] days) {
        Map<String, Measured> at = new TreeMap<>();
        at.put("heatingDegreeDays", Double.isNaN(days[0]) ? Measured.UNKNOWN : Measured.between(days[0], days[0]));
        at.put("coolingDegreeDays", Double.isNaN(days[1]) ? Measured.UNKNOWN : Measured.between(days[1], days[1]));
        List<Neighbour> neighbours = neighbours(place, meanC(days));
        for (String name : stations.get(0).atHeights.keySet()) {
            at.put(name, neighbours.isEmpty() ? Measured.UNKNOWN : between(neighbours, name));
        }
        return at;
    }

    private Measured between(List<Neighbour> neighbours, String name) {
        double errorKm = number("stationErrorC") / wetLapse * (neighbours.size() == 1 ? 2 : 1);
        double mean = mean(neighbours, one -> one.station.at(name, one.heightKm));
        double own = Math.abs(mean(neighbours, one -> one.station.at(name, one.heightKm + errorKm))
                        - mean(neighbours, one -> one.station.at(name, one.heightKm - errorKm)))
                / 2;
        double variance = mean(neighbours, one -> Math.pow(one.station.at(name, one.heightKm) - mean, 2));
        double half = Math.sqrt(own * own + Math.pow(number("disagreementFactor"), 2) * variance);
        DoubleUnaryOperator held =
                switch (name) {
                    case "freeCoolingHoursPerYear" -> x -> Math.max(0, Math.min(HOURS, x));
                    case "pue", "peakPue" -> x -> Math.max(1 + losses, x);
                    default -> x -> x;
                };
        return Measured.between(held.applyAsDouble(mean - half), held.applyAsDouble(mean + half));
    }

    private static double mean(List<Neighbour> neighbours, ToDoubleFunction<Neighbour> of) {
        double sum = 0;
        double weights = 0;
        for (Neighbour one : neighbours) {
            sum += one.weight * of.applyAsDouble(one);
            weights += one.weight;
        }
        return sum / weights;
    }

    private List<Neighbour> neighbours(Coordinate place, double meanC) {
        double reachKm = number("maximumNeighbourDistanceKm");
        return stations.stream()
                .map(station -> new Neighbour(
                        station,
                        1 / (chordKm(place, station.place) + 1),
                        Double.isNaN(station.meanC - meanC) ? 0 : (station.meanC - meanC) / dryLapse))
                .filter(one -> one.weight >= 1 / (reachKm + 1))
                .sorted(Comparator.comparingDouble(one -> -one.weight))
                .limit((long) number("stationNeighbours"))
                .toList();
    }

    private static double chordKm(Coordinate a, Coordinate b) {
        double south = Math.sin(Math.toRadians(b.y - a.y) / 2);
        double west = Math.sin(Math.toRadians(b.x - a.x) / 2);
        return 2
                * EARTH_KM
                * Math.sqrt(
                        south * south + Math.cos(Math.toRadians(a.y)) * Math.cos(Math.toRadians(b.y)) * west * west);
    }

    /** Mean temperature of the year less the base, from heating and cooling degree days. */
    private static double meanC(double[] days) {
        return (days[1] - days[0]) / DAYS;
    }

    /** Heating and cooling degree days: of the people round about, else of the nearest record; NaN where there is none. */
    private double[] degreeDaysAt(Coordinate place) {
        double[] roundAbout = mean(within(place, number("degreeDayRadiusKm")));
        if (!Double.isNaN(roundAbout[0])) {
            return roundAbout;
        }
        double[] nearest = {Double.NaN, Double.NaN};
        double nearestKm = number("maximumDegreeDayDistanceKm");
        for (double[] record : within(place, nearestKm)) {
            double km = Places.km(place, new Coordinate(record[0], record[1]));
            if (km <= nearestKm) {
                nearestKm = km;
                nearest = new double[] {record[2], record[3]};
            }
        }
        return nearest;
    }

    /** By population; NaN where there is nobody. */
    private static double[] mean(List<double[]> records) {
        double[] sums = new double[3];
        for (double[] record : records) {
            sums[0] += record[2] * record[4];
            sums[1] += record[3] * record[4];
            sums[2] += record[4];
        }
        return new double[] {sums[0] / sums[2], sums[1] / sums[2]};
    }

    private List<double[]> within(Coordinate place, double km) {
        double degrees = km / SHORTEST_DEGREE_KM;
        double degreesEast = degrees / Math.cos(Math.toRadians(place.y));
        return degreeDays.stream()
                .filter(record -> Math.abs(record[1] - place.y) < degrees
                        && Math.abs(record[0] - place.x) < degreesEast
                        && Places.km(place, new Coordinate(record[0], record[1])) <= km)
                .toList();
    }
}
