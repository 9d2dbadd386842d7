package org.headroom.layers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.headroom.layers.Layers.features;
import static org.headroom.layers.Layers.load;
import static org.headroom.layers.Layers.refused;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.headroom.model.DataIssue;
import org.headroom.model.DataIssue.Effect;
import org.headroom.model.FailureFamily;
import org.headroom.model.HeadroomException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** CSV, and everything about bad records, which is the same for all formats. */
final class CsvTest {
    private static final String YAML = """
            layer: p
            kind: grid-capacity
            source: {file: a.csv, format: csv, publisher: T, asOf: 2026-01-01, evidence: REPORTED}
            geometry: {columns: {longitude: lon, latitude: lat}}
            fields: {name: name, nominalVoltageKv: {column: kv, missing: ["0", "n/a"]}}
            badRecords: {limitFraction: 1}
            """;

    @TempDir
    Path folder;

    private void csv(String text) throws IOException {
        Files.writeString(folder.resolve("a.csv"), text);
    }

    @Test
    void quotesLineBreaksBlankLinesAndTheByteOrderMark() throws IOException {
        csv("\uFEFFname,kv,lon,lat\r\n\"a \"\"b\"\",\nc\",230,10,50\r\n\r\nd,n/a,11,51\r\n");
        LoadedLayer loaded = load(folder, YAML);
        DefaultFeatureLayer layer = features(loaded);
        assertThat(layer.texts("name")).containsExactly("a \"b\",\nc", "d");
        assertThat(layer.numbers("nominalVoltageKv")).containsExactly(230, Double.NaN);
        assertThat(layer.recordId(1)).isEqualTo("2");
        assertThat(loaded.issues()).isEmpty();
        assertThat(layer.hasField("operator")).isFalse();
        assertThat(layer.texts("operator")).containsOnlyNulls().hasSize(2);
        assertThat(layer.numbers("transferCapacityMw")).containsOnly(Double.NaN);
        assertThat(layer.dates("headroomAsOf")).containsOnly(DefaultFeatureLayer.NO_DATE);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "x,230,10,425.2461 | SKIPPED | lat | 425.2461 | not within -90 to 90",
                "x,230,-181,5 | SKIPPED | lon | -181 | not within -180 to 180",
                "x,230,,5 | SKIPPED | lon | '' | has no coordinates",
                "x,230,ten,5 | SKIPPED | lon | ten | not a number",
                "x,230,NaN,5 | SKIPPED | lon | NaN | not a number",
                "x,2 30,10,5 | FIELD_UNKNOWN | kv | 2 30 | not a number",
                "x,'1e999',10,5 | FIELD_UNKNOWN | kv | 1e999 | not a number",
                "x,230,10 | SKIPPED | '' | '' | too short",
                "x,230,10,5,6 | SKIPPED | '' | '' | too long"
            })
    void badRecords(String row, Effect effect, String field, String value, String reason) throws IOException {
        csv("name,kv,lon,lat\n" + row.replace("'", "") + "\nok,1,1,1\n");
        LoadedLayer loaded = load(folder, YAML);
        assertThat(loaded.counts().read()).isEqualTo(2);
        assertThat(loaded.counts().skipped()).isEqualTo(effect == Effect.SKIPPED ? 1 : 0);
        assertThat(loaded.issues()).singleElement().satisfies(i -> {
            assertThat(i.effect()).isEqualTo(effect);
            assertThat(i.layer()).isEqualTo("p");
            assertThat(i.file()).isEqualTo("a.csv");
            assertThat(i.record()).isEqualTo(1);
            assertThat(i.field()).isEqualTo(field);
            assertThat(i.value()).isEqualTo(value);
            assertThat(i.reason()).contains(reason);
        });
    }

    @Test
    void aRecordWithoutAPlaceIsKeptWhenNoneIsRequired() throws IOException {
        csv("name,kv,lon,lat\nx,1,,\n");
        LoadedLayer loaded = load(folder, YAML.replace("latitude: lat}}", "latitude: lat}, required: false}"));
        assertThat(loaded.issues())
                .singleElement()
                .extracting(DataIssue::effect)
                .isEqualTo(Effect.NOT_LOCATED);
        assertThat(features(loaded).isLocated(0)).isFalse();
        assertThat(features(loaded).points(r -> true).size()).isZero();
    }

    @Test
    void tooManyBadRecordsRefuseTheLayerWithTheReasons() throws IOException {
        csv("name,kv,lon,lat\na,1,,\nb,1,,\nc,1,1,99\nd,1,1,1\n");
        HeadroomException e = refused(folder, YAML.replace("limitFraction: 1", "limitFraction: 0.5"));
        assertThat(e.family()).isEqualTo(FailureFamily.DATA);
        assertThat(e.getMessage())
                .contains("3 of 4 records are bad")
                .contains("2 x lon: the record has no coordinates")
                .contains("1 x lat: the latitude is not within -90 to 90");
        assertThat(load(folder, YAML.replace("limitFraction: 1", "limitFraction: 0.75"))
                        .counts()
                        .skipped())
                .isEqualTo(3);
    }

    @Test
    void whereRemovesRecordsAndCountsThemApart() throws IOException {
        csv("name,kv,lon,lat,Line Type\na,100,1,1,AC\nb,20,1,1,AC\nc,,1,1,DC\nd,300,1,1,\n");
        LoadedLayer loaded = load(folder, YAML + "where: \"kv > 50 AND \\\"Line Type\\\" = 'AC'\"\n");
        assertThat(features(loaded).texts("name")).containsExactly("a");
        assertThat(loaded.counts()).isEqualTo(new LayerCounts(1, 1, 0, 3));
        assertThat(features(load(folder, YAML + "where: kv IS NULL\n")).texts("name"))
                .containsExactly("c");
    }

    @Test
    void aWrongConditionIsExplained() throws IOException {
        csv("name,kv,lon,lat\n");
        assertThat(refused(folder, YAML + "where: kw > 5\n").getMessage())
                .contains("where: no column \"kw\"; did you mean \"kv\"?");
        assertThat(refused(folder, YAML + "where: kv >\n").getMessage()).contains("is not an ECQL condition");
    }

    @Test
    void encodingIsCheckedAndCanBeGiven() throws IOException {
        Files.write(
                folder.resolve("a.csv"),
                "name;kv;lon;lat\nQu\u00e9bec;1;1;1\n".getBytes(Charset.forName("windows-1252")));
        String yaml = YAML.replace("format: csv", "format: csv, delimiter: ';'");
        assertThat(refused(folder, yaml).getMessage()).contains("that are not UTF-8");
        assertThat(features(load(folder, yaml.replace("format: csv", "format: csv, encoding: windows-1252")))
                        .texts("name"))
                .containsExactly("Qu\u00e9bec");
        Files.write(
                folder.resolve("a.csv"),
                "\uFEFFname;kv;lon;lat\nQu\u00e9bec;1;1;1\n".getBytes(StandardCharsets.UTF_16LE));
        assertThat(features(load(folder, yaml)).texts("name")).containsExactly("Qu\u00e9bec");
    }

    @Test
    void columnsByNumberWithoutAHeader() throws IOException {
        csv("LOCATION,somewhere\nDATA PERIODS,1\nx,1.5,9\ny,2.5,9\n");
        DefaultFeatureLayer layer = features(load(folder, """
                layer: e
                kind: climate
                source: {file: a.csv, format: csv, headerRow: 0, skipRows: 2, publisher: T, asOf: 2026-01-01, evidence: REPORTED}
                geometry: {none: {}}
                fields: {stationId: 1, dryBulbC: {column: 2, unit: degF}}
                """));
        assertThat(layer.texts("stationId")).containsExactly("x", "y");
        assertThat(layer.numbers("dryBulbC")[0]).isEqualTo((1.5 - 32) * 5 / 9);
    }

    @Test
    void requiredFieldsValuesAndLists() throws IOException {
        csv("id,sectors,type\n1,\"[\"\"solar\"\",\"\"wind\"\"]\",x\n,[],x\n3,oops,z\n");
        LoadedLayer loaded = load(folder, """
                layer: m
                kind: moratorium
                source: {file: a.csv, format: csv, publisher: T, asOf: 2026-01-01, evidence: REPORTED}
                geometry: {none: {}}
                fields: {instrumentId: id, sectors: {column: sectors, list: json}, jurisdictionType: {column: type, values: {x: County}}}
                badRecords: {limitFraction: 0.5}
                """);
        assertThat(features(loaded).texts("sectors")).containsExactly("solar;wind", "?");
        assertThat(features(loaded).texts("jurisdictionType")).containsExactly("County", null);
        assertThat(loaded.issues().stream().map(DataIssue::reason))
                .containsExactly(
                        "the required field instrumentId is empty",
                        "the value is not listed in the descriptor's values for jurisdictionType",
                        "not a JSON list, which sectors is read from");
    }

    @Test
    void fileNamesStayInTheDataFolder() throws IOException {
        csv("name,kv,lon,lat\n");
        Path inner = Files.createDirectory(folder.resolve("inner"));
        assertThat(refused(inner, YAML.replace("a.csv", "../a.csv")).getMessage())
                .contains("leads out of the data folder");
        assertThat(refused(inner, YAML.replace("a.csv", folder.resolve("a.csv").toString()))
                        .getMessage())
                .contains("leads out of the data folder");
        Files.createSymbolicLink(inner.resolve("a.csv"), folder.resolve("a.csv"));
        assertThat(refused(inner, YAML).getMessage()).contains("leads out of the data folder");
        Files.delete(inner.resolve("a.csv"));
        Files.createSymbolicLink(inner.resolve("a.csv"), Path.of("b.csv"));
        Files.createSymbolicLink(inner.resolve("b.csv"), Path.of("a.csv"));
        assertThat(refused(inner, YAML).getMessage()).endsWith("it is a link that leads nowhere");
        assertThat(refused(folder, YAML.replace("a.csv", "b.csv")).getMessage())
                .contains("not found")
                .contains("did you mean \"a.csv\"?");
    }

    @Test
    void theDigestFollowsDescriptorAndData() throws IOException {
        csv("name,kv,lon,lat\n");
        LayerLoader loader = new LayerLoader(folder);
        String first = loader.digest(Layers.descriptor(YAML));
        assertThat(loader.digest(Layers.descriptor(YAML))).isEqualTo(first).matches("[0-9a-f]{64}");
        assertThat(loader.digest(Layers.descriptor(YAML + "# changed\n"))).isNotEqualTo(first);
        csv("name,kv,lon,lat\n\n");
        assertThat(loader.digest(Layers.descriptor(YAML))).isNotEqualTo(first);
    }

    @Test
    void joinsByCountyNameAndByCode() throws IOException {
        Files.writeString(folder.resolve("b.geojson"), """
                {"type":"FeatureCollection","features":[
                 {"type":"Feature","properties":{"c":"24005","n":"Baltimore","s":"MD"},"geometry":{"type":"Polygon","coordinates":[[[0,0],[1,0],[1,1],[0,1],[0,0]]]}},
                 {"type":"Feature","properties":{"c":"24510","n":"Baltimore","s":"MD"},"geometry":{"type":"Polygon","coordinates":[[[2,0],[3,0],[3,1],[2,1],[2,0]]]}},
                 {"type":"Feature","properties":{"c":"01115","n":"St. Clair","s":"AL"},"geometry":{"type":"Polygon","coordinates":[[[4,0],[5,0],[5,1],[4,1],[4,0]]]}}]}
                """);
        DefaultFeatureLayer counties = features(load(
                folder,
                Layers.head("boundary", "b.geojson", "geojson") + "fields: {code: c, name: n, stateCode: s}\n"));
        csv(
                "name,state,fips\nBaltimore County,MD,24005\nBALTIMORE CITY,md,24510\nSaint Clair,AL,1115\nNowhere,AL,99999\n,AL,\n");
        String yaml = """
                layer: j
                kind: grid-capacity
                source: {file: a.csv, format: csv, publisher: T, asOf: 2026-01-01, evidence: REPORTED}
                geometry: {join: {layer: counties, on: {name: name, stateCode: state}, normalise: county-name}, required: false}
                fields: {name: name}
                """;
        for (String form : new String[] {
            yaml, yaml.replace("name: name, stateCode: state}, normalise: county-name", "code: fips}, normalise: fips5")
        }) {
            LoadedLayer loaded = load(folder, form, Map.of("counties", counties));
            DefaultFeatureLayer layer = features(loaded);
            assertThat(layer.area(0)).isNotNull().isEqualTo(counties.area(0));
            assertThat(layer.area(1)).isNotNull().isEqualTo(counties.area(1));
            assertThat(layer.area(2)).isNotNull().isEqualTo(counties.area(2));
            assertThat(layer.area(3)).isNull();
            assertThat(loaded.issues().stream().map(DataIssue::reason))
                    .containsExactly("the key is not in the layer test", "the key for the layer test is empty");
        }
        assertThat(refused(folder, yaml).getMessage()).contains("there is no layer \"counties\" with areas");
        csv("name,state\nBaltimore County,MD\nSaint Clair,AL\nbaltimore,MD\n");
        DefaultFeatureLayer twice = features(load(folder, yaml, Map.of("counties", counties)));
        assertThat(twice.area(2)).isSameAs(twice.area(0)).isNotSameAs(twice.area(1));
    }
}
