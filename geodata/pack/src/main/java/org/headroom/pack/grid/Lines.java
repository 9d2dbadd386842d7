package org.headroom.pack.grid;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.headroom.pack.file.PackFile;
import org.headroom.pack.file.Provenance;
import org.headroom.pack.file.RawFolder;

/** Transmission lines of 230 kV and more, to four digits of a degree, one feature a line. */
final class Lines implements PackFile {
    private static final String RAW = "a_grid/hifld_transmission_lines_ge230kv.geojson";

    /** Delta, Utah, to Adelanto, California: direct current under the voltage of an alternating-current class. Degrees. */
    private static final double[][] INTERMOUNTAIN = {{-112.58, 39.50}, {-117.44, 34.55}};

    private static final double NEAR = 0.02;

    @Override
    public Provenance provenance() {
        return new Provenance(
                "transmission-lines-230kv.geojson",
                "Homeland Infrastructure Foundation-Level Data (ORNL, LANL, INL, NGA HSIP Team), through Compute Atlas",
                "Electric Power Transmission Lines of 230 kV and more, simplified to about 0.005 degrees, cut at the border",
                "public domain",
                "not stated; copy of 2026",
                List.of(RAW),
                "coordinates to 0.0001 degrees; voltages of direct-current lines and slips moved from kv to not_ac_kv");
    }

    @Override
    public long write(RawFolder raw, Path target) throws IOException {
        List<String> features = new ArrayList<>();
        for (JsonNode feature : raw.json(RAW).path("features")) {
            features.add(feature(features.size() + 1, feature));
        }
        String text = "{\"type\":\"FeatureCollection\",\"features\":[\n" + String.join(",\n", features) + "\n]}\n";
        Files.write(target, text.getBytes(StandardCharsets.UTF_8));
        return features.size();
    }

    private static String feature(int number, JsonNode feature) {
        double kv = feature.path("properties").path("voltage").asDouble();
        JsonNode geometry = feature.path("geometry");
        boolean isNode = Voltages.isAlternating(kv) && !isIntermountain(geometry.path("coordinates"));
        return "{\"type\":\"Feature\",\"properties\":{\"line\":" + number + ",\"" + (isNode ? "kv" : "not_ac_kv")
                + "\":"
                + Voltages.text(kv) + "},\"geometry\":{\"type\":" + geometry.path("type") + ",\"coordinates\":"
                + rounded(geometry.path("coordinates")) + "}}";
    }

    private static boolean isIntermountain(JsonNode line) {
        return isAt(line.path(0), INTERMOUNTAIN[0]) && isAt(line.path(line.size() - 1), INTERMOUNTAIN[1]);
    }

    private static boolean isAt(JsonNode place, double[] end) {
        return Math.abs(place.path(0).asDouble() - end[0]) < NEAR
                && Math.abs(place.path(1).asDouble() - end[1]) < NEAR;
    }

    private static String rounded(JsonNode coordinates) {
        if (coordinates.isNumber()) {
            String text = String.format(Locale.ROOT, "%.4f", coordinates.asDouble());
            return text.replaceAll("\\.?0+$", "");
        }
        List<String> parts = new ArrayList<>();
        coordinates.forEach(part -> parts.add(rounded(part)));
        return "[" + String.join(",", parts) + "]";
    }
}
