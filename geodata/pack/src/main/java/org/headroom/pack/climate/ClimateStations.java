package org.headroom.pack.climate;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.headroom.pack.file.Numbers;
import org.headroom.pack.file.PackFile;
import org.headroom.pack.file.Provenance;
import org.headroom.pack.file.RawFolder;
import org.headroom.pack.file.Table;

/** Stations with hourly weather, each year summed up in one row. */
record ClimateStations(Provenance provenance) implements PackFile {
    private static final List<String> HEADER = List.of(
            "id",
            "name",
            "state",
            "longitude",
            "latitude",
            "elevation_m",
            "quality",
            "pressure_pa",
            "dry_bulb_p99_c",
            "wet_bulb_p99_c",
            "mean_wet_bulb_c",
            "heating_degree_days",
            "cooling_degree_days",
            "hours");
    private static final Set<String> ELSEWHERE = Set.of("AK", "HI", "PR", "GU", "VI");

    @Override
    public long write(RawFolder raw, Path target) throws IOException {
        List<NamedCsvRecord> stations = raw.csv(Climate.STATIONS).stream()
                .filter(station -> !ELSEWHERE.contains(station.getField("state")))
                .sorted(Comparator.comparing(station -> station.getField("id")))
                .toList();
        // in parallel, as some million wet bulbs take a while; the order stays
        List<List<String>> rows =
                stations.parallelStream().map(station -> row(raw, station)).toList();
        return Table.write(target, HEADER, rows.stream());
    }

    private static List<String> row(RawFolder raw, NamedCsvRecord station) {
        try {
            HourlyWeather year = HourlyWeather.of(raw.csv("e_climate/" + station.getField("hourly_file")));
            return List.of(
                    station.getField("id"),
                    station.getField("name"),
                    station.getField("state"),
                    station.getField("longitude"),
                    station.getField("latitude"),
                    station.getField("elevation_m"),
                    station.getField("qc_note").isEmpty() ? "GOOD" : "DOUBTFUL",
                    Long.toString(Math.round(year.meanPressurePa())),
                    hundredths(year.dryBulbP99C()),
                    hundredths(year.wetBulbP99C()),
                    hundredths(year.meanWetBulbC()),
                    Long.toString(Math.round(year.degreeDays(-1))),
                    Long.toString(Math.round(year.degreeDays(1))),
                    year.jointHours().toText());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String hundredths(double value) {
        return Numbers.rounded(value, 2);
    }
}
