package org.headroom.queuepressure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.headroom.model.LayerKind;
import org.headroom.testkit.MemoryLayer;
import org.headroom.testkit.MemoryLayerBuilder;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The cohorts of the pack by market and class of size, against figures worked out apart with other software from the raw workbook. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PackCohortsTest {
    private static final Path COHORTS = Path.of("../../geodata/catalog/us/data/queue-cohorts.csv");
    private static final double FIVE_YEARS = 1_826;

    private MarketCurves curves = new MarketCurves(List.of(), TestParameters.standard());

    @BeforeAll
    void read() throws IOException {
        MemoryLayerBuilder layer =
                MemoryLayer.of(LayerKind.INTERCONNECTION_QUEUE, "queue-cohorts").asOf(LocalDate.of(2020, 12, 31));
        List<String> lines = Files.readAllLines(COHORTS);
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.split(",", -1);
            Map<String, Object> fields = new HashMap<>(Map.of("market", cells[0], "side", "GENERATION"));
            fields.put("queueStatus", cells[1]);
            if (!cells[2].isEmpty()) {
                fields.put("requestedMw", Double.valueOf(cells[2]));
            }
            String[] dates = {"queueDate", "withdrawnDate", "inServiceDate"};
            for (int i = 0; i < dates.length; i++) {
                if (!cells[3 + i].isEmpty()) {
                    fields.put(dates[i], LocalDate.parse(cells[3 + i]));
                }
            }
            layer.notLocated(line, fields);
        }
        RequestStates states = new RequestStates(layer.build(), LocalDate.of(2026, 11, 29));
        curves = new MarketCurves(List.of(states), TestParameters.standard());
    }

    @ParameterizedTest
    @CsvSource({
        "CAISO, 10, 361, 0.1209", "CAISO, 50, 496, 0.0452", "CAISO, 500, 919, 0.0175",
        "ISO-NE, 10, 290, 0.1932", "ISO-NE, 50, 202, 0.1648", "ISO-NE, 500, 203, 0.1359",
        "NYISO, 10, 377, 0.0996", "NYISO, 50, 183, 0.0823", "NYISO, 500, 246, 0.0463",
        "PJM, 10, 2341, 0.1563", "PJM, 50, 1180, 0.1901", "PJM, 500, 1352, 0.2858",
        "MISO, 500, 8293, 0.1482",
    })
    void largeRequestsFareOtherwiseThanSmallOnes(String market, double mw, int requests, double fraction) {
        AalenJohansen curve = curves.find(Side.GENERATION, curves.numberOf(market), mw);
        assertThat(curve).isNotNull();
        assertThat(curve.size()).isEqualTo(requests);
        assertThat(curve.inServiceLower(FIVE_YEARS)).isCloseTo(fraction, within(0.0001));
    }
}
