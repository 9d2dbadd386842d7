package org.headroom.layers.load;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntFunction;
import java.util.function.IntUnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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
    private static final Pattern BETWEEN_AREAS = Pattern.compile("[/;,&\\n]");

    private final FeatureLayer areas;
    private final IntFunction<@Nullable Geometry> areaOf;
    private final IntUnaryOperator areaNumber;
    private final KeyNormaliser normaliser;
    private final int[] columns;
    private final Map<String, List<Integer>> records = new HashMap<>();
    private final SeveralAreas several = new SeveralAreas();
    private final String separator;
    private final String shownField;

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
        this.separator = spec.separator();
        List<String> columnNames = List.copyOf(spec.on().values());
        this.shownField = String.join(" + ", columnNames);
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
        if (!separator.isEmpty()) {
            List<@Nullable String[]> keys = split(parts);
            if (keys.size() != 1) {
                return keys.isEmpty()
                        ? Place.problem(
                                "the columns name different numbers of areas, so it is open which belong together",
                                shownField,
                                shown(parts))
                        : locateAll(keys, shown(parts));
            }
            return locate(keys.get(0));
        }
        return locate(parts);
    }

    private Place locate(@Nullable String[] parts) {
        Found found = find(parts);
        int first = found.record;
        if (found.problem != null) {
            return Place.problem(found.problem, shownField, shown(parts));
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

    /** All areas that are found, as one; with a note of the others. */
    private Place locateAll(List<@Nullable String[]> keys, String shownKey) {
        TreeMap<Integer, Geometry> found = new TreeMap<>();
        List<String> missed = new ArrayList<>();
        String problem = "";
        for (@Nullable String[] key : keys) {
            Found one = find(key);
            Geometry area = one.problem == null ? areaOf.apply(one.record) : null;
            if (area == null) {
                missed.add(shown(key));
                problem = one.problem == null ? "the layer " + areas.id() + " has no area for the key" : one.problem;
            } else {
                found.put(areaNumber.applyAsInt(one.record), area);
            }
        }
        if (found.isEmpty()) {
            return Place.problem(problem, shownField, shownKey);
        }
        Place place = several.place(found);
        if (missed.isEmpty()) {
            return place;
        }
        return place.noted(
                "of the " + keys.size() + " areas in \"" + shownKey + "\" only " + (keys.size() - missed.size())
                        + " are used: " + problem + ": \"" + String.join("\", \"", missed) + "\"");
    }

    /**
     * The keys in the cells, one for each area. A cell that holds one key goes with each key of another. Empty when the cells hold different
     * numbers of keys.
     */
    private List<@Nullable String[]> split(@Nullable String[] parts) {
        List<List<String>> cells = new ArrayList<>();
        int count = 1;
        for (String part : parts) {
            List<String> keys = new ArrayList<>();
            for (String key : part == null ? List.<String>of() : List.of(part.split(Pattern.quote(separator), -1))) {
                if (!key.isBlank()) {
                    keys.add(key.strip());
                }
            }
            cells.add(keys);
            count = Math.max(count, keys.size());
        }
        List<@Nullable String[]> all = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            @Nullable String[] one = new @Nullable String[parts.length];
            for (int c = 0; c < one.length; c++) {
                List<String> keys = cells.get(c);
                if (keys.size() > 1 && keys.size() != count) {
                    return List.of();
                }
                one[c] = keys.isEmpty() ? null : keys.get(keys.size() == 1 ? 0 : i);
            }
            all.add(one);
        }
        return all;
    }

    /** A record of the joined layer, or why there is none. */
    private record Found(int record, @Nullable String problem) {}

    private Found find(@Nullable String[] parts) {
        String key = key(parts);
        if (key == null) {
            return new Found(-1, "the key for the layer " + areas.id() + " is empty");
        }
        List<Integer> found = matches(parts, key);
        if (found.isEmpty()) {
            return new Found(-1, "the key is not in the layer " + areas.id() + advice(parts));
        }
        int first = found.get(0);
        for (int other : found) {
            int number = areaNumber.applyAsInt(first);
            if (areaNumber.applyAsInt(other) != number || number < 0 && other != first) {
                return new Found(-1, "the key stands for several areas in the layer " + areas.id());
            }
        }
        return new Found(first, null);
    }

    private static String advice(@Nullable String[] parts) {
        for (String part : parts) {
            Matcher between = part == null ? null : BETWEEN_AREAS.matcher(part.strip());
            if (between != null && between.find(1)) {
                return "; where a cell names several areas, say what is between them, as separator: \""
                        + between.group() + "\" in geometry.join";
            }
        }
        return "";
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
