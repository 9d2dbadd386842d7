package org.headroom.cooling;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import org.headroom.model.EvidenceClass;
import org.headroom.model.LayerKind;
import org.headroom.testkit.MemoryLayer;
import org.headroom.testkit.MemoryLayerBuilder;
import org.headroom.testkit.SharedData;

/** Two typical years of NREL's third collection (TMY3, 2008), each as a layer with one station. */
final class WeatherFiles {
    private WeatherFiles() {}

    /** Chicago O'Hare as EnergyPlus weather file: eight header lines; dry bulb, dew point and pressure in columns 7, 8 and 10. */
    static MemoryLayer chicago() throws IOException {
        return read("e_climate/chicago.epw", 8, 6, 7, 9, 1, -87.92, 41.98, 0);
    }

    /** Greensboro as TMY3 file: two header lines; columns 32, 35 and 41, pressure in mbar. */
    static MemoryLayer greensboro() throws IOException {
        return read("e_climate/723170TYA.CSV", 2, 31, 34, 40, 100, -79.95, 36.1, 1);
    }

    private static MemoryLayer read(
            String name,
            int headerLines,
            int dryColumn,
            int dewColumn,
            int pressureColumn,
            double pressureFactor,
            double longitude,
            double latitude,
            int ordinal)
            throws IOException {
        List<String> lines = Files.readAllLines(SharedData.file(name), StandardCharsets.ISO_8859_1);
        MemoryLayerBuilder layer = MemoryLayer.of(LayerKind.CLIMATE, "station-" + ordinal)
                .ordinal(ordinal)
                .evidence(EvidenceClass.OBSERVED);
        for (int hour = 0; hour < lines.size() - headerLines; hour++) {
            String[] cells = lines.get(hour + headerLines).split(",", -1);
            layer.point(
                    "h" + hour,
                    longitude,
                    latitude,
                    Map.of(
                            "hourOfYear",
                            hour,
                            "dryBulbC",
                            Double.valueOf(cells[dryColumn]),
                            "dewPointC",
                            Double.valueOf(cells[dewColumn]),
                            "pressurePa",
                            pressureFactor * Double.parseDouble(cells[pressureColumn])));
        }
        return layer.build();
    }
}
