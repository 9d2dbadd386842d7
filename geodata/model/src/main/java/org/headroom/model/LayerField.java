package org.headroom.model;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;

/**
 * A field of a layer kind, in Headroom's own name and unit; a descriptor maps source columns to it.
 *
 * @param name lower camel case, unit as suffix
 * @param type what it holds
 * @param unit unit after loading; {@code 1} for texts, dates and plain numbers
 * @param required whether a record without it is bad
 * @param description one sentence
 * @param domain what values it may have
 */
public record LayerField(
        String name, FieldType type, String unit, boolean required, String description, FieldDomain domain) {
    /**
     * What a field with a vocabulary holds where the source's word is none of it. It is never a word of a vocabulary. Whoever reads the field
     * must not take it for a missing one: something is said there that nobody understood.
     */
    public static final String NOT_UNDERSTOOD = "?";

    private static final FieldDomain DAYS = days(LocalDate.of(1900, 1, 2), LocalDate.of(2199, 12, 31), LocalDate.EPOCH);

    /** A number that may be missing. */
    public static LayerField number(String name, String unit, String description) {
        return new LayerField(name, FieldType.NUMBER, unit, false, description, FieldDomain.ANY);
    }

    /** A text that may be missing. */
    public static LayerField text(String name, String description) {
        return new LayerField(name, FieldType.TEXT, "1", false, description, FieldDomain.ANY);
    }

    /** A day of 1900-01-02 to 2199-12-31 that may be missing; 1900-01-01, 1970-01-01 and 9999-12-31 are what programs write for "not known". */
    public static LayerField date(String name, String description) {
        return new LayerField(name, FieldType.DATE, "1", false, description, DAYS);
    }

    /** The same field, without which a record is bad. */
    public LayerField asRequired() {
        return new LayerField(name, type, unit, true, description, domain);
    }

    /** The same number field with its smallest and greatest value, in its unit. */
    public LayerField between(double least, double greatest) {
        return with(numbers(least, greatest));
    }

    /** The same number field with figures inside its range that mean "not known". */
    public LayerField notKnownWhen(Double... figures) {
        return with(new FieldDomain(
                domain.least(), domain.greatest(), Arrays.asList(figures), domain.negative(), List.of(), false));
    }

    /** The same number field, where a number below 0 is allowed and means something that must be said, such as "a reduction". */
    public LayerField negativeMeans(String meaning) {
        return with(new FieldDomain(domain.least(), domain.greatest(), domain.notKnown(), meaning, List.of(), false));
    }

    /** The same text field with its vocabulary. */
    public LayerField oneOf(String... words) {
        return with(texts(words, false));
    }

    /** The same text field as a list of words of a vocabulary. */
    public LayerField listOf(String... words) {
        return with(texts(words, true));
    }

    /** Whether it holds codes or ids, which stay as they are written, such as 01001. */
    public boolean isCode() {
        return type == FieldType.TEXT && (name.equals("code") || name.endsWith("Code") || name.endsWith("Id"));
    }

    /** What it means and what it may hold, in one sentence without a full stop: description, words or range, unit. */
    public String meaning() {
        if (!domain.words().isEmpty()) {
            return description + (domain.isList() ? ": a list of " : ": ") + String.join(", ", domain.words());
        }
        if (type == FieldType.NUMBER && Double.isFinite(domain.least())) {
            return description + ": " + range();
        }
        return unit.equals("1") ? description : description + " [" + unit + "]";
    }

    /** Smallest and greatest number with the unit, such as {@code 0 to 1500 kV}. */
    public String range() {
        String shown = unit.equals("1") ? "" : " " + unit;
        return plain(domain.least()) + " to " + plain(domain.greatest()) + shown;
    }

    private static String plain(double number) {
        return Double.isFinite(number)
                ? BigDecimal.valueOf(number).stripTrailingZeros().toPlainString()
                : Double.toString(number);
    }

    private LayerField with(FieldDomain other) {
        return new LayerField(name, type, unit, required, description, other);
    }

    private static FieldDomain days(LocalDate least, LocalDate greatest, LocalDate notKnown) {
        return new FieldDomain(
                least.toEpochDay(),
                greatest.toEpochDay(),
                List.of((double) notKnown.toEpochDay()),
                "",
                List.of(),
                false);
    }

    private static FieldDomain numbers(double least, double greatest) {
        return new FieldDomain(least, greatest, List.of(), "", List.of(), false);
    }

    private static FieldDomain texts(String[] words, boolean isList) {
        return new FieldDomain(
                Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, List.of(), "", List.of(words), isList);
    }
}
