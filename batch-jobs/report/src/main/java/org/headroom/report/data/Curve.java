package org.headroom.report.data;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.headroom.decide.curve.SupplyCurve;
import org.headroom.decide.curve.SupplyCurves;

/**
 * A supply curve of all sites.
 *
 * @param by what it runs along
 * @param unit unit of that
 * @param points from the best value on, those without a value last
 */
public record Curve(String by, String unit, List<Point> points) {
    public Curve {
        points = List.copyOf(points);
    }

    /**
     * A point: how much there is up to a value.
     *
     * @param value NaN where sites have none
     * @param sitesLow sites that have it for sure
     * @param sitesHigh sites that may have it
     * @param mwLow MW for sure
     * @param mwHigh MW at most
     */
    public record Point(double value, double sitesLow, double sitesHigh, double mwLow, double mwHigh) {}

    /** Reads the curves of all sites from a run; empty where it has none. */
    static List<Curve> read(Path runFolder) {
        Path file = runFolder.resolve(SupplyCurves.FILE);
        if (!Files.exists(file)) {
            return List.of();
        }
        Map<String, String> units = new LinkedHashMap<>();
        Map<String, List<Point>> points = new LinkedHashMap<>();
        try (CsvReader<NamedCsvRecord> csv = CsvReader.builder().ofNamedCsvRecord(file)) {
            for (NamedCsvRecord record : csv) {
                if (record.getField("scope").equals(SupplyCurve.ALL)) {
                    units.put(record.getField("by"), record.getField("unit"));
                    points.computeIfAbsent(record.getField("by"), by -> new ArrayList<>())
                            .add(new Point(
                                    number(record, "value"),
                                    number(record, "sitesLow"),
                                    number(record, "sitesHigh"),
                                    number(record, "mwLow"),
                                    number(record, "mwHigh")));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        List<Curve> curves = new ArrayList<>();
        points.forEach((by, list) -> curves.add(new Curve(by, units.getOrDefault(by, ""), list)));
        return curves;
    }

    private static double number(NamedCsvRecord record, String field) {
        String text = record.getField(field);
        return text.isEmpty() ? Double.NaN : Double.parseDouble(text);
    }
}
