package org.headroom.moratorium;

import java.util.List;
import org.headroom.model.FailureFamily;
import org.headroom.model.HeadroomException;
import org.headroom.spi.ParameterSpec;
import org.headroom.spi.Parameters;

/**
 * What the policy decides for this module.
 *
 * @param generalCovers whether an instrument for sector {@code general} covers every sector
 * @param releaseHorizonDays an instrument that ends within so many days is CONDITIONAL instead of FAIL; 0 switches this off
 * @param openEndedStaleDays days after which an instrument without an end, of which nothing more was heard, is CONDITIONAL, and one that ended says no more
 *     than silence
 * @param unverifiedDateSlackDays how far an unverified date may be off, either way
 * @param checkedValidityDays days for which "checked, none" is believed
 * @param jurisdictionReachKm distance within which a jurisdiction known by a point only may hold
 * @param silencePasses whether an area of which no source says anything passes
 */
record MoratoriumParameters(
        boolean generalCovers,
        long releaseHorizonDays,
        long openEndedStaleDays,
        long unverifiedDateSlackDays,
        long checkedValidityDays,
        double jurisdictionReachKm,
        boolean silencePasses) {
    static final List<ParameterSpec> SPECS = List.of(
            ParameterSpec.text(
                    "generalSectorCovers", "Whether an instrument for sector general covers every sector: YES or NO."),
            ParameterSpec.number(
                    "releaseHorizonDays",
                    "d",
                    0,
                    3_660,
                    "An instrument that ends within so many days is CONDITIONAL instead of FAIL; 0 switches this off."),
            ParameterSpec.number(
                    "openEndedStaleDays",
                    "d",
                    0,
                    36_525,
                    "Days after which an instrument without an end, of which nothing more was heard, is CONDITIONAL, and one that ended says no more than"
                            + " silence."),
            ParameterSpec.number(
                    "unverifiedDateSlackDays", "d", 0, 3_660, "How far an unverified date may be off, either way."),
            ParameterSpec.number(
                    "checkedValidityDays", "d", 0, 3_660, "Days for which a record \"checked, none\" is believed."),
            ParameterSpec.number(
                    "jurisdictionReachKm",
                    "km",
                    0,
                    500,
                    "Distance within which a jurisdiction that is known by a point only may hold."),
            ParameterSpec.text(
                    "silentAreaAnswer",
                    "Answer for an area of which no source says anything: UNKNOWN, or PASS where the sources are known to be"
                            + " complete."));

    static MoratoriumParameters of(Parameters parameters) {
        return new MoratoriumParameters(
                isFirst(parameters, "generalSectorCovers", "YES", "NO"),
                Math.round(parameters.number("releaseHorizonDays")),
                Math.round(parameters.number("openEndedStaleDays")),
                Math.round(parameters.number("unverifiedDateSlackDays")),
                Math.round(parameters.number("checkedValidityDays")),
                parameters.number("jurisdictionReachKm"),
                isFirst(parameters, "silentAreaAnswer", "PASS", "UNKNOWN"));
    }

    private static boolean isFirst(Parameters parameters, String id, String first, String second) {
        String value = parameters.text(id);
        if (!value.equals(first) && !value.equals(second)) {
            throw new HeadroomException(
                    FailureFamily.POLICY,
                    "parameter " + id + " of module moratorium is \"" + value + "\"",
                    "It must be " + first + " or " + second + ".");
        }
        return value.equals(first);
    }
}
