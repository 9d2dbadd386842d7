package org.headroom.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The gate is a function of the evaluation date. Fairweather County of the sample: adopted on 2025-07-01, in force from 2025-07-15 to
 * 2026-07-14, that day included; the shipped policy looks no further ahead (releaseHorizonDays is 0).
 */
class MoratoriumDatesTest {
    @TempDir
    Path out;

    @Test
    void itFlipsExactlyOnItsDates() {
        assertThat(gateOn("2026-07-14"))
                .containsEntry("moratoriumGate", "FAIL")
                .containsEntry("exclusion", "MORATORIUM_IN_FORCE");
        assertThat(gateOn("2026-07-15").get("moratoriumGate")).isNotEqualTo("FAIL");
        assertThat(gateOn("2025-07-15")).containsEntry("moratoriumGate", "FAIL");
        assertThat(gateOn("2025-07-14")).containsEntry("moratoriumGate", "CONDITIONAL");
        assertThat(gateOn("2025-06-30").get("moratoriumGate")).isNotEqualTo("FAIL");
    }

    private Map<String, Object> gateOn(String date) {
        EarlierNight.lay(out);
        return Ranked.read(Headroom.sample("rank", "--date", date, "--out", out.toString())
                        .ranked())
                .rows()
                .stream()
                .filter(row -> "99011".equals(row.get("jurisdictionCode")) && "GREENFIELD".equals(row.get("origin")))
                .findFirst()
                .orElseThrow();
    }
}
