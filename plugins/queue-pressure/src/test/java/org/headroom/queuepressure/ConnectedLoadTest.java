package org.headroom.queuepressure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.HashMap;
import java.util.Map;
import org.headroom.model.Criterion;
import org.headroom.spi.MeasurementBlock;
import org.headroom.spi.MeasurementColumn;
import org.headroom.testkit.MemorySites;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A load of 100 MW at a facility: what it holds already waits in no queue. New land waits as {@link TestQueues} say. */
class ConnectedLoadTest {
    @ParameterizedTest
    @CsvSource({
        // status, meaning, right, MW of the facility, least and greatest part that is still to be connected
        "OPERATING, CONTRACTED, , 100, 0, 0",
        "OPERATING, ENERGISED, , 750, 0, 0",
        "OPERATING, CONTRACTED, , 40, 0.6, 0.6",
        "OPERATING, NAMEPLATE, , 40, 0.6, 1",
        "OPERATING, , , , 0, 1",
        "BUILDING, CONTRACTED, , 100, 0, 1",
        "BUILDING, ENERGISED, , 25, 0.75, 0.75",
        "OPERATING, CONTRACTED, EXPORT, 750, 1, 1",
        "PROPOSED, PLANNED, , 500, 1, 1",
        "WITHDRAWN, CONTRACTED, , 100, 1, 1",
    })
    void whatIsConnectedDoesNotWait(
            String status, String meaning, String right, Double mw, double openLower, double openUpper) {
        Map<String, Object> facility = new HashMap<>(Map.of("facilityStatus", status, "facilityKind", "MINING"));
        if (meaning != null) {
            facility.put("capacityMeaning", meaning);
        }
        if (right != null) {
            facility.put("connectionRight", right);
        }
        if (mw != null) {
            facility.put("contractedCapacityMw", mw);
        }
        MeasurementBlock out = measure(MemorySites.builder()
                .greenfield("new land", -100, 40)
                .brownfield("facility", -100, 40, facility)
                .build());
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
