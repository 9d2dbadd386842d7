package org.headroom.miningconversion;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.headroom.spi.MeasurementBlock;
import org.headroom.spi.MeasurementColumn;
import org.headroom.testkit.MemorySites;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What of a right is left for a newcomer. The right itself stays what is held. */
class UsableRightTest {
    @ParameterizedTest
    @CsvSource({
        // status, kind, MW contracted, right held, least and greatest that is usable
        "OPERATING, MINING, 750, 750, 750, 750",
        "OPERATING, , 40, 40, 40, 40",
        "BUILDING, MINING, 100, 0, 0, 100",
        // what is held carries computing already
        "CONVERTED, MINING, 394, 394, 0, 0",
        "OPERATING, DATA_CENTER, 80, 80, 0, 0",
        // what is not there yet, or not any more
        "PROPOSED, MINING, 200, 0, 0, 0",
        "DELAYED, MINING, 200, 0, 0, 0",
        "RETIRED, POWER_PLANT, 100, 0, 0, 0",
        "WITHDRAWN, MINING, 100, 0, 0, 0",
        // and of what nobody knows, what is not free is known all the same
        "CONVERTED, MINING, , , 0, 0",
        "OPERATING, MINING, , , , ",
    })
    void aRightThatIsLetIsNoneForANewcomer(
            String status, String kind, Double mw, Double held, Double usableLow, Double usableHigh) {
        assertUsable(new HashMap<>(Map.of("facilityStatus", status)), kind, mw, held, usableLow, usableHigh);
    }

    @ParameterizedTest
    @CsvSource({
        "OPERATING, 750, 300, 750, 450, 450",
        "BUILDING, 300, 100, 0, 0, 200",
        "OPERATING, 300, 300, 300, 0, 0",
        "OPERATING, 200, 245, 200, 0, 0",
        "CONVERTED, 400, 100, 400, 0, 0",
        "OPERATING, , 300, , , ",
    })
    void whatTenantsHaveTakenIsNotLeftForANewcomer(
            String status, Double mw, double letMw, Double held, Double usableLow, Double usableHigh) {
        Map<String, Object> facility = new HashMap<>(Map.of("facilityStatus", status, "letCapacityMw", letMw));
        assertUsable(facility, "MINING", mw, held, usableLow, usableHigh);
    }

    private static void assertUsable(
            Map<String, Object> facility, String kind, Double mw, Double held, Double usableLow, Double usableHigh) {
        if (kind != null) {
            facility.put("facilityKind", kind);
        }
        if (mw != null) {
            facility.putAll(Map.of("contractedCapacityMw", mw, "capacityMeaning", "CONTRACTED"));
        }
        MeasurementBlock out = new MeasurementBlock(List.of("importRightMw", "usableRightMw"), 1);
        new ImportRightModule()
                .bind(TestParameters.ofRight())
                .measure(MemorySites.builder().brownfield("s", 0, 0, facility).build(), out);
        assertThat(low(out.column("importRightMw"))).isEqualTo(held);
        assertThat(low(out.column("usableRightMw"))).isEqualTo(usableLow);
        if (usableHigh != null) {
            assertThat(out.column("usableRightMw").upper(0)).isEqualTo(usableHigh);
        }
    }

    private static Double low(MeasurementColumn column) {
        return column.isKnown(0) ? column.lower(0) : null;
    }
}
