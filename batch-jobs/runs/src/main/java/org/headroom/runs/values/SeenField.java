package org.headroom.runs.values;

import java.util.List;

/**
 * What the sites of a run have in one field that rules may read.
 *
 * @param name as in a rule
 * @param sites all sites of the run
 * @param known sites of which the field is known, be it as an interval
 * @param least smallest number, of an interval its lower end, in the unit of the field; NaN for texts and where nothing is known
 * @param greatest greatest number, of an interval its upper end; NaN as above
 * @param words the texts that most sites have, the most frequent first; for ids and names the first ones; empty for numbers
 * @param differentWords how many different texts there are; 0 for numbers, and for ids and names, which are not counted
 */
public record SeenField(
        String name, int sites, int known, double least, double greatest, List<Word> words, int differentWords) {
    /**
     * A text.
     *
     * @param text the text
     * @param sites sites that have it
     */
    public record Word(String text, int sites) {}

    public SeenField {
        words = List.copyOf(words);
    }
}
