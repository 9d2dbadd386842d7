package org.headroom.gridheadroom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.headroom.gridheadroom.GridFixture.context;
import static org.headroom.gridheadroom.GridFixture.substation;
import static org.headroom.gridheadroom.GridFixture.substations;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.headroom.model.UnknownReason;
import org.headroom.spi.MeasurementColumn;
import org.headroom.testkit.MemoryContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Published headroom is more than a figure: a node that is full, one that waits, and one of which nothing is known all may show no megawatts. */
class HeadroomTermsTest {
    private static MeasurementColumn measure(String criterion, LocalDate day, List<Object> fields) {
        MemoryContext context = context()
                .layer(substations()
                        .asOf(day)
                        .point("N", 0, 0, substation(220, fields.toArray()))
                        .build())
                .build();
        return GridFixture.measure(context, criterion, 0, 0);
    }

    private static MeasurementColumn measure(String criterion, List<Object> fields) {
        return measure(criterion, LocalDate.of(2026, 2, 20), fields);
    }

    private static String label(MeasurementColumn column, List<String> labels) {
        return column.isKnown(0) ? labels.get((int) column.lower(0)) : "unknown";
    }

    @ParameterizedTest
    @CsvSource({
        "50,   ,           GRANTABLE,   50, 50",
        "0,    ,           NONE_LEFT,   0,  0",
        "-3,   ,           NONE_LEFT,   0,  0",
        ",     ,           unknown,     ,     ",
        "50,   OPEN,       GRANTABLE,   50, 50",
        ",     NOT_AGREED, NOT_AGREED,  0,  0",
        "40,   NOT_AGREED, NOT_AGREED,  0,  0",
        ",     TENDER,     TENDER_ONLY, 0,  0",
        "0,    TENDER,     TENDER_ONLY, 0,  0",
        "40,   TENDER,     GRANTABLE,   40, 40",
        "40,   ?,          unknown,     0,  40",
        ",     ?,          unknown,     ,     "
    })
    void whoMayHaveItToday(
            @Nullable Double mw,
            @Nullable String word,
            String standing,
            @Nullable Double least,
            @Nullable Double most) {
        List<Object> fields = new ArrayList<>();
        if (mw != null) {
            fields.addAll(List.of("publishedHeadroomMw", mw));
        }
        if (word != null) {
            fields.addAll(List.of("headroomStanding", word));
        }
        assertThat(label(measure("publishedHeadroomStanding", fields), HeadroomTerms.STANDINGS))
                .isEqualTo(standing);
        MeasurementColumn published = measure("publishedHeadroomMw", fields);
        assertThat(List.of(published.lower(0), published.upper(0)))
                .containsExactly(least == null ? Double.NaN : least, most == null ? Double.NaN : most);
    }

    @ParameterizedTest
    @CsvSource({
        "STATIC_NODE,              STATIC_NODE",
        "STATIC_NODE;DYNAMIC_ZONE, SEVERAL",
        "STATIC_NODE;?,            unknown",
        "?,                        unknown",
        ",                         unknown"
    })
    void whatLimitsIt(@Nullable String given, String binding) {
        List<Object> fields = given == null ? List.of() : List.of("headroomBinding", given);
        assertThat(label(measure("publishedHeadroomBinding", fields), HeadroomTerms.BINDINGS))
                .isEqualTo(binding);
    }

    @Test
    void theConditionIsTold() {
        MeasurementColumn condition =
                measure("publishedHeadroomCondition", List.of("headroomCondition", "RIDE_THROUGH"));
        assertThat(label(condition, HeadroomTerms.CONDITIONS)).isEqualTo("RIDE_THROUGH");
        assertThat(condition.record(0)).isZero();
    }

    @Test
    void whatIsOldSaysNothingOfToday() {
        List<Object> notAgreed = List.of("headroomStanding", "NOT_AGREED");
        for (String criterion : List.of("publishedHeadroomStanding", "publishedHeadroomMw")) {
            assertThat(measure(criterion, LocalDate.of(2020, 1, 1), notAgreed).reason(0))
                    .as(criterion)
                    .isEqualTo(UnknownReason.DATE_UNCERTAIN);
        }
    }

    @Test
    void theStandingOfGenerationIsNoneOfLoad() {
        List<Object> generation = List.of("headroomStanding", "NOT_AGREED", "capacityDirection", "GENERATION");
        for (String criterion : List.of("publishedHeadroomStanding", "publishedHeadroomMw")) {
            assertThat(measure(criterion, generation).reason(0)).as(criterion).isEqualTo(UnknownReason.FIELD_MISSING);
        }
    }
}
