package org.headroom.layers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.headroom.layers.LayerAge.Use;
import org.headroom.model.DataIssue;
import org.headroom.model.HeadroomException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Old layers and layers from the future. */
final class LayerAgeTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 6, 1);

    private static LayerDescriptor descriptor(String kind, String fields, String time) {
        return Layers.descriptor("""
                layer: a
                kind: %s
                source: {file: a.csv, publisher: P, evidence: REPORTED%s}
                geometry: {none: {}}
                fields: %s
                """.formatted(kind, time, fields));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "none",
            value = {
                "grid-capacity | {name: n} | ', asOf: 2026-05-31' | USED | 1 | ''",
                "grid-capacity | {name: n} | ', asOf: 2026-06-01' | USED | 0 | ''",
                "grid-capacity | {name: n} | ', asOf: 2026-06-02' | WITHHELD | -1 | after the evaluation date 2026-06-01; nothing of it is used",
                "grid-capacity | {name: n} | ', asOf: 2020-01-01' | MARKED | 2343 | 2343 days before the evaluation date, more than the 1095 that it may",
                "grid-capacity | {name: n} | ', asOf: 2020-01-01, maximumAgeDays: 2343' | USED | 2343 | ''",
                "grid-capacity | {name: n} | ', asOf: 2026-05-01, maximumAgeDays: 30, whenExpired: withhold' | WITHHELD | 31 | nothing of it is used",
                "grid-capacity | {name: n} | ', asOf: unknown' | MARKED | none | names no day that it describes",
                "moratorium | {instrumentId: n} | ', asOf: 2026-06-02' | USED | -1 | ''",
                "moratorium | {instrumentId: n} | ', asOf: unknown' | MARKED | none | names no day that it describes",
                "boundary | {code: n} | '' | USED | none | ''",
            })
    void whetherALayerIsUsedOnADay(String kind, String fields, String time, Use use, Long ageDays, String remark) {
        LayerDescriptor descriptor = descriptor(kind, fields, time);
        LayerAge age = LayerAge.of(descriptor, TODAY);
        assertThat(age.use()).isEqualTo(use);
        assertThat(age.ageDays()).isEqualTo(ageDays);
        assertThat(age.remark()).contains(remark);
        DataIssue issue = age.issue(descriptor);
        assertThat(issue == null).isEqualTo(remark.isEmpty());
    }

    @Test
    void anOldLayerMayRefuseTheRun() {
        LayerDescriptor old =
                descriptor("grid-capacity", "{name: n}", ", asOf: 2026-05-01, maximumAgeDays: 30, whenExpired: refuse");
        assertThatThrownBy(() -> LayerAge.of(old, TODAY))
                .isInstanceOf(HeadroomException.class)
                .hasMessageContaining("layer a (a.csv): the layer describes 2026-05-01, 31 days before");
    }
}
