package org.headroom.cli.show;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.headroom.model.GateAnswer;
import org.headroom.runs.RankedRow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RankingTableTest {
    private static final RankedRow.Bounds SOME = new RankedRow.Bounds(0, 572.4);

    private static final List<RankedRow> ROWS = List.of(new RankedRow(
            1,
            "tx-milam-rockdale-01",
            "Rockdale, at the lake behind the old smelter",
            "TX",
            82.5,
            70.1,
            93.2,
            0.88,
            GateAnswer.CONDITIONAL,
            2,
            Map.of(
                    "nominalVoltageKv", SOME,
                    "distanceToInterconnectionKm", SOME,
                    "publishedHeadroomMw", SOME,
                    "transferCapacityMw", SOME,
                    "convertibleMw", SOME,
                    "timeToPowerMonthsP50", new RankedRow.Bounds(12, 12),
                    "energyPriceUsdPerMwh", SOME)));

    private static List<String> lines(Optional<Integer> width) {
        StringWriter out = new StringWriter();
        RankingTable.print(ROWS, width, new PrintWriter(out, true));
        return out.toString().lines().toList();
    }

    @Test
    void whereNoTerminalBoundsItAllIsShown() {
        List<String> lines = lines(Optional.empty());
        assertThat(lines).hasSize(2);
        assertThat(lines.get(0)).contains("TRANSFER MW", "KV", "TIER", "[FROM..TO]", "USD/MWH");
        assertThat(lines(Optional.of(500))).isEqualTo(lines);
    }

    @ParameterizedTest
    @ValueSource(ints = {80, 100, 120, 160})
    void aTerminalShowsWhatItHasRoomForAndNamesTheRest(int width) {
        List<String> lines = lines(Optional.of(width));
        assertThat(lines.subList(0, 2)).allMatch(line -> line.length() <= width);
        assertThat(lines.get(0)).contains("SITE", "NAME", "SCORE", "P(TOP N)", "GATE", "POWER MONTHS");
        assertThat(lines.get(1)).contains("tx-milam-rockdale-01", "82.500", "88.0 %", "CONDITIONAL", "12.0");
        assertThat(lines.get(2)).startsWith("(no room for TRANSFER MW, KV");
    }

    @Test
    void whatTellsMostStaysLongest() {
        assertThat(lines(Optional.of(140)).get(0))
                .contains("CONVERTIBLE MW", "USD/MWH")
                .doesNotContain("TIER");
        assertThat(lines(Optional.of(80)).get(1)).contains("Rockda");
    }

    @Test
    void withoutSitesNothingIsPrinted() {
        StringWriter out = new StringWriter();
        RankingTable.print(List.of(), Optional.of(10), new PrintWriter(out, true));
        assertThat(out.toString()).isEmpty();
    }
}
