package org.headroom.layers.load;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.function.IntUnaryOperator;
import org.headroom.layers.descriptor.GeometrySpec;
import org.headroom.layers.descriptor.KeyNormaliser;
import org.headroom.layers.format.Numbers;
import org.headroom.layers.format.RawRecord;
import org.headroom.spi.FeatureLayer;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/**
 * Places borrowed from the records of another layer whose fields equal columns of the source.
 *
 * <p>Where a county name belongs to a county and to an independent city (Baltimore, Fairfax, Roanoke ...), a source that ends in
 * {@code city} means the city and any other the county. Independent cities are told by their code: the county part is 510 or more (FIPS
 * 6-4, NIST 1990).
 */
public final class AreaJoin implements PlaceReader {
    private static final String SEPARATOR = "\u001F";
    private static final int FIRST_CITY_CODE = 510;

    private final FeatureLayer areas;
    private final IntFunction<@Nullable Geometry> areaOf;
    private final IntUnaryOperator areaNumber;
    private final KeyNormaliser normaliser;
    private final List<String> columnNames;
    private final int[] columns;
    private final Map<String, List<Integer>> records = new HashMap<>();

    /**
     * @param spec the keys
     * @param columns notes source columns and boundary fields that are not there
     * @param areas the joined layer
     * @param areaOf its areas by record
     * @param areaNumber the same number for records of the same area, -1 for a record without one
     */
    public AreaJoin(
            GeometrySpec spec,
            ColumnLookup columns,
            FeatureLayer areas,
            IntFunction<@Nullable Geometry> areaOf,
            IntUnaryOperator areaNumber) {
        this.areas = areas;
        this.areaOf = areaOf;
        this.areaNumber = areaNumber;
        this.normaliser = spec.normaliser();
        this.columnNames = List.copyOf(spec.on().values());
        this.columns = columnNames.stream()
                .mapToInt(c -> columns.find(c, "geometry.join.on"))
                .toArray();
        List<String> fields = List.copyOf(spec.on().keySet());
        for (String field : fields) {
            if (!areas.hasField(field)) {
                columns.note(
                        "geometry.join.on: the layer \"" + areas.id() + "\" does not fill the field \"" + field + "\"");
            }
        }
        for (int r = 0; r < areas.size(); r++) {
            @Nullable String[] parts = new @Nullable String[fields.size()];
            for (int i = 0; i < parts.length; i++) {
                parts[i] = areas.texts(fields.get(i))[r];
            }
            String key = key(parts);
            if (key != null && areas.isLocated(r)) {
                records.computeIfAbsent(key, k -> new ArrayList<>()).add(r);
            }
        }
    }

    @Override
    public Place locate(RawRecord record) {
        @Nullable String[] parts = new @Nullable String[columns.length];
        for (int i = 0; i < parts.length; i++) {
            Object value = record.value(columns[i]);
            parts[i] = value == null ? null : Numbers.text(value);
        }
        String shownField = String.join(" + ", columnNames);
        String shownKey = shown(parts);
        String key = key(parts);
        if (key == null) {
            return Place.problem("the key for the layer " + areas.id() + " is empty", shownField, shownKey);
        }
        List<Integer> found = matches(parts, key);
        if (found.isEmpty()) {
            return Place.problem("the key is not in the layer " + areas.id(), shownField, shownKey);
        }
        int first = found.get(0);
        for (int other : found) {
            int number = areaNumber.applyAsInt(first);
            if (areaNumber.applyAsInt(other) != number || number < 0 && other != first) {
                return Place.problem(
                        "the key stands for several areas in the layer " + areas.id(), shownField, shownKey);
            }
        }
        return new Place(
                areas.longitude(first),
                areas.latitude(first),
                areaOf.apply(first),
                areaNumber.applyAsInt(first),
                null,
                null,
                null,
                null,
                "",
                "");
    }

    private List<Integer> matches(@Nullable String[] parts, String key) {
        List<Integer> found = records.getOrDefault(key, List.of());
        if (normaliser != KeyNormaliser.COUNTY_NAME || found.size() == 1) {
            return found;
        }
        boolean wantsCity = false;
        @Nullable String[] withoutCity = parts.clone();
        for (int i = 0; i < parts.length; i++) {
            String part = parts[i];
            if (part != null && part.strip().toLowerCase(Locale.ROOT).endsWith(" city")) {
                wantsCity = true;
                withoutCity[i] = part.strip().substring(0, part.strip().length() - " city".length());
            }
        }
        if (found.isEmpty() && wantsCity) {
            String shorter = key(withoutCity);
            found = shorter == null ? List.of() : records.getOrDefault(shorter, List.of());
        }
        boolean city = wantsCity;
        List<Integer> right = found.stream().filter(r -> isCity(r) == city).toList();
        return right.isEmpty() ? found : right;
    }

    private boolean isCity(int record) {
        String code = areas.texts("code")[record];
        return code != null && code.matches("\\d{5}") && Integer.parseInt(code, 2, 5, 10) >= FIRST_CITY_CODE;
    }

    private @Nullable String key(@Nullable String[] parts) {
        StringBuilder key = new StringBuilder();
        for (String part : parts) {
            String plain = part == null ? "" : normaliser.apply(part);
            if (plain.isEmpty()) {
                return null;
            }
            key.append(plain).append(SEPARATOR);
        }
        return key.toString();
    }

    private static String shown(@Nullable String[] parts) {
        StringBuilder shown = new StringBuilder();
        for (int i = 0; i < parts.length; i++) {
            shown.append(i == 0 ? "" : " + ").append(parts[i] == null ? "" : parts[i]);
        }
        return shown.toString();
    }
}
