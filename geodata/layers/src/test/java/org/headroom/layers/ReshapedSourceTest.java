package org.headroom.layers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.headroom.layers.Layers.load;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;
import org.headroom.model.DataIssue;
import org.headroom.model.HeadroomException;
import org.headroom.spi.FeatureLayer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Side tables, unfolding, totals, constant places and numbered records. */
class ReshapedSourceTest {
    @TempDir
    Path folder;

    @BeforeEach
    void files() throws Exception {
        Files.writeString(folder.resolve("pairs.csv"), "from,to,there,back\na,b,5,2\nb,c,7,1\nc,a,,4\n");
        Files.writeString(folder.resolve("tracts.csv"), "tract,hdd\nt1,180\nt2,360\nt3,90\n");
        Files.writeString(folder.resolve("places.csv"), "\uFEFFid,lon,lat\nt2,-100,31\nt1,-101,32\n");
    }

    private static final String PAIRS = """
            layer: pairs
            kind: grid-capacity
            source:
              file: pairs.csv
              format: csv
              unfold:
                - {area: from, mw: back}
                - {area: to, mw: there}
              total: {by: [area], sum: [mw]}
              publisher: X
              asOf: 2026-01-01
              evidence: ESTIMATED
            geometry: {none: {}}
            id: area
            fields: {transferCapacityMw: {column: mw, unit: MW}}
            """;

    @Test
    void bothEndsOfAPairCountAndMissingPartsAreAbsent() throws Exception {
        LoadedLayer loaded = load(folder, PAIRS);
        FeatureLayer layer = (FeatureLayer) loaded.layer();
        assertThat(layer.size()).isEqualTo(3);
        assertThat(layer.recordId(0)).isEqualTo("a");
        // a: 2 back from b, nothing from c; b: 5 from a, 1 back from c; c: 7 from b, 4 back from a
        assertThat(layer.numbers("transferCapacityMw")).containsExactly(2, 6, 11);
        assertThat(loaded.counts()).isEqualTo(new LayerCounts(3, 3, 0, 0));
    }

    @Test
    void aPartThatIsNoNumberSpoilsItsTotalOnly() throws Exception {
        Files.writeString(folder.resolve("pairs.csv"), "from,to,there,back\na,b,5,many\nb,c,7,1\n");
        LoadedLayer loaded = load(folder, PAIRS);
        assertThat(((FeatureLayer) loaded.layer()).numbers("transferCapacityMw"))
                .containsExactly(Double.NaN, 6, 7);
        assertThat(loaded.issues()).singleElement().satisfies(issue -> {
            assertThat(issue.effect()).isEqualTo(DataIssue.Effect.FIELD_UNKNOWN);
            assertThat(issue.value()).isEqualTo("many");
        });
    }

    private static final String TRACTS = """
            layer: tracts
            kind: climate
            source:
              file: tracts.csv
              format: csv
              with: [{file: places.csv, on: {id: tract}, columns: [lon, lat]}]
              publisher: X
              asOf: 2026-01-01
              evidence: DERIVED
            badRecords: {limitFraction: 0.5}
            geometry: {columns: {longitude: lon, latitude: lat}}
            id: tract
            fields: {heatingDegreeDays: {column: hdd, unit: degF.d}, hourOfYear: {recordNumber: 0}}
            """;

    @Test
    void aSideTableAddsColumnsAndARowWithoutAMatchIsListed() throws Exception {
        LoadedLayer loaded = load(folder, TRACTS);
        FeatureLayer layer = (FeatureLayer) loaded.layer();
        assertThat(layer.longitude(0)).isEqualTo(-101);
        assertThat(layer.latitude(1)).isEqualTo(31);
        assertThat(layer.numbers("heatingDegreeDays")).containsExactly(100, 200);
        assertThat(layer.numbers("hourOfYear")).containsExactly(0, 1);
        assertThat(loaded.issues())
                .extracting(issue -> issue.effect() + " " + issue.recordId() + " " + issue.reason())
                .containsExactly(
                        "SKIPPED t3 the record has no coordinates",
                        "NOTED  1 record has no row in places.csv (the first is record 3 with t3), so what is taken from there is missing");
    }

    @Test
    void theDigestCountsTheSideTable() throws Exception {
        String before = digest();
        Files.writeString(folder.resolve("places.csv"), "id,lon,lat\nt2,-100,31\nt1,-101,33\n");
        assertThat(digest()).isNotEqualTo(before);
    }

    @Test
    void theBytesCountTheSideTable() throws Exception {
        LayerDescriptor tracts = Layers.descriptor(TRACTS);
        LayerLoader loader = new LayerLoader(folder);
        long before = loader.sourceBytes(tracts);
        Files.writeString(folder.resolve("places.csv"), "\n", StandardOpenOption.APPEND);
        assertThat(loader.sourceBytes(tracts)).isEqualTo(before + 1);
    }

    private String digest() throws Exception {
        return new LayerLoader(folder).digest(Layers.descriptor(TRACTS));
    }

    @Test
    void aKeyThatStandsTwiceWithOtherValuesIsRefused() throws Exception {
        Files.writeString(folder.resolve("places.csv"), "id,lon,lat\nt1,-100,31\nt1,-101,32\n");
        assertThatThrownBy(() -> load(folder, TRACTS))
                .isInstanceOf(HeadroomException.class)
                .hasMessageContaining("places.csv")
                .hasMessageContaining("[t1]");
    }

    @Test
    void oneStationHasOnePlaceAndTextsNotListedBecomeTheOther() throws Exception {
        Files.writeString(folder.resolve("m.csv"), "id,type,day\n1,County,2/1/00\n2,Town,31dec2022\n3,City,12/31/98\n");
        FeatureLayer layer = (FeatureLayer) load(folder, """
                        layer: m
                        kind: moratorium
                        source: {file: m.csv, format: csv, publisher: X, asOf: 2026-01-01, evidence: MANUAL}
                        geometry: {point: {longitude: -87.92, latitude: 41.98}}
                        fields:
                          instrumentId: id
                          scope: {column: type, values: {County: AREA}, otherwise: PART}
                          adoptedDate: {column: day, date: [M/d/yyyy, M/d/yy, ddMMMyyyy]}
                        """).layer();
        assertThat(layer.longitude(1)).isEqualTo(-87.92);
        assertThat(layer.texts("scope")).containsExactly("AREA", "PART", "PART");
        assertThat(layer.dates("adoptedDate"))
                .containsExactly(
                        (int) LocalDate.of(2000, 2, 1).toEpochDay(),
                        (int) LocalDate.of(2022, 12, 31).toEpochDay(),
                        (int) LocalDate.of(1998, 12, 31).toEpochDay());
    }
}
