package org.headroom.miningconversion;

import java.util.List;
import org.headroom.model.Criterion;
import org.headroom.model.Direction;

/** What the module measures. For new land all five are a known 0: nothing is converted. */
final class ConversionCriteria {
    static final String IMPORT_RIGHT = "importRightMw";
    static final String CONVERTIBLE = "convertibleMw";
    static final String FIRST_YEAR = "firstYearItLoadMw";
    static final String WAIT_AVOIDED = "waitAvoidedYears";
    static final String VALUE = "conversionValueUsdPerMwYear";

    static final List<Criterion> ALL = List.of(
            Criterion.number(
                    IMPORT_RIGHT,
                    "Import right held",
                    "MW",
                    Direction.HIGHER_IS_BETTER,
                    0,
                    100_000,
                    "Import right that the facility holds, by how far it is and by what the figure of its capacity means.",
                    "Policy figure for name plates; the rest as the source says"),
            Criterion.number(
                    CONVERTIBLE,
                    "Convertible IT load",
                    "MW",
                    Direction.HIGHER_IS_BETTER,
                    0,
                    100_000,
                    "IT load that the firm contract, the land and the buildings allow, at the peak PUE.",
                    "ISO/IEC 30134-2 for PUE; the least of three limits"),
            Criterion.number(
                    FIRST_YEAR,
                    "IT load in the first year",
                    "MW",
                    Direction.NOT_ORDERED,
                    0,
                    100_000,
                    "IT load in service during the first year of the ramp; ASICs use the rest of the contract.",
                    "Yearly blocks inside one contract"),
            Criterion.number(
                    WAIT_AVOIDED,
                    "Wait avoided",
                    "years",
                    Direction.HIGHER_IS_BETTER,
                    0,
                    20,
                    "Wait for a connection that the contract saves, in proportion to its size up to the threshold.",
                    "Policy figure"),
            Criterion.number(
                    VALUE,
                    "Value of conversion",
                    "USD/MW-yr",
                    Direction.HIGHER_IS_BETTER,
                    -1e8,
                    1e8,
                    "Annualised net present value of the conversion per contracted MW, less that of mining on.",
                    "Net present value with capital recovery factor r(1+r)^n/((1+r)^n-1)"));

    private ConversionCriteria() {}
}
