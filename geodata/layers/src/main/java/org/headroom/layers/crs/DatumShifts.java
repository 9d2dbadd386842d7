package org.headroom.layers.crs;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.geotools.api.referencing.ReferenceIdentifier;
import org.geotools.api.referencing.datum.GeodeticDatum;
import org.jspecify.annotations.Nullable;

/**
 * The shifts of some 340 older datums to WGS 84, found by the datum's EPSG code or by any name that EPSG and ESRI have for it. Of the shifts that
 * EPSG lists for a datum that of the largest area was taken; {@code src/datums/make.py} makes the table. GeoTools' own choice is the one with the
 * best accuracy, which may hold for a small country only.
 */
final class DatumShifts {
    private static final String FILE = "datums.csv";
    private static final int FIRST_PARAMETER = 3;
    private static final int PARAMETERS = 7;
    private static final int NAMES = FIRST_PARAMETER + PARAMETERS;

    private static final Pattern MERIDIAN = Pattern.compile(
            "(paris|ferro|lisbon|bogota|jakarta|rome|brussels|athens|oslo|stockholm|bern|madrid|greenwich)$");

    private final Map<String, DatumShift> byCode = new HashMap<>();
    private final Map<String, DatumShift> byName = new HashMap<>();

    private DatumShifts() {
        try (InputStream in = Objects.requireNonNull(DatumShifts.class.getResourceAsStream(FILE), FILE);
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (!line.startsWith("#")) {
                    add(line.split(";", -1));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void add(String[] cells) {
        double[] parameters = new double[PARAMETERS];
        for (int i = 0; i < PARAMETERS; i++) {
            parameters[i] = Double.parseDouble(cells[FIRST_PARAMETER + i]);
        }
        DatumShift shift = new DatumShift(cells[1], Double.parseDouble(cells[2]), parameters);
        byCode.put(cells[0], shift);
        for (String name : cells[NAMES].split(" ")) {
            byName.put(name, shift);
        }
    }

    /**
     * The shift of a datum; null when there is none in the table.
     *
     * @param crsName the name of its geographic system, looked up when the datum's own says nothing
     */
    static @Nullable DatumShift find(GeodeticDatum datum, String crsName) {
        DatumShifts table = Table.INSTANCE;
        for (ReferenceIdentifier id : datum.getIdentifiers()) {
            DatumShift shift = "EPSG".equals(id.getCodeSpace()) ? table.byCode.get(id.getCode()) : null;
            if (shift != null) {
                return shift;
            }
        }
        DatumShift shift = table.byName(datum.getName().getCode());
        return shift != null ? shift : table.byName(crsName);
    }

    private @Nullable DatumShift byName(String name) {
        String key = name.toLowerCase(Locale.ROOT).replaceFirst("^(d|gcs)_", "").replaceAll("[^a-z0-9+]", "");
        DatumShift shift = byName.get(key);
        // With another meridian it is the same datum under a longer name; its own meridian is left as it is.
        return shift != null ? shift : byName.get(MERIDIAN.matcher(key).replaceFirst(""));
    }

    /** Read when it is first asked for. */
    private static final class Table {
        private static final DatumShifts INSTANCE = new DatumShifts();
    }
}
