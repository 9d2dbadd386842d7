package org.headroom.queuepressure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The cohorts of the pack by market and class of size, against figures worked out apart with other software from the raw workbook. A class starts from
 * its market with the weight of a hundred requests.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PackCohortsTest {
    private static final double FIVE_YEARS = 1_826;

    private MarketCurves curves = new MarketCurves(List.of(), TestParameters.standard());

    @BeforeAll
    void read() throws IOException {
        RequestStates states = new RequestStates(PackCohorts.layer(), LocalDate.of(2026, 11, 29));
        curves = new MarketCurves(List.of(states), TestParameters.standard());
    }

    @ParameterizedTest
    @CsvSource({
        "CAISO, 10, 361, 0.088889", "CAISO, 50, 496, 0.046953", "CAISO, 500, 919, 0.030438",
        "ISO-NE, 10, 290, 0.163764", "ISO-NE, 50, 202, 0.155582", "ISO-NE, 500, 203, 0.152079",
        "NYISO, 10, 377, 0.079504", "NYISO, 50, 183, 0.081887", "NYISO, 500, 246, 0.071089",
        "PJM, 10, 2341, 0.162497", "PJM, 50, 1180, 0.192864", "PJM, 500, 1352, 0.267838",
        "MISO, 500, 8293, 0.1482",
    })
    void largeRequestsFareOtherwiseThanSmallOnes(String market, double mw, int requests, double fraction) {
        AalenJohansen curve = curves.find(Side.GENERATION, curves.numberOf(market), mw);
        assertThat(curve).isNotNull();
        assertThat(curve.size()).isEqualTo(requests);
        assertThat(curve.inServiceLower(FIVE_YEARS)).isCloseTo(fraction, within(0.0001));
    }
}
