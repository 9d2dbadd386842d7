package org.headroom.layers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.headroom.layers.Layers.descriptor;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.headroom.layers.descriptor.GeometrySpec;
import org.headroom.layers.descriptor.KeyNormaliser;
import org.headroom.layers.descriptor.LayerSchema;
import org.headroom.model.EvidenceClass;
import org.headroom.model.FailureFamily;
import org.headroom.model.HeadroomException;
import org.headroom.model.LayerKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class LayerDescriptorTest {
    private static String refusal(String yaml) {
        HeadroomException e = catchThrowableOfType(HeadroomException.class, () -> descriptor(yaml));
        assertThat(e).isNotNull();
        assertThat(e.family()).isEqualTo(FailureFamily.CONFIG);
        return e.getMessage();
    }

    @Test
    void readsEveryKey() {
        LayerDescriptor d = descriptor("""
                # yaml-language-server: $schema=../../schema/layer.schema.json
                layer: lbnl-queue-withdrawn
                kind: interconnection-queue
                title: Withdrawn requests
                source:
                  file: q.xlsx
                  format: xlsx
                  sheet: withdrawn
                  headerRow: 2
                  skipRows: 1
                  publisher: Lawrence Berkeley National Laboratory
                  reference: Queued Up
                  licence: CC-BY-4.0
                  asOf: 2020-12-31
                  evidence: REPORTED
                crs: EPSG:4326
                where: "q_date IS NOT NULL"
                geometry:
                  join: {layer: counties, on: {name: county, stateCode: state}, normalise: county-name}
                  required: false
                  invalid: skip
                id: q_id
                fields:
                  requestId: q_id
                  side: {constant: GENERATION}
                  queueStatus: {column: q_status, values: {withdrawn: WITHDRAWN}}
                  requestedMw: {sum: [mw1, mw2], unit: kW}
                  queueDate: {column: q_date, date: M/d/yyyy}
                  withdrawnDate: {column: wd_date, epoch: 1960-01-01}
                badRecords: {limitFraction: 0.25}
                """);
        assertThat(d.id()).isEqualTo("lbnl-queue-withdrawn");
        assertThat(d.kind()).isEqualTo(LayerKind.INTERCONNECTION_QUEUE);
        assertThat(d.source().format().id()).isEqualTo("xlsx");
        assertThat(d.source().options().headerRow()).isEqualTo(2);
        assertThat(d.source().asOf()).isEqualTo(LocalDate.of(2020, 12, 31));
        assertThat(d.source().evidence()).isEqualTo(EvidenceClass.REPORTED);
        assertThat(d.geometry().place()).isEqualTo(GeometrySpec.Place.JOIN);
        assertThat(d.geometry().on()).containsExactly(Map.entry("name", "county"), Map.entry("stateCode", "state"));
        assertThat(d.geometry().normaliser()).isEqualTo(KeyNormaliser.COUNTY_NAME);
        assertThat(d.geometry().required()).isFalse();
        assertThat(d.geometry().repair()).isFalse();
        assertThat(d.joinedLayer()).contains("counties");
        assertThat(d.fields()).hasSize(6);
        assertThat(d.badRecordLimitFraction()).isEqualTo(0.25);
        assertThat(d.digest()).hasSize(64);
    }

    @Test
    void reportsEveryProblemOfTheSchemaAtOnceWithLineAndNearestName() {
        String message = refusal("""
                layer: Bad Name
                kind: grid-capcity
                source:
                  fil: a.csv
                  format: shapfile
                  publisher: X
                  evidence: REPORTED
                feilds: {}
                """);
        assertThat(message.lines())
                .anyMatch(l -> l.startsWith("test.layer.yaml line 1: layer:"))
                .anyMatch(l ->
                        l.startsWith("test.layer.yaml line 2: kind:") && l.contains("did you mean \"grid-capacity\"?"))
                .anyMatch(l -> l.startsWith("test.layer.yaml line 4:")
                        && l.contains("unknown key \"fil\"; did you mean \"file\"?"))
                .anyMatch(l -> l.startsWith("test.layer.yaml line 5:") && l.contains("did you mean \"shapefile\"?"))
                .anyMatch(l -> l.startsWith("test.layer.yaml line 8:") && l.contains("did you mean \"fields\"?"))
                .noneMatch(l -> l.contains("is missing"));
    }

    @ParameterizedTest
    @CsvSource({"grid-capacity, name", "interconnection-queue, operator", "moratorium, citation", "energy-price, name"})
    void aKindThatDescribesADayIsToldWhich(String kind, String field) {
        String yaml = """
                layer: a
                kind: %s
                source:
                  {file: a.csv, publisher: X, evidence: MANUAL}
                geometry: {none: {}}
                fields: {%s: x}
                """.formatted(kind, field);
        assertThat(refusal(yaml))
                .contains(
                        "source: asOf is missing: say the day that the data describe in source.asOf; unknown if nobody"
                                + " knows");
    }

    @Test
    void reportsEveryProblemOfMeaningAtOnce() {
        String message = refusal("""
                layer: a
                kind: interconnection-queue
                source: {file: a.csv, format: csv, sheet: x, encoding: no-such-set, asOf: 2020-02-30, publisher: X, evidence: MANUAL}
                geometry: {join: {layer: a, on: {nam: county}}, columns: {longitude: x, latitude: y}}
                fields:
                  side: {constant: LOAD, column: x}
                  requestdMw: mw
                  requestedMw: {column: mw, unit: MWh}
                  fuel: {column: f, unit: MW}
                  queueDate: {column: d, date: "yyyy-bb"}
                  withdrawnDate: {column: d, date: excel}
                  inServiceDate: {column: d, numbers: {decimal: ",", grouping: ","}}
                  proposedInServiceDate: {constant: "9999-12-31"}
                """);
        assertThat(message)
                .contains("source.sheet: does not apply to csv")
                .contains("unknown character set \"no-such-set\"")
                .contains("there is no day 2020-02-30")
                .contains("only one of own, columns, point, join and none")
                .contains("has no field \"nam\"; did you mean \"name\"?")
                .contains("give one of column, constant, sum, recordNumber, not several")
                .contains("has no field \"requestdMw\"; did you mean \"requestedMw\"?")
                .contains("unit \"MWh\" cannot be brought to MW")
                .contains("only number fields have a unit")
                .contains("\"yyyy-bb\" is not a date pattern")
                .contains("decimal and grouping cannot be the same sign")
                .contains("the field \"queueStatus\" is required");
    }

    @Test
    void whatTheDescriptorGivesMustBeWhatTheFieldMayHold() {
        assertThat(refusal("""
                layer: a
                kind: interconnection-queue
                source: {file: a.csv, publisher: X, asOf: 2026-01-01, evidence: MANUAL}
                geometry: {none: {}}
                fields:
                  side: {constant: Load}
                  queueStatus: {column: s, values: {in study: ACTIV}, otherwise: GONE}
                  requestedMw: {constant: 1000000}
                  queueDate: {constant: "9999-12-31"}
                """))
                .contains("line 6: fields.side.constant: \"Load\" is no word of side, which are LOAD, GENERATION;"
                        + " did you mean \"LOAD\"?")
                .contains("line 7: fields.queueStatus.values.in study: \"ACTIV\" is no word of queueStatus")
                .contains("line 7: fields.queueStatus.otherwise: \"GONE\" is no word")
                .contains("line 8: fields.requestedMw.constant: outside the range of requestedMw, -20000 to 20000 MW")
                .contains("line 9: fields.queueDate.constant: a day outside 1900-01-02 to 2199-12-31");
    }

    @Test
    void aCsvFileNeedsAPlaceForItsRecords() {
        assertThat(refusal(Layers.head("climate", "a.csv", "csv")))
                .contains("csv holds no geometry; give geometry.columns");
    }

    @Test
    void theEndingOfTheFileTellsTheFormatThatIsLeftOut() {
        String yaml = """
                layer: a
                kind: boundary
                source: {file: 'x/Counties.%s', publisher: P, asOf: 2026-01-01, evidence: REPORTED}
                fields: {code: c}
                """;
        assertThat(descriptor(yaml.formatted("SHP")).source().format().id()).isEqualTo("shapefile");
        assertThat(descriptor(yaml.formatted("gpkg")).source().format().id()).isEqualTo("geopackage");
        assertThat(descriptor(yaml.formatted("shp.zip")).source().format().id()).isEqualTo("shapefile");
        // FirstBytesTest has what follows.
        assertThat(descriptor(yaml.formatted("dat")).source().format().id()).isEqualTo("by content");
    }

    @Test
    void refusesWhatIsNotPlainYaml() {
        assertThat(refusal("layer: a\nlayer: b\n")).contains("line 2").contains("not valid YAML");
        assertThat(refusal("layer: [\n")).contains("not valid YAML");
        assertThat(refusal("")).contains("the key \"layer\" is missing");
        assertThat(refusal("- a\n")).contains("is a list, but must be a group of keys");
        assertThat(refusal("layer: a\n---\nlayer: b\n")).contains("a second YAML document");
        assertThat(refusal("layer: !!javax.script.ScriptEngineManager [a]\n"))
                .contains("anchors, aliases and tags are not allowed");
    }

    @Test
    void theSchemaAndTheClassesOfEvidenceAgreeAndEveryKeyIsDescribed() {
        JsonNode schema = LayerSchema.of(LayerKind.builtIn());
        List<String> evidence = new ArrayList<>();
        schema.at("/properties/source/properties/evidence/enum").forEach(n -> evidence.add(n.asText()));
        assertThat(evidence)
                .containsExactlyElementsOf(
                        Arrays.stream(EvidenceClass.values()).map(Enum::name).toList());
        described(schema, "schema");
    }

    private static void described(JsonNode rule, String at) {
        assertThat(rule.path("description").asText()).as(at).isNotBlank();
        rule.path("properties").properties().forEach(e -> described(e.getValue(), at + "." + e.getKey()));
        if (rule.path("additionalProperties").isObject()) {
            described(rule.path("additionalProperties"), at + ".*");
        }
    }
}
