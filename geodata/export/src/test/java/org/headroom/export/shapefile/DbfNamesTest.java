package org.headroom.export.shapefile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.headroom.export.ColumnNames;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DbfNamesTest {
    private static final String SHORT_NAME = "[A-Z][A-Z0-9_]{0,9}";

    @Test
    void theTableHasGoodAndDifferentNames() {
        Map<String, String> known = DbfNames.known();
        assertThat(known).hasSizeGreaterThan(80);
        assertThat(known.values()).allMatch(n -> n.matches(SHORT_NAME)).doesNotHaveDuplicates();
        assertThat(known.keySet()).allMatch(n -> n.matches("[a-z][A-Za-z0-9]*(_lo|_hi)?"));
    }

    @ParameterizedTest
    @CsvSource({
        "rank, RANK",
        "siteId, SITE_ID",
        "exclusion, EXCL_CODE",
        "jurisdictionCode, JURIS_CODE",
        "contractedCapacityMw, CONTR_MW",
        "distanceToInterconnectionKm, DIST_POIKM",
        "policyVersion, POLICY_VER",
        "floodRisk, FLOOD_RISK",
        "energisedMw2027, MW_BY_2027",
        "floodScore, S_FLOOD",
        "seismicPga, SEISMICPGA",
        "distanceToVolcanoKm, DISTVOL_KM",
        "distanceToVolcanoKm_lo, DIVO_KM_LO",
        "queueMonthsP50_hi, QMON50_HI",
        "firmMw_lo, FIRM_MW_LO",
        "timeToPowerMonthsP50_hi, TTPP50_HI"
    })
    void givesNames(String longName, String start) {
        assertThat(DbfNames.of(List.of(longName)).get(longName)).startsWith(start);
    }

    @Test
    void scoresOfTheFamilies() {
        List<String> families = List.of(
                "grid-headroom",
                "queue-pressure",
                "time-to-power",
                "moratorium",
                "cooling",
                "energy-price",
                "mining-conversion");
        assertThat(DbfNames.of(families.stream().map(ColumnNames::familyScore).toList())
                        .values())
                .containsExactly("S_GRID", "S_QUEUE", "S_TTP", "S_REGUL", "S_COOL", "S_PRICE", "S_CONV");
    }

    @Test
    void aPluginNeverTakesANameOfTheTable() {
        assertThat(DbfNames.of(List.of("RANK", "s_grid", "volt_kv")).values())
                .allMatch(n -> n.matches(SHORT_NAME))
                .doesNotContain("RANK", "S_GRID", "VOLT_KV");
    }

    @Property(tries = 200)
    void differentNamesWhateverTheOrder(@ForAll("names") Set<String> names, @ForAll Random random) {
        List<String> order = new ArrayList<>(names);
        Map<String, String> first = DbfNames.of(order);
        Collections.shuffle(order, random);
        Map<String, String> second = DbfNames.of(order);
        assertThat(second).isEqualTo(first);
        assertThat(second.keySet()).containsExactlyElementsOf(order);
        assertThat(new HashSet<>(first.values())).hasSameSizeAs(names);
        assertThat(first.values()).allMatch(n -> n.matches(SHORT_NAME));
    }

    /** Many with a common beginning, so that stems clash. */
    @Provide
    Arbitrary<Set<String>> names() {
        Arbitrary<String> tails = Arbitraries.strings().alpha().ofMinLength(1).ofMaxLength(14);
        Arbitrary<String> alike = tails.map(t -> "distanceTo" + t);
        Arbitrary<String> known = Arbitraries.of(DbfNames.known().keySet());
        return Arbitraries.oneOf(tails, alike, known).set().ofMaxSize(80);
    }
}
