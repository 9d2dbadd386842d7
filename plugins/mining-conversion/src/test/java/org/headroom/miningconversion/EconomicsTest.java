package org.headroom.miningconversion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** Present values by hand, and against the sum written out in full. */
class EconomicsTest {
    private final Economics economics = TestParameters.standard().economics();

    @Test
    void capitalRecoveryFactorIsThatOfTheTables() {
        // (A/P, 10 %, 12) = 0.14676 in every table of compound interest
        assertThat(economics.annuityFactor()).isCloseTo(0.14676, within(5e-6));
        assertThat(with(0, 12).annuityFactor()).isCloseTo(1.0 / 12, within(1e-15));
        assertThat(with(0.07, 1).annuityFactor()).isCloseTo(1.07, within(1e-12));
    }

    @Test
    void gainOfTwoYearsByHand() {
        // yearly 1.5e6 * 0.9 - 1e5 - 1.25 * 2e5 = 1.0e6; year 1 half a MW: 0.5e6 - 2e6, year 2 one MW: 1.0e6 - 2e6
        double gain = with(0.1, 2).gainUsd(1, 1.25, 0, List.of(0.5, 1.0));
        assertThat(gain).isCloseTo(-1.5e6 / 1.1 - 1.0e6 / 1.21, within(1e-6));
        double cheaper = with(0.1, 2).gainUsd(1, 1.25, 0.1, List.of(0.5, 1.0));
        assertThat(cheaper - gain).isCloseTo(0.2e6 / 1.1 + 0.2e6 / 1.21, within(1e-6));
    }

    /** The closed form leaves the contract out; the sum of DOMAIN's formula less the mine left mining has it in. */
    @Property
    void gainIsTheDifferenceOfTheTwoPresentValues(
            @ForAll @DoubleRange(min = 1, max = 500) double contract,
            @ForAll @DoubleRange(min = 0, max = 1) double share,
            @ForAll @DoubleRange(min = 0, max = 0.3) double rate,
            @ForAll @IntRange(min = 1, max = 30) int years) {
        List<Double> ramp = List.of(0.3, 0.6, 1.0);
        double pue = 1.25;
        double finalIt = share * contract / pue;
        Economics terms = with(rate, years);
        double sum = 0;
        double before = 0;
        for (int year = 1; year <= years; year++) {
            double it = finalIt * ramp.get(Math.min(year, 3) - 1);
            double asic = contract - pue * it;
            double converted = terms.leaseUsdPerMwYear() * terms.utilisationFraction() * it
                    + terms.miningMarginUsdPerMwYear() * asic
                    - terms.opexUsdPerMwYear() * it
                    - terms.conversionCapexUsdPerMw() * (it - before);
            double mining = terms.miningMarginUsdPerMwYear() * contract;
            sum += (converted - mining) / Math.pow(1 + rate, year);
            before = it;
            assertThat(asic).isGreaterThanOrEqualTo(-1e-9);
        }
        assertThat(terms.gainUsd(finalIt, pue, 0, ramp)).isCloseTo(sum, within(1e-6 * (1 + Math.abs(sum))));
    }

    private Economics with(double rate, int years) {
        return new Economics(
                economics.leaseUsdPerMwYear(),
                economics.utilisationFraction(),
                economics.miningMarginUsdPerMwYear(),
                economics.opexUsdPerMwYear(),
                economics.conversionCapexUsdPerMw(),
                economics.liquidCoolingSavingFraction(),
                rate,
                years);
    }
}
