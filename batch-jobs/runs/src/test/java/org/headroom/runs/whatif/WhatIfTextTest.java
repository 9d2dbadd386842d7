package org.headroom.runs.whatif;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.headroom.workbench.whatif.MeasurementChange;
import org.headroom.workbench.whatif.MeasurementChange.Kind;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WhatIfTextTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "MW | 5 | 320 | 5 | field 5 MW -> 320 MW (+315 MW): rank 7",
                "MW | 5 | 320 | 315 | field 5 MW -> 320 MW (+315 MW, 100 % of the span): rank 7",
                "MW | 320 | 5 | 630 | field 320 MW -> 5 MW (-315 MW, 50 % of the span): rank 7",
                "1 | 1.2 | 1.4 | 0.1 | field 1.2 -> 1.4 (+0.2): rank 7",
                "date | 20454 | 20514 | 10 | field 2026-01-01 -> 2026-03-02 (+60 days): rank 7"
            })
    void aStepThatIsLongerThanTheSpanIsToldInItsUnitAlone(
            String unit, double from, double to, double span, String line) {
        double share = Math.abs(to - from) / span;
        MeasurementChange change = new MeasurementChange(
                "field",
                "",
                unit,
                Kind.NUMBER,
                from,
                to - from,
                to,
                to,
                0.0,
                span,
                share,
                null,
                null,
                "",
                "",
                1,
                80,
                7);
        assertThat(WhatIfText.of(new WhatIf(10, false, 20, change, null, List.of(change), List.of(), List.of())))
                .contains(line + "\n");
    }
}
