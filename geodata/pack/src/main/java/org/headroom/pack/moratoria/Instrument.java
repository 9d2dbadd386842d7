package org.headroom.pack.moratoria;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A record of one source. Texts are empty where it says nothing.
 *
 * @param record its id in the source
 * @param name of the jurisdiction, without its kind
 * @param type County, Parish, City, Town, Village, Borough, Township, Utility, Tribal or State
 * @param counties FIPS codes, separated by semicolons
 * @param sectors as in the layer's vocabulary, separated by semicolons
 * @param scope AREA or PART
 * @param ended day from which it no longer held, because it was taken back or replaced
 * @param certainty EXACT, MONTH, YEAR or UNVERIFIED
 * @param knownOn the day of the last thing that the source tells of it
 * @param url where its first source can be read
 */
record Instrument(
        String record,
        Standing standing,
        String state,
        String name,
        String type,
        String counties,
        String sectors,
        String thresholdMw,
        String scope,
        @Nullable LocalDate adopted,
        @Nullable LocalDate effective,
        Term term,
        @Nullable LocalDate ended,
        String certainty,
        LocalDate knownOn,
        String url) {
    private static final Set<String> WHOLE = Set.of("County", "Parish", "State");

    /** Two records with one key are of one body. A city and a town are not told apart, as the sources do not agree on that. */
    String key() {
        String kind =
                switch (type) {
                    case "County", "Parish" -> "county";
                    case "Township", "Tribal", "Utility", "State" -> type.toLowerCase(Locale.ROOT);
                    default -> "place";
                };
        String plain = name.toLowerCase(Locale.ROOT)
                .replaceAll("\\bst\\.? ", "saint ")
                .replaceAll("\\bmt\\.? ", "mount ")
                .replaceAll("[^a-z0-9]", "");
        return state + "/" + plain + "/" + kind;
    }

    /** Whether the two may lie in one county: a record without one may lie anywhere. */
    boolean sharesCounty(Instrument other) {
        return counties.isEmpty()
                || other.counties.isEmpty()
                || Stream.of(counties.split(";")).anyMatch(List.of(other.counties.split(";"))::contains);
    }

    /** The same instrument, of which another of the same body took the place on a day. */
    Instrument replacedOn(LocalDate day) {
        return new Instrument(
                record,
                Standing.REPLACED,
                state,
                name,
                type,
                counties,
                sectors,
                thresholdMw,
                scope,
                adopted,
                effective,
                term,
                day,
                certainty,
                knownOn.isAfter(day) ? knownOn : day,
                url);
    }

    /** Whether it holds without an end that anybody named. */
    boolean isOpen() {
        boolean running = standing == Standing.ACTIVE || standing == Standing.EXTENDED;
        return running
                && ended == null
                && term.expires().isEmpty()
                && term.days().isEmpty()
                && term.months().isEmpty();
    }

    /** Cities and towns are drawn with their county's outline, of which they cover an unknown part. */
    static String scopeOf(String type) {
        return WHOLE.contains(type) ? "AREA" : "PART";
    }

    /** First day on which it holds; null where it is not known. */
    @Nullable
    LocalDate first() {
        return effective == null ? adopted : effective;
    }
}
