package org.headroom.model;

import java.util.List;

/**
 * One aspect by which sites are judged, as a scoring module declares it.
 *
 * @param id lower camel case with the unit as suffix, such as {@code distanceToInterconnectionKm}; unique over all modules
 * @param label short name for people
 * @param unit unit of the value, such as {@code km}, {@code MW}, {@code USD/MWh}, {@code 1}; {@code category} when there are labels; {@link #DATE} for a
 *     day, as days since 1970-01-01
 * @param direction which way is better
 * @param minimum smallest value the module may give, inclusive
 * @param maximum largest value the module may give, inclusive; may be infinite
 * @param labels for a category: the names of the values 0, 1, 2 ...; empty for a number
 * @param description one sentence on what is measured and how
 * @param formulaSource author or institution and year of the formula
 */
public record Criterion(
        String id,
        String label,
        String unit,
        Direction direction,
        double minimum,
        double maximum,
        List<String> labels,
        String description,
        String formulaSource) {

    /** Unit of a criterion that is a day: days since 1970-01-01, shown as an ISO 8601 date. */
    public static final String DATE = "date";

    public Criterion {
        if (!id.matches("[a-z][A-Za-z0-9]{1,59}")) {
            throw new IllegalArgumentException(
                    "criterion id \"" + id + "\" is not lower camel case of 2 to 60 letters");
        }
        if (!(minimum < maximum)) {
            throw new IllegalArgumentException(
                    "criterion " + id + ": minimum " + minimum + " is not below maximum " + maximum);
        }
        labels = List.copyOf(labels);
    }

    /** A criterion measured by a number. */
    public static Criterion number(
            String id,
            String label,
            String unit,
            Direction direction,
            double minimum,
            double maximum,
            String description,
            String formulaSource) {
        return new Criterion(id, label, unit, direction, minimum, maximum, List.of(), description, formulaSource);
    }

    /** A criterion measured by a category; the stored value is the label's place in the list. At least two labels. */
    public static Criterion category(
            String id, String label, List<String> labels, String description, String formulaSource) {
        return new Criterion(
                id,
                label,
                "category",
                Direction.NOT_ORDERED,
                0,
                labels.size() - 1.0,
                labels,
                description,
                formulaSource);
    }

    public boolean isCategory() {
        return !labels.isEmpty();
    }

    /** Whether a value may be given by the module: in range, not NaN, and for a category a whole number. */
    public boolean accepts(double value) {
        return value >= minimum && value <= maximum && (!isCategory() || value == Math.rint(value));
    }
}
