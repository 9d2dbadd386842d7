package org.headroom.model;

/**
 * A field of a layer kind, in Headroom's own name and unit; a descriptor maps source columns to it.
 *
 * @param name lower camel case, unit as suffix
 * @param type what it holds
 * @param unit unit after loading; {@code 1} for texts, dates and plain numbers
 * @param required whether a record without it is bad
 * @param description one sentence
 */
public record LayerField(String name, FieldType type, String unit, boolean required, String description) {
    /** A number that may be missing. */
    public static LayerField number(String name, String unit, String description) {
        return new LayerField(name, FieldType.NUMBER, unit, false, description);
    }

    /** A text that may be missing. */
    public static LayerField text(String name, String description) {
        return new LayerField(name, FieldType.TEXT, "1", false, description);
    }

    /** A day that may be missing. */
    public static LayerField date(String name, String description) {
        return new LayerField(name, FieldType.DATE, "1", false, description);
    }

    /** The same field, without which a record is bad. */
    public LayerField asRequired() {
        return new LayerField(name, type, unit, true, description);
    }
}
