package org.headroom.moratorium;

import static org.assertj.core.api.Assertions.assertThat;
import static org.headroom.moratorium.MoratoriumFixture.answer;
import static org.headroom.moratorium.MoratoriumFixture.context;
import static org.headroom.moratorium.MoratoriumFixture.instrument;
import static org.headroom.moratorium.MoratoriumFixture.layer;
import static org.headroom.moratorium.MoratoriumFixture.measure;
import static org.headroom.moratorium.MoratoriumFixture.on;

import java.time.LocalDate;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.headroom.model.UnknownReason;
import org.headroom.testkit.MemoryContext;
import org.junit.jupiter.api.Test;

/** The gate as a function of the evaluation date. The layer describes 2026-04-29. */
class MoratoriumDatesTest {
    private static final String SILENT = "UNKNOWN NOT_CHECKED";
    private static final String ENDED = "UNKNOWN ENDED";
    private static final LocalDate ADOPTED = LocalDate.of(2026, 2, 12);

    // 45 days from 12 February 2026: 16 to the end of February, 29 in March; the last day is 29 March.
    @Test
    void aTermOfMonthsEndsOnTheSameDayOfItsLastMonth() {
        Map<String, Object> fields =
                instrument("ACTIVE", "adoptedDate", LocalDate.of(2026, 3, 31), "durationMonths", 6);
        assertThat(on(LocalDate.of(2026, 4, 29), fields)).isEqualTo("FAIL 154");
        assertThat(on(LocalDate.of(2026, 9, 30), fields)).isEqualTo("FAIL 0");
        assertThat(on(LocalDate.of(2026, 10, 1), fields)).isEqualTo(ENDED);
    }

    @Test
    void aTermOfDaysFlipsExactlyAtItsEnds() {
        Map<String, Object> fields =
                instrument("EXPIRED", "adoptedDate", ADOPTED, "durationDays", 45, "durationKind", "FIXED_DAYS");
        assertThat(on(LocalDate.of(2026, 2, 11), fields)).isEqualTo(SILENT);
        assertThat(on(LocalDate.of(2026, 2, 12), fields)).isEqualTo("FAIL 45");
        assertThat(on(LocalDate.of(2026, 3, 29), fields)).isEqualTo("FAIL 0");
        assertThat(on(LocalDate.of(2026, 3, 30), fields)).isEqualTo(ENDED);
    }

    @Property(tries = 1000)
    void everyDateFlipsExactly(
            @ForAll @IntRange(min = 0, max = 200) int adoptedAfter,
            @ForAll @IntRange(min = 0, max = 100) int effectiveAfter,
            @ForAll @IntRange(min = 1, max = 800) int termDays,
            @ForAll @IntRange(min = -5, max = 1200) int day) {
        LocalDate adopted = LocalDate.of(2026, 5, 1).plusDays(adoptedAfter);
        LocalDate effective = adopted.plusDays(effectiveAfter);
        LocalDate today = adopted.plusDays(day);
        Map<String, Object> fields = instrument(
                "ACTIVE",
                "adoptedDate",
                adopted,
                "effectiveDate",
                effective,
                "expiryDate",
                effective.plusDays(termDays));
        boolean isLongOver = day > effectiveAfter + termDays + 730;
        String expected = day < 0 || isLongOver
                ? SILENT
                : day > effectiveAfter + termDays
                        ? ENDED
                        : (day < effectiveAfter ? "CONDITIONAL " : "FAIL ") + (effectiveAfter + termDays - day);
        assertThat(on(today, fields)).isEqualTo(expected);
    }

    @Test
    void adoptedButNotYetEffectiveIsConditional() {
        Map<String, Object> fields = instrument(
                "ACTIVE",
                "adoptedDate",
                LocalDate.of(2026, 4, 1),
                "effectiveDate",
                LocalDate.of(2026, 6, 1),
                "durationDays",
                30);
        assertThat(on(LocalDate.of(2026, 3, 31), fields)).isEqualTo(SILENT);
        assertThat(on(LocalDate.of(2026, 5, 31), fields)).isEqualTo("CONDITIONAL 31");
        assertThat(on(LocalDate.of(2026, 6, 1), fields)).isEqualTo("FAIL 30");
        assertThat(on(LocalDate.of(2026, 7, 2), fields)).isEqualTo(ENDED);
    }

    @Test
    void theHorizonTurnsTheLastDaysConditional() {
        Map<String, Object> fields =
                instrument("ACTIVE", "adoptedDate", ADOPTED, "expiryDate", LocalDate.of(2026, 12, 31));
        var context = context()
                .number("releaseHorizonDays", 60)
                .layer(layer().box("R", 0, 0, 1, 1, fields).build());
        assertThat(answer(context.evaluationDate(LocalDate.of(2026, 11, 1)).build()))
                .isEqualTo("CONDITIONAL 60");
        assertThat(answer(context.evaluationDate(LocalDate.of(2026, 10, 31)).build()))
                .isEqualTo("FAIL 61");
        assertThat(answer(context.evaluationDate(LocalDate.of(2026, 12, 31)).build()))
                .isEqualTo("CONDITIONAL 0");
        assertThat(answer(context.evaluationDate(LocalDate.of(2027, 1, 1)).build()))
                .isEqualTo(ENDED);
        assertThat(on(LocalDate.of(2026, 12, 31), fields)).isEqualTo("FAIL 0");
    }

    // Last heard of on the layer's day, 2026-04-29; 730 days later is 2028-04-28.
    @Test
    void anOpenEndedOneHoldsUntilItIsStale() {
        for (String kind : new String[] {"UNTIL_EVENT", "INDEFINITE", "UNKNOWN"}) {
            Map<String, Object> fields = instrument("ACTIVE", "adoptedDate", ADOPTED, "durationKind", kind);
            assertThat(on(LocalDate.of(2028, 4, 28), fields)).isEqualTo("FAIL ?");
            assertThat(on(LocalDate.of(2028, 4, 29), fields)).isEqualTo("CONDITIONAL ?");
        }
    }

    @Test
    void rescissionEndsItOnItsDay() {
        Map<String, Object> fields = instrument(
                "RESCINDED", "adoptedDate", ADOPTED, "durationDays", 365, "rescindedDate", LocalDate.of(2026, 3, 10));
        assertThat(on(LocalDate.of(2026, 3, 9), fields)).isEqualTo("FAIL 0");
        assertThat(on(LocalDate.of(2026, 3, 10), fields)).isEqualTo(ENDED);
    }

    @Test
    void rescissionOnAnUnknownDayIsConditionalUntilTheLayersDay() {
        for (String status : new String[] {"RESCINDED", "REPLACED"}) {
            Map<String, Object> fields = instrument(status, "adoptedDate", ADOPTED, "durationDays", 365);
            assertThat(on(LocalDate.of(2026, 2, 11), fields)).isEqualTo(SILENT);
            assertThat(on(LocalDate.of(2026, 4, 28), fields)).isEqualTo("CONDITIONAL 0");
            assertThat(on(LocalDate.of(2026, 4, 29), fields)).isEqualTo(ENDED);
        }
    }

    @Test
    void aProposalIsConditional() {
        assertThat(on(LocalDate.of(2026, 5, 1), instrument("PROPOSED"))).isEqualTo("CONDITIONAL ?");
        assertThat(on(LocalDate.of(2026, 5, 1), instrument("PROPOSED", "adoptedDate", ADOPTED, "durationDays", 5)))
                .isEqualTo("CONDITIONAL ?");
    }

    // Counted end 2026-05-13; an extension goes on for an unknown time.
    @Test
    void anExtensionOutlastsTheCountedTerm() {
        Map<String, Object> fields = instrument("EXTENDED", "adoptedDate", ADOPTED, "durationDays", 90);
        assertThat(on(LocalDate.of(2026, 5, 13), fields)).isEqualTo("FAIL ?");
        assertThat(on(LocalDate.of(2026, 5, 14), fields)).isEqualTo("CONDITIONAL ?");
        Map<String, Object> dated =
                instrument("EXTENDED", "adoptedDate", ADOPTED, "expiryDate", LocalDate.of(2026, 5, 13));
        assertThat(on(LocalDate.of(2026, 5, 14), dated)).isEqualTo(ENDED);
    }

    // Counted end 2026-03-29, and the source calls it active on 2026-04-29.
    @Test
    void aSourceThatContradictsItsOwnTermIsNotAnAllClear() {
        Map<String, Object> fields = instrument("ACTIVE", "adoptedDate", ADOPTED, "durationDays", 45);
        assertThat(on(LocalDate.of(2026, 3, 29), fields)).isEqualTo("FAIL ?");
        assertThat(on(LocalDate.of(2026, 5, 1), fields)).isEqualTo("CONDITIONAL ?");
    }

    // Last told of on 2026-03-20; its term of 45 days ran to 2026-03-29, and nobody told of it afterwards.
    @Test
    void whatARecordSaysIsOfTheDayOfItsCheck() {
        Map<String, Object> fields = instrument(
                "ACTIVE", "adoptedDate", ADOPTED, "durationDays", 45, "checkedOn", LocalDate.of(2026, 3, 20));
        assertThat(on(LocalDate.of(2026, 3, 29), fields)).isEqualTo("FAIL 0");
        assertThat(on(LocalDate.of(2026, 3, 30), fields)).isEqualTo(ENDED);
    }

    @Test
    void theOneThatEndedLastIsNamedAndOneOfAPartOnlyWhereThereIsNoOther() {
        var context = context()
                .evaluationDate(LocalDate.of(2026, 9, 1))
                .layer(layer().box("first", 0, 0, 1, 1, ended(LocalDate.of(2026, 3, 1), "County"))
                        .box("last", 0, 0, 1, 1, ended(LocalDate.of(2026, 6, 1), "County"))
                        .box("town", 0, 0, 2, 1, ended(LocalDate.of(2026, 8, 1), "Town"))
                        .box("mine", 3, 0, 4, 1, instrument("EXPIRED", "sectors", "cryptocurrency_mining"))
                        .build())
                .build();
        assertThat(endedRecord(context, 0.5)).isEqualTo(1);
        assertThat(endedRecord(context, 1.5)).isEqualTo(2);
        assertThat(answer(context, 3.5, 0.5)).isEqualTo(SILENT);
    }

    // A stop that ended years ago is no sign of one now; 730 days after 2026-03-01 is 2028-02-29.
    @Test
    void oneThatEndedLongAgoSaysNoMoreThanSilence() {
        Map<String, Object> fields = ended(LocalDate.of(2026, 3, 1), "County");
        assertThat(on(LocalDate.of(2028, 2, 29), fields)).isEqualTo(ENDED);
        assertThat(on(LocalDate.of(2028, 3, 1), fields)).isEqualTo(SILENT);
    }

    private static Map<String, Object> ended(LocalDate lastDay, String type) {
        return instrument("ACTIVE", "adoptedDate", ADOPTED, "expiryDate", lastDay, "jurisdictionType", type);
    }

    private static int endedRecord(MemoryContext context, double longitude) {
        var gate = measure(context, longitude, 0.5).column(MoratoriumModule.GATE);
        assertThat(gate.reason(0)).isEqualTo(UnknownReason.ENDED);
        return gate.record(0);
    }

    // Slack 30 days: adoption from 13 January to 14 March, last day from 2 March to 1 May 2026.
    @Test
    void unverifiedDatesNeverFailNorPassByThemselves() {
        Map<String, Object> fields = instrument(
                "EXPIRED",
                "adoptedDate",
                ADOPTED,
                "expiryDate",
                LocalDate.of(2026, 4, 1),
                "dateCertainty",
                "UNVERIFIED");
        assertThat(on(LocalDate.of(2026, 1, 12), fields)).isEqualTo(SILENT);
        assertThat(on(LocalDate.of(2026, 1, 13), fields)).startsWith("CONDITIONAL");
        assertThat(on(LocalDate.of(2026, 3, 1), fields)).startsWith("CONDITIONAL");
        assertThat(on(LocalDate.of(2026, 4, 28), fields)).startsWith("CONDITIONAL");
        Map<String, Object> month =
                instrument("ACTIVE", "adoptedDate", LocalDate.of(2026, 5, 15), "dateCertainty", "MONTH");
        assertThat(on(LocalDate.of(2026, 4, 30), month)).isEqualTo(SILENT);
        assertThat(on(LocalDate.of(2026, 5, 1), month)).isEqualTo("CONDITIONAL ?");
        assertThat(on(LocalDate.of(2026, 5, 31), month)).isEqualTo("FAIL ?");
    }

    @Test
    void withoutAnyDateTheStatusOfTheLayersDayCounts() {
        assertThat(on(LocalDate.of(2026, 4, 28), instrument("ACTIVE"))).isEqualTo("CONDITIONAL ?");
        assertThat(on(LocalDate.of(2026, 4, 29), instrument("ACTIVE"))).isEqualTo("FAIL ?");
        assertThat(on(LocalDate.of(2026, 4, 28), instrument("EXPIRED"))).isEqualTo("CONDITIONAL 0");
        assertThat(on(LocalDate.of(2026, 4, 29), instrument("EXPIRED"))).isEqualTo(ENDED);
        assertThat(on(LocalDate.of(2026, 5, 1), instrument("ACTIVE", "moratoriumStatus", null)))
                .isEqualTo("CONDITIONAL ?");
    }
}
