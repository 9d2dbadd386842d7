package org.headroom.export.shapefile;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.headroom.export.DbfForm;

/** Abridges names to the ten characters of a .dbf so that people can still read them: {@code DISTVOL_KM} for distanceToVolcanoKm. */
final class ShortWords {
    /** Words that say little. */
    private static final Set<String> LITTLE =
            Set.of("TO", "OF", "BY", "PER", "AND", "IN", "THE", "FROM", "FOR", "AT", "ON", "A");

    /** Last words that say what a figure is, as they are abridged. */
    private static final Map<String, String> KINDS = Map.ofEntries(
            Map.entry("KM", "KM"),
            Map.entry("M", "M"),
            Map.entry("MW", "MW"),
            Map.entry("MWH", "MWH"),
            Map.entry("KV", "KV"),
            Map.entry("KW", "KW"),
            Map.entry("HA", "HA"),
            Map.entry("C", "C"),
            Map.entry("USD", "USD"),
            Map.entry("PCT", "PCT"),
            Map.entry("FRACTION", "FRAC"),
            Map.entry("COUNT", "N"),
            Map.entry("YEARS", "YR"),
            Map.entry("MONTHS", "MON"),
            Map.entry("DAYS", "DAY"),
            Map.entry("HOURS", "HR"));

    private ShortWords() {}

    /**
     * A name of at most ten characters.
     *
     * @param name words in capitals with underscores between
     * @param ending what stands behind it in any case, such as {@code _lo}; may be empty
     * @param attempt from 1; from 2 on the number stands in the name
     */
    static String abridged(String name, String ending, int attempt) {
        List<String> words = new ArrayList<>(Arrays.asList(name.split("_+")));
        words.removeIf(String::isEmpty);
        String kind = "";
        if (words.size() > 1 && KINDS.containsKey(words.get(words.size() - 1))) {
            kind = "_" + KINDS.get(words.remove(words.size() - 1));
        }
        String number = attempt > 1 ? Integer.toString(attempt) : "";
        String behind = kind + ending.toUpperCase(Locale.ROOT);
        if (number.length() + behind.length() > DbfForm.MAX_NAME - 2) {
            behind = ending.toUpperCase(Locale.ROOT);
        }
        int room = DbfForm.MAX_NAME - behind.length() - number.length();
        return stem(words, room) + number + behind;
    }

    /** The beginnings of the words, as evenly as the room allows. */
    private static String stem(List<String> words, int room) {
        List<String> telling = new ArrayList<>(words);
        if (telling.stream().anyMatch(word -> !LITTLE.contains(word))) {
            telling.removeIf(LITTLE::contains);
        }
        StringBuilder stem = new StringBuilder();
        for (int i = 0; i < telling.size() && stem.length() < room; i++) {
            int left = room - stem.length();
            int others = telling.subList(i + 1, telling.size()).stream()
                    .mapToInt(String::length)
                    .sum();
            int share = Math.max(left - others, Math.max(1, (left + telling.size() - i - 1) / (telling.size() - i)));
            String word = telling.get(i);
            stem.append(word, 0, Math.min(word.length(), Math.min(left, share)));
        }
        return stem.toString();
    }
}
