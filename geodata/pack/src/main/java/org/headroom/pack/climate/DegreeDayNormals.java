package org.headroom.pack.climate;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.headroom.pack.file.Numbers;
import org.headroom.pack.file.PackFile;
import org.headroom.pack.file.Provenance;
import org.headroom.pack.file.RawFolder;
import org.headroom.pack.file.Table;

/** Normal degree days of census tracts, brought together in cells. */
record DegreeDayNormals(Provenance provenance) implements PackFile {
    private static final double CELLS_PER_DEGREE = 5;
    private static final double FAHRENHEIT_DEGREES = 1.8;
    private static final int WEST_TO_EAST = 10_000;

    @Override
    public long write(RawFolder raw, Path target) throws IOException {
        Map<String, NamedCsvRecord> places = byTract(raw, Climate.TRACTS);
        Map<String, NamedCsvRecord> people = byTract(raw, Climate.POPULATION);
        Map<Long, Cell> cells = new TreeMap<>();
        for (NamedCsvRecord row : raw.csv(Climate.DEGREE_DAYS)) {
            String tract = row.getField("tract");
            NamedCsvRecord place = places.get(tract);
            NamedCsvRecord population = people.get(tract);
            if (place == null || population == null) {
                throw new IOException("tract " + tract + " has no place or no population");
            }
            double longitude = number(place, "lon");
            double latitude = number(place, "lat");
            long cell = (long) Math.floor(latitude * CELLS_PER_DEGREE) * WEST_TO_EAST
                    + (long) Math.floor(longitude * CELLS_PER_DEGREE);
            cells.computeIfAbsent(cell, key -> new Cell())
                    .add(
                            number(population, "pop"),
                            longitude,
                            latitude,
                            number(row, "hdd65_normals") / FAHRENHEIT_DEGREES,
                            number(row, "cdd65_normals") / FAHRENHEIT_DEGREES);
        }
        return Table.write(
                target,
                List.of("longitude", "latitude", "heating_degree_days", "cooling_degree_days", "population"),
                cells.values().stream().map(Cell::row));
    }

    private static Map<String, NamedCsvRecord> byTract(RawFolder raw, String file) throws IOException {
        Map<String, NamedCsvRecord> rows = new HashMap<>();
        raw.csv(file).forEach(row -> rows.put(row.getField("tract"), row));
        return rows;
    }

    private static double number(NamedCsvRecord row, String column) {
        return Double.parseDouble(row.getField(column));
    }

    /** Sums over the tracts of a cell; one where nobody lives counts as one person for the means. */
    private static final class Cell {
        private static final int QUANTITIES = 4;
        private static final int[] DIGITS = {3, 3, 1, 1};

        private final double[] sums = new double[QUANTITIES];
        private double weight;
        private long population;

        void add(double people, double... values) {
            double counted = Math.max(1, people);
            for (int i = 0; i < QUANTITIES; i++) {
                sums[i] += counted * values[i];
            }
            weight += counted;
            population += Math.round(people);
        }

        List<String> row() {
            return List.of(mean(0), mean(1), mean(2), mean(3), Long.toString(population));
        }

        private String mean(int quantity) {
            return Numbers.rounded(sums[quantity] / weight, DIGITS[quantity]);
        }
    }
}
