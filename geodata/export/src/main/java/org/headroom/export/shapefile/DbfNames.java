package org.headroom.export.shapefile;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.headroom.export.DbfForm;
import org.headroom.export.ExportColumn;
import org.headroom.model.FailureFamily;
import org.headroom.model.HeadroomException;

/**
 * Column names for shapefiles, where 10 capital letters, digits and underscores are all there is. Names that Headroom knows
 * come from its table; a name that a plugin brings gets one made from its words, abridged where they do not fit. The same columns have
 * the same short names every night, whatever their order and whatever they hold.
 */
final class DbfNames {
    private static final String RESOURCE = "dbf-names.properties";
    private static final String SCORE_SUFFIX = "Score";
    /** How the ends of an interval are named. */
    private static final List<String> ENDS = List.of("_lo", "_hi");

    /** MW by a year, of a load that grows: the year has to stay. */
    private static final String BY_YEAR = "energisedMw";

    private static final Map<String, String> TABLE = read();

    private DbfNames() {}

    /** The names that Headroom knows, long name to short name, in the order of the long names. */
    static Map<String, String> known() {
        return TABLE;
    }

    /**
     * Short names for the columns of one shapefile, all different.
     *
     * @param longNames column names of letters, digits and underscores
     * @return long name to short name, in the order given; the short names do not depend on that order
     */
    static Map<String, String> of(List<String> longNames) {
        return of(longNames, Set.of());
    }

    /**
     * Short names for the columns of one shapefile, those asked for first, all different.
     *
     * @throws HeadroomException CONFIG when a name that is asked for is that of another column as well
     */
    static Map<String, String> ofColumns(List<ExportColumn> columns) {
        Map<String, String> owners = new LinkedHashMap<>();
        for (ExportColumn column : columns) {
            String asked = column.heading().dbf().name();
            if (asked != null) {
                claim(owners, asked, column.name());
            }
        }
        Set<String> asked = Set.copyOf(owners.keySet());
        List<String> others = columns.stream()
                .filter(column -> column.heading().dbf().name() == null)
                .map(ExportColumn::name)
                .toList();
        of(others, asked).forEach((longName, shortName) -> claim(owners, shortName, longName));
        Map<String, String> names = new HashMap<>();
        owners.forEach((shortName, longName) -> names.put(longName, shortName));
        return names;
    }

    private static void claim(Map<String, String> owners, String shortName, String longName) {
        String other = owners.putIfAbsent(shortName, longName);
        if (other != null) {
            throw new HeadroomException(
                    FailureFamily.CONFIG,
                    "columns " + other + " and " + longName + " would both have the name " + shortName
                            + " in the shapefile",
                    "Ask for another name for one of them.");
        }
    }

    private static Map<String, String> of(List<String> longNames, Set<String> asked) {
        Set<String> taken = new HashSet<>(TABLE.values());
        taken.addAll(asked);
        Map<String, String> made = new TreeMap<>();
        Collection<String> unknown = new TreeSet<>(longNames);
        unknown.removeAll(TABLE.keySet());
        // Names that fit as they are go first, so that a short form never takes the plain name of another.
        for (String name : unknown) {
            String plain = plain(name);
            if (plain.length() <= DbfForm.MAX_NAME && taken.add(plain)) {
                made.put(name, plain);
            }
        }
        for (String name : unknown) {
            for (int attempt = 1; !made.containsKey(name); attempt++) {
                String abridged = ShortWords.abridged(stem(name), ending(name), attempt);
                if (taken.add(abridged)) {
                    made.put(name, abridged);
                }
            }
        }
        Map<String, String> result = new LinkedHashMap<>();
        for (String name : longNames) {
            result.put(name, Objects.requireNonNull(TABLE.getOrDefault(name, made.get(name))));
        }
        return result;
    }

    /** Words in capitals with underscores between, {@code S_} in front for the score of a family; may be too long. */
    private static String plain(String name) {
        if (name.startsWith(BY_YEAR)) {
            return words("mwBy_" + name.substring(BY_YEAR.length()));
        }
        if (isScore(name)) {
            return "S_" + words(name.substring(0, name.length() - SCORE_SUFFIX.length()));
        }
        return words(name);
    }

    private static boolean isScore(String name) {
        return name.endsWith(SCORE_SUFFIX) && name.length() > SCORE_SUFFIX.length();
    }

    /** The words of a name without its ending; of an end of an interval the short name of the figure. */
    private static String stem(String name) {
        String ending = ending(name);
        if (ending.isEmpty()) {
            return plain(name);
        }
        String figure = name.substring(0, name.length() - ending.length());
        return TABLE.getOrDefault(figure, plain(figure));
    }

    /** {@code _LO} or {@code _HI} for an end of an interval. */
    private static String ending(String name) {
        return ENDS.stream().filter(name::endsWith).findFirst().orElse("");
    }

    private static String words(String name) {
        return name.replaceAll("(?<=[a-z0-9])(?=[A-Z])", "_").toUpperCase(Locale.ROOT);
    }

    private static Map<String, String> read() {
        Properties properties = new Properties();
        try (InputStream in =
                Objects.requireNonNull(DbfNames.class.getResourceAsStream(RESOURCE), "resource " + RESOURCE)) {
            properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read resource " + RESOURCE, e);
        }
        Map<String, String> table = new TreeMap<>();
        properties.stringPropertyNames().forEach(name -> table.put(name, properties.getProperty(name)));
        return Collections.unmodifiableMap(table);
    }
}
