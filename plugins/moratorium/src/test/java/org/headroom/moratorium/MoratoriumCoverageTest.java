package org.headroom.moratorium;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.headroom.moratorium.MoratoriumFixture.answer;
import static org.headroom.moratorium.MoratoriumFixture.context;
import static org.headroom.moratorium.MoratoriumFixture.instrument;
import static org.headroom.moratorium.MoratoriumFixture.layer;
import static org.headroom.moratorium.MoratoriumFixture.measure;
import static org.headroom.moratorium.MoratoriumFixture.on;

import java.time.LocalDate;
import java.util.Map;
import org.headroom.model.EvidenceClass;
import org.headroom.model.FailureFamily;
import org.headroom.model.HeadroomException;
import org.headroom.testkit.MemoryContext;
import org.junit.jupiter.api.Test;

/** Which sites, sectors and sizes an instrument covers, and which instrument decides. */
class MoratoriumCoverageTest {
    /** Where it does not cover the site or the load, there is nothing to wait for. */
    private static final String MAY_COVER = "CONDITIONAL 0..244";

    private static final LocalDate TODAY = LocalDate.of(2026, 5, 1);
    private static final LocalDate ADOPTED = LocalDate.of(2026, 1, 1);
    private static final LocalDate END = LocalDate.of(2026, 12, 31);
    private static final String HOLDS = "FAIL 244";
    private static final String SILENT = "UNKNOWN NOT_CHECKED";

    private static Map<String, Object> active(Object... more) {
        Map<String, Object> fields = instrument("ACTIVE", more);
        fields.put("adoptedDate", ADOPTED);
        fields.put("expiryDate", END);
        return fields;
    }

    @Test
    void sectorsAreTakenFromTheRequest() {
        assertThat(on(TODAY, active())).isEqualTo(HOLDS);
        assertThat(on(TODAY, active("sectors", "cryptocurrency_mining"))).isEqualTo(SILENT);
        assertThat(on(TODAY, active("sectors", "solar; data_center"))).isEqualTo(HOLDS);
        assertThat(on(TODAY, active("sectors", "data_center_cooling"))).isEqualTo(SILENT);
        assertThat(on(TODAY, active("sectors", null))).isEqualTo(HOLDS);
        assertThat(on(TODAY, active("sectors", "general"))).isEqualTo(HOLDS);
    }

    @Test
    void wordsThatNobodyUnderstoodNeverClearASite() {
        assertThat(on(TODAY, active("sectors", "?"))).isEqualTo(MAY_COVER);
        assertThat(on(TODAY, active("sectors", "solar;?"))).isEqualTo(MAY_COVER);
        assertThat(on(TODAY, active("sectors", "data_center;?"))).isEqualTo(HOLDS);
        assertThat(on(TODAY, active("scope", "?"))).isEqualTo(MAY_COVER);
        assertThat(on(TODAY, active("moratoriumStatus", "?"))).isEqualTo("CONDITIONAL 244");
        assertThat(on(TODAY, instrument("ACTIVE", "adoptedDate", ADOPTED, "durationDays", 10, "durationKind", "?")))
                .startsWith("FAIL");
    }

    @Test
    void theSameCountyPassesADataCentreAndFailsAMine() {
        var layer = layer().box("R", 0, 0, 1, 1, active("sectors", "cryptocurrency_mining"))
                .build();
        assertThat(answer(context().layer(layer).build())).isEqualTo(SILENT);
        assertThat(answer(context()
                        .request("cryptocurrency_mining", 20)
                        .layer(layer)
                        .build()))
                .isEqualTo(HOLDS);
    }

    @Test
    void thePolicyDecidesWhatGeneralCovers() {
        MemoryContext context = context()
                .text("generalSectorCovers", "NO")
                .layer(layer().box("R", 0, 0, 1, 1, active("sectors", "general"))
                        .build())
                .build();
        assertThat(answer(context)).isEqualTo(SILENT);
    }

    // The request is for 100 MW.
    @Test
    void loadsBelowTheThresholdAreNotCovered() {
        assertThat(on(TODAY, active("thresholdMw", 100.1))).isEqualTo(SILENT);
        assertThat(on(TODAY, active("thresholdMw", 100))).isEqualTo(HOLDS);
        assertThat(on(TODAY, active("thresholdMw", 20))).isEqualTo(HOLDS);
    }

    @Test
    void aCityDrawnAsItsCountyIsConditional() {
        assertThat(on(TODAY, active("jurisdictionType", "City"))).isEqualTo(MAY_COVER);
        assertThat(on(TODAY, active("jurisdictionType", null))).isEqualTo(MAY_COVER);
        assertThat(on(TODAY, active("jurisdictionType", "Parish"))).isEqualTo(HOLDS);
        assertThat(on(TODAY, active("scope", "PART"))).isEqualTo(MAY_COVER);
        assertThat(on(TODAY, active("jurisdictionType", "City", "scope", "AREA")))
                .isEqualTo(HOLDS);
    }

    // 25 km at the equator are 0.2246 degrees.
    @Test
    void aJurisdictionKnownByAPointIsConditionalInReach() {
        MemoryContext context =
                context().layer(layer().point("T", 0, 0, active()).build()).build();
        assertThat(answer(context, 0.22, 0)).isEqualTo(MAY_COVER);
        assertThat(answer(context, 0.23, 0)).isEqualTo(SILENT);
    }

    @Test
    void theMostSevereDecidesThenTheLongest() {
        Map<String, Object> proposed = instrument("PROPOSED");
        Map<String, Object> shorter = active();
        shorter.put("expiryDate", LocalDate.of(2026, 6, 30));
        MemoryContext context = context()
                .layer(layer().box("P", 0, 0, 1, 1, proposed)
                        .box("S", 0, 0, 1, 1, shorter)
                        .box("L", 0, 0, 1, 1, active())
                        .build())
                .build();
        assertThat(answer(context)).isEqualTo(HOLDS);
        assertThat(measure(context, 0.5, 0.5).column(MoratoriumModule.GATE).record(0))
                .isEqualTo(2);
        assertThat(measure(context, 0.5, 0.5).column(MoratoriumModule.GATE).evidence(0))
                .isEqualTo(EvidenceClass.MANUAL);
    }

    @Test
    void checkedAndNonePassesWhileTheCheckIsFresh() {
        Map<String, Object> none = instrument("NONE", "checkedOn", LocalDate.of(2026, 4, 1));
        assertThat(on(LocalDate.of(2026, 3, 31), none)).isEqualTo(SILENT);
        assertThat(on(LocalDate.of(2026, 4, 1), none)).isEqualTo("PASS 0");
        assertThat(on(LocalDate.of(2027, 4, 1), none)).isEqualTo("PASS 0");
        assertThat(on(LocalDate.of(2027, 4, 2), none)).isEqualTo(SILENT);
        assertThat(on(TODAY, instrument("NONE"))).isEqualTo(SILENT);
    }

    @Test
    void aCheckDoesNotOverruleAnInstrument() {
        MemoryContext context = context()
                .layer(layer().box("N", 0, 0, 1, 1, instrument("NONE", "checkedOn", LocalDate.of(2026, 4, 1)))
                        .box("A", 0, 0, 1, 1, active())
                        .build())
                .build();
        assertThat(answer(context)).isEqualTo(HOLDS);
    }

    @Test
    void silenceIsWhatThePolicySays() {
        var layer = layer().box("R", 5, 5, 6, 6, active()).build();
        assertThat(answer(context().layer(layer).build())).isEqualTo(SILENT);
        assertThat(answer(
                        context().text("silentAreaAnswer", "PASS").layer(layer).build()))
                .isEqualTo("PASS 0");
        assertThat(answer(context().text("silentAreaAnswer", "PASS").build())).isEqualTo("UNKNOWN NO_LAYER");
    }

    @Test
    void aWrongWordInThePolicyIsRefused() {
        assertThatThrownBy(
                        () -> answer(context().text("silentAreaAnswer", "pass").build()))
                .isInstanceOf(HeadroomException.class)
                .hasMessage("parameter silentAreaAnswer of module moratorium is \"pass\"")
                .satisfies(e -> assertThat(((HeadroomException) e).family()).isEqualTo(FailureFamily.POLICY));
    }
}
