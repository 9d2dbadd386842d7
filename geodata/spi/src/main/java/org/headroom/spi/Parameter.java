package org.headroom.spi;

import java.util.List;

/**
 * A parameter as the policy gives it: a value with its date and source.
 *
 * @param id as declared by the module
 * @param numbers the value or values of a number parameter; empty for a text
 * @param text the value of a text parameter; empty for numbers
 * @param unit as declared by the module
 * @param asOf day, month or year that the figure describes, as ISO 8601 text
 * @param source author or institution and document
 * @param assumption whether the figure is an assumption that no second source confirms
 */
public record Parameter(
        String id, List<Double> numbers, String text, String unit, String asOf, String source, boolean assumption) {
    public Parameter {
        numbers = List.copyOf(numbers);
    }
}
