package org.headroom.spi;

/**
 * A figure or word that a module takes from the policy, where it stands with its date and source.
 *
 * @param id lower camel case with the unit as suffix
 * @param type number, list of numbers, or text
 * @param unit unit of the value; {@code 1} for texts and plain numbers
 * @param minimum smallest number allowed, inclusive; ignored for texts
 * @param maximum largest number allowed, inclusive; ignored for texts
 * @param description one sentence
 */
public record ParameterSpec(String id, Type type, String unit, double minimum, double maximum, String description) {
    /** What a parameter holds. */
    public enum Type {
        NUMBER,
        /** A list of numbers, each within the range. */
        NUMBERS,
        TEXT
    }

    public static ParameterSpec number(String id, String unit, double minimum, double maximum, String description) {
        return new ParameterSpec(id, Type.NUMBER, unit, minimum, maximum, description);
    }

    public static ParameterSpec numbers(String id, String unit, double minimum, double maximum, String description) {
        return new ParameterSpec(id, Type.NUMBERS, unit, minimum, maximum, description);
    }

    public static ParameterSpec text(String id, String description) {
        return new ParameterSpec(id, Type.TEXT, "1", Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, description);
    }
}
