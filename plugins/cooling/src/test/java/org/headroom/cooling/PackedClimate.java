package org.headroom.cooling;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleBinaryOperator;
import java.util.function.Predicate;
import org.headroom.model.EvidenceClass;
import org.headroom.model.LayerKind;
import org.headroom.testkit.MemoryLayer;
import org.headroom.testkit.MemoryLayerBuilder;

/** The climate of the data pack of the United States, which every clone has. */
final class PackedClimate {
    private static final Path PACK = Path.of("../../geodata/catalog/us/data");

    private PackedClimate() {}

    /** A row of the pack: texts by column. */
    record Station(Map<String, String> row) {
        String id() {
            return text("id");
        }

        String text(String column) {
            return row.get(column);
        }

        double number(String column) {
            return Double.parseDouble(text(column));
        }

        double longitude() {
            return number("longitude");
        }

        double latitude() {
            return number("latitude");
        }
    }

    /** All stations, by id. */
    static List<Station> stations() throws IOException {
        return rows("climate-stations.csv").stream().map(Station::new).toList();
    }

    /** Some of them as a layer, as its descriptor in the project maps the columns. */
    static MemoryLayer layer(List<Station> stations, Predicate<Station> wanted) {
        MemoryLayerBuilder layer =
                MemoryLayer.of(LayerKind.CLIMATE, "climate-stations").evidence(EvidenceClass.DERIVED);
        for (Station station : stations) {
            if (wanted.test(station)) {
                layer.point(
                        station.id(),
                        station.longitude(),
                        station.latitude(),
                        Map.of(
                                "elevationM",
                                station.number("elevation_m"),
                                "stationQuality",
                                station.text("quality"),
                                "pressurePa",
                                station.number("pressure_pa"),
                                "dryBulbP99C",
                                station.number("dry_bulb_p99_c"),
                                "wetBulbP99C",
                                station.number("wet_bulb_p99_c"),
                                "meanWetBulbC",
                                station.number("mean_wet_bulb_c"),
                                "heatingDegreeDays",
                                station.number("heating_degree_days"),
                                "coolingDegreeDays",
                                station.number("cooling_degree_days"),
                                "hoursByDryAndWetBulb",
                                station.text("hours")));
            }
        }
        return layer.build();
    }

    /** Mean temperature of the normals within 20 km, by population as the module has it; else of the nearest. */
    static DoubleBinaryOperator meanC() throws IOException {
        List<double[]> cells = rows("degree-day-normals.csv").stream()
                .map(row -> new double[] {
                    Double.parseDouble(row.get("longitude")),
                    Double.parseDouble(row.get("latitude")),
                    DegreeDays.meanC(
                            Double.parseDouble(row.get("heating_degree_days")),
                            Double.parseDouble(row.get("cooling_degree_days"))),
                    Double.parseDouble(row.get("population"))
                })
                .toList();
        return (longitude, latitude) -> {
            double across = Math.cos(Math.toRadians(latitude));
            double sum = 0;
            double weights = 0;
            double nearest = Double.POSITIVE_INFINITY;
            double nearestC = Double.NaN;
            for (double[] cell : cells) {
                double km = 111.2 * Math.hypot(cell[1] - latitude, across * (cell[0] - longitude));
                if (km <= 20) {
                    sum += cell[3] * cell[2];
                    weights += cell[3];
                }
                if (km < nearest) {
                    nearest = km;
                    nearestC = cell[2];
                }
            }
            return weights > 0 ? sum / weights : nearestC;
        };
    }

    /** No field of these files is quoted. */
    private static List<Map<String, String>> rows(String file) throws IOException {
        List<String> lines = Files.readAllLines(PACK.resolve(file));
        String[] header = lines.get(0).split(",");
        List<Map<String, String>> rows = new ArrayList<>();
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.split(",", -1);
            Map<String, String> row = new HashMap<>();
            for (int i = 0; i < header.length; i++) {
                row.put(header[i], cells[i]);
            }
            rows.add(row);
        }
        return rows;
    }
}
