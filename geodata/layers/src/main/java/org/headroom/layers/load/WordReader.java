package org.headroom.layers.load;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.headroom.layers.descriptor.FieldMapping;
import org.headroom.layers.format.Numbers;
import org.headroom.model.FieldDomain;
import org.headroom.model.NearestName;
import org.jspecify.annotations.Nullable;

/** Reads texts, single or in a list, and holds them against the vocabulary of their field. Not safe for several threads. */
final class WordReader {
    /** Between the words of a list, after loading. */
    private static final String BETWEEN = ";";

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final Pattern SEVERAL = Pattern.compile("[,|/+&\\n]");

    private final FieldMapping mapping;
    private final List<String> vocabulary;
    private final Set<String> allowed;
    private final String list;
    private final @Nullable String notUnderstood;
    private @Nullable String text;

    /** @param notUnderstood what becomes of a word outside the vocabulary; null for a missing value */
    WordReader(FieldMapping mapping, @Nullable String notUnderstood) {
        FieldDomain domain = mapping.field().domain();
        this.mapping = mapping;
        this.vocabulary = domain.words();
        this.allowed = Set.copyOf(vocabulary);
        this.list = mapping.list().isEmpty() && domain.isList() ? BETWEEN : mapping.list();
        this.notUnderstood = vocabulary.isEmpty() ? null : notUnderstood;
    }

    /** Whether a cell holds a list. */
    boolean isLists() {
        return !list.isEmpty();
    }

    /** Whether the word may stand in the field as it is. */
    boolean isAllowed(String word) {
        return allowed.isEmpty() || allowed.contains(word);
    }

    @Nullable
    String notUnderstood() {
        return notUnderstood;
    }

    /** What was read last; null when missing. */
    @Nullable
    String text() {
        return text;
    }

    /** Reads a cell without outer blanks; gives what is wrong with it, without a full stop, or null. */
    @Nullable
    String read(String cell) {
        text = null;
        if (cell.indexOf('\uFFFD') >= 0) {
            text = notUnderstood;
            return "the text is not in the encoding that the file was read with";
        }
        if (cell.isEmpty()) {
            return null;
        }
        if (!isLists()) {
            return readWord(cell);
        }
        List<String> parts = parts(cell);
        if (parts == null) {
            text = notUnderstood;
            return "not a JSON list, which " + mapping.field().name() + " is read from";
        }
        return readList(parts);
    }

    private @Nullable String readWord(String cell) {
        String word = mapping.field().isCode() ? Numbers.code(cell) : cell;
        if (!isAllowed(word)) {
            text = notUnderstood;
            return unknown(word);
        }
        text = word;
        return null;
    }

    private @Nullable String readList(List<String> parts) {
        List<String> words = new ArrayList<>();
        String problem = null;
        for (String part : parts) {
            if (part.isEmpty()) {
                continue;
            }
            if (isAllowed(part)) {
                words.add(part);
                continue;
            }
            if (problem == null) {
                problem = unknown(part);
            }
            if (notUnderstood != null && !words.contains(notUnderstood)) {
                words.add(notUnderstood);
            }
        }
        text = words.isEmpty() ? null : String.join(BETWEEN, words);
        return problem;
    }

    private String unknown(String word) {
        String several = isLists() && SEVERAL.matcher(word).find()
                ? "; where several stand in one cell, the key list says what is between them"
                : "";
        return "\"" + word + "\" is no word of " + mapping.field().name() + ", which are "
                + String.join(", ", vocabulary) + several + NearestName.hint(word, vocabulary);
    }

    private @Nullable List<String> parts(String cell) {
        List<String> parts = new ArrayList<>();
        if (!list.equals(FieldMapping.JSON_LIST)) {
            for (String part : cell.split(Pattern.quote(list), -1)) {
                parts.add(part.strip());
            }
            return parts;
        }
        try {
            JsonNode array = JSON.readTree(cell);
            if (array == null || !array.isArray()) {
                return null;
            }
            array.forEach(n -> parts.add(n.asText().strip()));
            return parts;
        } catch (JsonProcessingException e) {
            return null;
        }
    }
}
