package org.headroom.rules.vocabulary;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Finds fields by plain words. */
public final class FieldSearch {
    private static final Pattern WORD = Pattern.compile("[A-Z]?[a-z]+|[A-Z]+(?![a-z])|[0-9]+");
    private static final int SHORTEST = 3;

    private FieldSearch() {}

    /** The names in which every word of a text comes, such as {@code facility status} or {@code nominal_voltage}; in the fields' order. */
    static List<String> names(String text, SiteFields fields) {
        List<String> words = words(text);
        List<String> found = new ArrayList<>();
        for (SiteField field : fields.all()) {
            String name = field.name().toLowerCase(Locale.ROOT);
            if (!words.isEmpty() && words.stream().allMatch(name::contains)) {
                found.add(field.name());
            }
        }
        return found;
    }

    /** The fields whose names have all words of a written one, or else those that one of its words stands for. */
    static List<String> likely(String written, SiteFields fields) {
        List<String> named = names(written, fields);
        return named.isEmpty()
                ? words(written).stream()
                        .flatMap(word -> PlainWords.fields(word, fields).stream())
                        .distinct()
                        .toList()
                : named;
    }

    /**
     * The fields that are meant by some words, the likeliest first: by an everyday word for them, then by their name, then by what is said of
     * them. Where no field has all words, those that have most of them. Without words all fields.
     *
     * @param text words, in any case
     */
    public static List<FieldMeaning> find(String text, List<FieldMeaning> all, SiteFields fields) {
        if (text.isBlank()) {
            return all;
        }
        Set<String> names = new LinkedHashSet<>(PlainWords.fields(text, fields));
        names.addAll(names(text, fields));
        List<String> words = words(text);
        int most = words.size();
        do {
            for (FieldMeaning meaning : all) {
                if (most > 0 && count(words, meaning, fields) >= most) {
                    names.add(meaning.name());
                }
            }
        } while (names.isEmpty() && --most > 0);
        List<FieldMeaning> found = new ArrayList<>();
        names.forEach(name ->
                all.stream().filter(meaning -> meaning.name().equals(name)).forEach(found::add));
        return found;
    }

    /** How many of some words are said of a field, or stand for it. */
    private static long count(List<String> words, FieldMeaning meaning, SiteFields fields) {
        String told = meaning.told().toLowerCase(Locale.ROOT);
        return words.stream()
                .filter(word ->
                        told.contains(word) || PlainWords.fields(word, fields).contains(meaning.name()))
                .count();
    }

    private static List<String> words(String text) {
        return WORD.matcher(text)
                .results()
                .map(match -> match.group().toLowerCase(Locale.ROOT))
                .filter(word -> word.length() >= SHORTEST || text.strip().length() < SHORTEST)
                .toList();
    }
}
