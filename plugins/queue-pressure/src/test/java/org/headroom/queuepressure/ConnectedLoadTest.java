package org.headroom.queuepressure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import org.headroom.model.Criterion;
import org.headroom.spi.MeasurementBlock;
import org.headroom.spi.MeasurementColumn;
import org.headroom.testkit.MemorySites;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A load of 100 MW at a facility: what stands free there waits in no queue. New land waits as {@link TestQueues} say. */
class ConnectedLoadTest {
    @ParameterizedTest
    @CsvSource({
        // least and greatest import right that a newcomer could use, MW; least and greatest part that is still to be
        // connected
        "100, 100, 0, 0",
        "750, 750, 0, 0",
        "40, 40, 0.6, 0.6",
        "20, 40, 0.6, 0.8",
        "0, 250, 0, 1",
        "0, 0, 1, 1",
        ", , 0, 1",
    })
    void whatStandsFreeThereDoesNotWait(Double rightLow, Double rightHigh, double openLower, double openUpper) {
        MemorySites.Builder sites =
                MemorySites.builder().greenfield("new land", -100, 40).brownfield("facility", -100, 40, Map.of());
        if (rightLow != null) {
            sites.measured("usableRightMw", rightLow, rightHigh);
        }
        MeasurementBlock out = measure(sites.build());
        for (String criterion : new String[] {"expectedGenerationMw", "expectedLoadMw"}) {
            MeasurementColumn column = out.column(criterion);
            assertThat(column.lower(1)).as(criterion).isCloseTo(openLower * column.lower(0), within(1e-12));
            assertThat(column.upper(1)).as(criterion).isCloseTo(openUpper * column.upper(0), within(1e-12));
        }
        MeasurementColumn fraction = out.column("inServiceFraction");
        assertThat(fraction.lower(1)).isCloseTo(1 - openUpper * (1 - fraction.lower(0)), within(1e-12));
        assertThat(fraction.upper(1)).isCloseTo(1 - openLower * (1 - fraction.upper(0)), within(1e-12));
        // what waits round the place is the same for all, and so is what a new request there takes
        assertThat(out.column("queueMonthsP50").lower(1))
                .isEqualTo(out.column("queueMonthsP50").lower(0));
        assertThat(out.column("activeGenerationMw").lower(1)).isEqualTo(130);
    }

    private static MeasurementBlock measure(MemorySites sites) {
        QueuePressureModule module = new QueuePressureModule();
        MeasurementBlock out = new MeasurementBlock(
                module.criteria().stream().map(Criterion::id).toList(), 2);
        module.bind(TestParameters.context()
                        .number("minimumRequests", 3)
                        .request("data_center", 100)
                        .evaluationDate(TestQueues.EVALUATION)
                        .layer(TestQueues.points())
                        .layer(TestQueues.markets())
                        .build())
                .measure(sites, out);
        return out;
    }
}
