package org.headroom.spi;

import java.util.List;

/**
 * What a field of a record must hold: one of some words, or a number within two bounds. A field that is missing, or holds what nobody
 * understood, neither meets nor fails it.
 *
 * @param field name of the field
 * @param words the texts that are meant; empty for a number
 * @param least smallest number that is meant, -Infinity for none; ignored for texts
 * @param greatest greatest number that is meant, Infinity for none; ignored for texts
 */
public record FieldCondition(String field, List<String> words, double least, double greatest) {
    public FieldCondition {
        words = List.copyOf(words);
    }

    /** Whether the field holds texts. */
    public boolean isText() {
        return !words.isEmpty();
    }
}
