package org.headroom.layers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.headroom.layers.Layers.features;
import static org.headroom.layers.Layers.load;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.headroom.model.DataIssue;
import org.headroom.model.DataIssue.Effect;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a cell may mean: ranges, codes for "not known", vocabularies, and numbers and days as people write them. */
final class FieldCheckTest {
    @TempDir
    Path folder;

    private LoadedLayer read(String kind, String fields, String cell) throws IOException {
        Files.writeString(folder.resolve("a.csv"), "id|cell\nR1|" + cell + "\n");
        return load(folder, """
                layer: a
                kind: %s
                source: {file: a.csv, delimiter: "|", publisher: T, asOf: 2026-01-01, evidence: REPORTED}
                geometry: {none: {}}
                id: id
                fields: %s
                badRecords: {limitFraction: 1}
                """.formatted(kind, fields));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "none",
            value = {
                "publishedHeadroomMw  | 40       | 40  | none",
                "publishedHeadroomMw  | 0        | 0   | none",
                "publishedHeadroomMw  | -40      | -40 | none",
                "publishedHeadroomMw  | -999999  | NaN | outside the range of publishedHeadroomMw, -5000 to 5000 MW; it is often written for \"not known\" (then list it under missing)",
                "publishedHeadroomMw  | -999     | NaN | taken for \"not known\", which such a figure of publishedHeadroomMw means",
                "publishedHeadroomMw  | 9999999  | NaN | outside the range of publishedHeadroomMw, -5000 to 5000 MW; it is often written for \"not known\" (then list it under missing)",
                "peakDemandMw         | -1       | NaN | outside the range of peakDemandMw, 0 to 50000 MW; it is often written for \"not known\" (then list it under missing)",
                "nominalVoltageKv     | 230000   | NaN | outside the range of nominalVoltageKv, 0.1 to 1500 kV",
                "nominalVoltageKv     | 1,200    | NaN | not a number, which nominalVoltageKv must be",
                "nominalVoltageKv     | 999      | NaN | taken for \"not known\", which such a figure of nominalVoltageKv means",
                "peakDemandMw         | 9999     | NaN | taken for \"not known\", which such a figure of peakDemandMw means",
            })
    void aFigureOutsideItsRangeIsUnknownAndListed(String field, String cell, double value, String reason)
            throws IOException {
        LoadedLayer loaded = read("grid-capacity", "{" + field + ": cell}", cell);
        assertThat(features(loaded).numbers(field)).containsExactly(value);
        if (reason == null) {
            assertThat(loaded.issues()).isEmpty();
        } else {
            assertThat(loaded.issues()).singleElement().satisfies(issue -> {
                assertThat(issue.effect()).isEqualTo(Effect.FIELD_UNKNOWN);
                assertThat(issue.recordId() + issue.field() + issue.value()).isEqualTo("R1cell" + cell);
                assertThat(issue.reason()).isEqualTo(reason);
            });
        }
    }

    @ParameterizedTest
    @CsvSource({
        "grid-capacity, publishedHeadroomMw, kW, -9999, NaN",
        "grid-capacity, publishedHeadroomMw, kW, -999999, NaN",
        "grid-capacity, publishedHeadroomMw, kW, -500, -0.5",
        "grid-capacity, publishedHeadroomMw, kW, -99, -0.099",
        "facility, elevationM, ft, -999, NaN",
        "facility, elevationM, ft, -250, -76.2",
        "climate, dewPointC, degF, -99.9, NaN",
    })
    void aRowOfNinesMeansNotKnownInTheUnitOfItsColumn(String kind, String field, String unit, String cell, double value)
            throws IOException {
        String id = kind.equals("facility") ? "facilityId: id, " : "";
        LoadedLayer loaded = read(kind, "{" + id + field + ": {column: cell, unit: " + unit + "}}", cell);
        assertThat(features(loaded).numbers(field)).containsExactly(value);
        assertThat(loaded.issues()).hasSize(Double.isNaN(value) ? 1 : 0);
        assertThat(loaded.issues()).allSatisfy(issue -> assertThat(issue.reason())
                .isEqualTo("taken for \"not known\", which such a figure of " + field + " means"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "none",
            value = {
                "candidate | distanceToFibreKm | distanceToFibreMiles | the column distanceToFibreMiles is in mi by its name and is read as it stands, as distanceToFibreKm in km; give this field unit: mi to have it brought to km, or unit: km if its figures are in km",
                "candidate | distanceToFibreKm | '{column: distanceToFibreMiles, unit: mi}' | none",
                "candidate | distanceToFibreKm | '{column: distanceToFibreMiles, unit: km}' | none",
                "candidate | buildableAreaHa | areaAcres | the column areaAcres is in acre by its name and is read as it stands, as buildableAreaHa in ha; give this field unit: acre to have it brought to ha, or unit: ha if its figures are in ha",
                "candidate | contractedCapacityMw | load_mva | the column load_mva is in MVA by its name and is read as it stands, as contractedCapacityMw in MW; bring it to MW in the source, as there is no fixed ratio, or give this field unit: MW if its figures are in MW",
                "grid-capacity | publishedHeadroomMw | '{sum: [headroomKw]}' | the column headroomKw is in kW by its name and is read as it stands, as publishedHeadroomMw in MW; give this field unit: kW to have it brought to MW, or unit: MW if its figures are in MW",
                "feature | routeKm | '{column: route_miles, declare: {unit: km}}' | the column route_miles is in mi by its name and is read as it stands, as routeKm in km; give this field unit: mi to have it brought to km, or unit: km if its figures are in km",
                "candidate | buildableAreaHa | area | none",
            })
    void aColumnThatNamesAnotherUnitThanItsFieldIsAskedAbout(String kind, String field, String mapping, String note)
            throws IOException {
        String column = mapping.replaceAll(".*(column: |sum: \\[)|[,\\]}].*", "");
        Files.writeString(folder.resolve("a.csv"), "id," + column + "\nR1,5\n");
        LoadedLayer loaded =
                load(folder, """
                layer: a
                kind: %s
                source: {file: a.csv, publisher: T, asOf: 2026-01-01, evidence: REPORTED}
                geometry: {none: {}}
                id: id
                fields: {%s%s: %s}
                """.formatted(kind, kind.equals("candidate") ? "siteId: id, " : "", field, mapping));
        assertThat(loaded.issues()).extracting(DataIssue::reason).isEqualTo(note == null ? List.of() : List.of(note));
    }

    @Test
    void aColumnThatWouldBeAFieldInAnotherUnitIsNotLeftOutInSilence() throws IOException {
        Files.writeString(folder.resolve("a.csv"), "id,distanceToFibreMiles,areaAcres\nR1,5,6\n");
        String head = """
                layer: a
                kind: candidate
                source: {file: a.csv, publisher: T, asOf: 2026-01-01, evidence: REPORTED}
                geometry: {none: {}}
                fields:
                  siteId: id
                """;
        assertThat(load(folder, head).issues())
                .extracting(DataIssue::reason)
                .containsExactly("the column distanceToFibreMiles is not read; write distanceToFibreKm: {column:"
                        + " \"distanceToFibreMiles\", unit: mi}, which brings mi to km, if that is what it is");
        assertThat(Layers.refused(
                        folder,
                        head + "  distanceToFibreMiles: distanceToFibreMiles\n  areaAcres: {column: areaAcres}\n"))
                .hasMessageContaining("line 7: fields.distanceToFibreMiles: a layer of kind candidate has no field"
                        + " \"distanceToFibreMiles\"; did you mean distanceToFibreKm: {column: \"distanceToFibreMiles\", unit:"
                        + " mi}, which brings mi to km?")
                .hasMessageContaining(
                        "has no field \"areaAcres\"; did you mean buildableAreaHa: {column: \"areaAcres\"");
    }

    @Test
    void aRequestBelowZeroIsAReductionAndSaidToBeOne() throws IOException {
        String fields = "{side: {constant: LOAD}, queueStatus: {constant: ACTIVE}, requestedMw: cell}";
        LoadedLayer loaded = read("interconnection-queue", fields, "-27");
        assertThat(features(loaded).numbers("requestedMw")).containsExactly(-27);
        assertThat(loaded.issues())
                .extracting(DataIssue::effect, DataIssue::reason)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(
                        Effect.NOTED, "below 0, taken for a reduction, which asks for nothing"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            nullValues = "none",
            value = {
                "moratoriumStatus; cell; ACTIVE; ACTIVE; none",
                "moratoriumStatus; cell; Rescinded; ?; did you mean \"RESCINDED\"?",
                "moratoriumStatus; cell; lifted; ?; which are PROPOSED, ACTIVE",
                "scope; cell; area; ?; did you mean \"AREA\"?",
                "sectors; cell; Data Centers; ?; did you mean \"data_center\"?",
                "sectors; cell; solar, wind; ?; the key list says what is between them",
                "sectors; '{column: cell, list: {separator: \",\"}}'; solar, wind; 'solar;wind'; none",
                "sectors; '{column: cell, list: {separator: \",\"}}'; solar, Mining, Bitcoin; 'solar;?'; \"Mining\" is no word of sectors",
                "moratoriumStatus; '{column: cell, values: {on: ACTIVE}}'; off; ?; not listed in the descriptor's values",
            })
    void aWordOutsideTheVocabularyIsThereButNotUnderstood(
            String field, String mapping, String cell, String value, String reason) throws IOException {
        LoadedLayer loaded = read("moratorium", "{instrumentId: id, " + field + ": " + mapping + "}", cell);
        assertThat(features(loaded).texts(field)).containsExactly(value);
        if (reason == null) {
            assertThat(loaded.issues()).isEmpty();
        } else {
            assertThat(loaded.issues()).singleElement().satisfies(issue -> {
                assertThat(issue.effect()).isEqualTo(Effect.FIELD_UNKNOWN);
                assertThat(issue.reason()).contains(reason);
            });
        }
    }

    @Test
    void aRequestWhoseStatusIsNotUnderstoodStaysInTheQueue() throws IOException {
        LoadedLayer loaded =
                read("interconnection-queue", "{side: {constant: LOAD}, queueStatus: cell, requestId: id}", "Paused");
        assertThat(features(loaded).texts("queueStatus")).containsExactly("?");
        assertThat(loaded.counts().skipped()).isZero();
        // of a site, what is not understood is missing: nothing may be concluded from it
        assertThat(features(read("facility", "{facilityId: id, coolingTechnology: cell}", "Air"))
                        .texts("coolingTechnology"))
                .containsExactly((String) null);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "',' ; '.' ; 1.250,5 ; 1250.5",
                "',' ; ''  ; 80,25 ; 80.25",
                "',' ; '.' ; 1.25 ; NaN",
                "',' ; '.' ; 1.2500 ; NaN",
                "'.' ; ',' ; '1,250.5' ; 1250.5",
                "'.' ; ',' ; '12,50' ; NaN",
                "'.' ; ',' ; '1,234,567' ; NaN",
                "'.' ; ',' ; '$1,000' ; 1000",
                "'.' ; ',' ; '1,000 USD' ; 1000",
                "'.' ; ',' ; '(40)' ; NaN",
                "'.' ; ',' ; '100 MW' ; 100",
                "'.' ; ',' ; '1.2 GW' ; 1200",
                "'.' ; ',' ; '500 kW' ; 0.5",
                "'.' ; ',' ; '12.5%' ; NaN",
                "'.' ; ',' ; '12 apples' ; NaN",
                "',' ; ' ' ; '1\u00A0250,5' ; 1250.5",
                "'.' ; \u2019 ; '1\u2019250.5' ; 1250.5",
                "',' ; '.' ; '\u20AC 1.000' ; 1000",
                "'.' ; ',' ; ',5' ; NaN",
            })
    void numbersAsPeopleWriteThem(String decimal, String grouping, String cell, double value) throws IOException {
        String form =
                "{decimal: \"" + decimal + "\"" + (grouping.isEmpty() ? "" : ", grouping: \"" + grouping + "\"") + "}";
        LoadedLayer loaded = read("grid-capacity", "{peakDemandMw: {column: cell, numbers: " + form + "}}", cell);
        assertThat(features(loaded).numbers("peakDemandMw")).containsExactly(value);
        assertThat(loaded.issues()).hasSize(Double.isNaN(value) ? 1 : 0);
    }

    @Test
    void aPercentIsAHundredthWhereAShareIsWanted() throws IOException {
        LoadedLayer loaded =
                read("candidate", "{siteId: id, fossilFraction: {column: cell, numbers: {decimal: \".\"}}}", "12.5 %");
        assertThat(features(loaded).numbers("fossilFraction")).containsExactly(0.125);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            nullValues = "none",
            value = {
                "epoch-ms ; 1767225600000 ; 2026-01-01",
                "epoch-s ; 1767225600 ; 2026-01-01",
                "epoch-s ; 1767225600000 ; none",
                "epoch-ms ; 1767225600 ; none",
                "epoch-ms ; 0 ; none",
                "epoch-s ; -1 ; none",
                "epoch-s ; 31536000 ; 1971-01-01",
                "'[excel, M/d/yyyy]' ; 46023 ; 2026-01-01",
                "excel ; 61 ; 1900-03-01",
                // A day earlier in Excel than in LibreOffice, and one that never was.
                "excel ; 59 ; none",
                "excel ; 60.5 ; none",
                "'[excel, M/d/yyyy]' ; 1/2/2026 ; 2026-01-02",
                "'[iso, d MMM yyyy]' ; 3 Feb 2026 ; 2026-02-03",
                "'[iso, d MMM yyyy]' ; 2026-02-03T10:00:00Z ; 2026-02-03",
                "iso ; 1900-01-01 ; none",
                "iso ; 1970-01-01T00:00:00Z ; none",
                "iso ; 9999-12-31 ; none",
            })
    void daysAsPeopleWriteThem(String date, String cell, LocalDate day) throws IOException {
        LoadedLayer loaded =
                read("moratorium", "{instrumentId: id, adoptedDate: {column: cell, date: " + date + "}}", cell);
        assertThat(features(loaded).dates("adoptedDate"))
                .containsExactly(day == null ? DefaultFeatureLayer.NO_DATE : (int) day.toEpochDay());
        assertThat(loaded.issues()).hasSize(day == null ? 1 : 0);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "none",
            value = {
                "2026-02-12, 2026-03-01, 2026-02-28, none, effectiveDate 2026-03-01",
                "2026-02-12, 2026-03-01, 2026-03-01, none, none",
                "2026-02-12, none, 2026-02-11, EXACT, adoptedDate 2026-02-12",
                "2026-02-12, none, 2026-02-11, MONTH, none",
                "2026-02-12, none, 2025-02-11, YEAR, adoptedDate 2026-02-12",
                "none, none, 2026-02-11, none, none",
            })
    void aLastDayBeforeTheFirstIsASlipAndSoNotKnown(
            String adopted, String effective, String expiry, String certainty, String first) throws IOException {
        String row = Stream.of(adopted, effective, expiry, certainty)
                .map(cell -> cell == null ? "" : cell)
                .collect(Collectors.joining(","));
        Files.writeString(folder.resolve("m.csv"), "id,adopted,effective,until,certainty\nM1," + row + "\n");
        LoadedLayer loaded = load(folder, """
                layer: m
                kind: moratorium
                source: {file: m.csv, publisher: T, asOf: 2026-01-01, evidence: REPORTED}
                geometry: {none: {}}
                fields: {instrumentId: id, adoptedDate: adopted, effectiveDate: effective, expiryDate: until, dateCertainty: certainty}
                """);
        int day = (int) LocalDate.parse(expiry).toEpochDay();
        assertThat(features(loaded).dates("expiryDate"))
                .containsExactly(first == null ? day : DefaultFeatureLayer.NO_DATE);
        if (first == null) {
            assertThat(loaded.issues()).isEmpty();
            return;
        }
        assertThat(loaded.issues()).singleElement().satisfies(issue -> {
            assertThat(issue.effect()).isEqualTo(Effect.FIELD_UNKNOWN);
            assertThat(issue.field() + " " + issue.value()).isEqualTo("until " + expiry);
            assertThat(issue.reason())
                    .isEqualTo("before the first day of the instrument, " + first + ", so when it ends is not known");
        });
    }

    @Test
    void aCodeThatASpreadsheetMadeADecimalIsTheCode() throws IOException {
        assertThat(features(read("boundary", "{code: cell}", "1001.0")).texts("code"))
                .containsExactly("1001");
        assertThat(features(read("boundary", "{code: id, name: cell}", "2.0")).texts("name"))
                .containsExactly("2.0");
    }

    @Test
    void codesInTheDescriptorAreTakenAsTheyAreWritten() throws IOException {
        LoadedLayer loaded = read("boundary", "{code: {column: cell, values: {NO: 06037, ON: NO}}}", "NO");
        assertThat(features(loaded).texts("code")).containsExactly("06037");
        assertThat(features(read("boundary", "{code: {constant: 0100}, stateCode: {constant: ON}}", "x"))
                        .texts("code"))
                .containsExactly("0100");
    }

    @Test
    void theSameThingToldTwiceCountsOnceAndIsListed() throws IOException {
        Files.writeString(
                folder.resolve("q.csv"),
                "q,mw,lon,lat\n1,50,10,50\n1,50,10,50\n1,60,10,50\n1,50,11,50\n,50,10,50\n,50,10,50\n");
        LoadedLayer loaded = load(folder, """
                layer: q
                kind: interconnection-queue
                source: {file: q.csv, publisher: T, asOf: 2026-01-01, evidence: REPORTED}
                geometry: {columns: {longitude: lon, latitude: lat}}
                fields: {requestId: q, side: {constant: LOAD}, queueStatus: {constant: ACTIVE}, requestedMw: mw}
                """);
        assertThat(loaded.counts()).isEqualTo(new LayerCounts(6, 5, 1, 0));
        assertThat(loaded.issues()).singleElement().satisfies(issue -> {
            assertThat(issue.record()).isEqualTo(2);
            assertThat(issue.reason()).isEqualTo("it repeats record 1, which counts");
        });
    }

    @Test
    void whatTwoLayersTellCountsOnce() throws IOException {
        String yaml = """
                layer: %s
                kind: interconnection-queue
                source: {file: %s.csv, publisher: T, asOf: 2026-01-01, evidence: REPORTED}
                geometry: {columns: {longitude: lon, latitude: lat}}
                id: q
                fields: {requestId: q, side: {constant: LOAD}, queueStatus: {constant: ACTIVE}, requestedMw: mw}
                badRecords: {limitFraction: 1}
                """;
        Files.writeString(folder.resolve("a.csv"), "q,mw,lon,lat\nA1,50,10,50\nA2,60,10,50\n");
        Files.writeString(folder.resolve("b.csv"), "q,mw,lon,lat\nA0,90,,\nA2,60,10,50\nA3,70,10,50\nA2,60,11,50\n");
        LoadedLayer first = load(folder, yaml.formatted("a", "a"));
        LoadedLayer second = load(folder, yaml.formatted("b", "b"));
        List<LoadedLayer> removed = LayerRepeats.removed(List.of(first, second), id -> id + ".csv");
        assertThat(removed.get(0)).isSameAs(first);
        DefaultFeatureLayer left = features(removed.get(1));
        assertThat(left.texts("requestId")).containsExactly("A3", "A2");
        assertThat(left.numbers("requestedMw")).containsExactly(70, 60);
        assertThat(left.recordId(1)).isEqualTo("A2");
        assertThat(removed.get(1).counts()).isEqualTo(new LayerCounts(4, 2, 2, 0));
        assertThat(left.recordNumber(0)).isEqualTo(3);
        assertThat(left.recordNumber(1)).isEqualTo(4);
        assertThat(removed.get(1).issues()).last().satisfies(issue -> assertThat(
                        issue.file() + " " + issue.record() + ": " + issue.reason())
                .isEqualTo("b.csv 2: it repeats a record of layer a, which counts"));
    }

    @Test
    void anEmptyLayerIsNamed() throws IOException {
        Files.writeString(folder.resolve("e.csv"), "code\n");
        LoadedLayer loaded = load(folder, """
                layer: e
                kind: boundary
                source: {file: e.csv, publisher: T, asOf: 2026-01-01, evidence: REPORTED}
                geometry: {none: {}}
                fields: {code: code}
                """);
        assertThat(loaded.issues()).extracting(DataIssue::reason).containsExactly("the source has no records");
    }

    @Test
    void boundariesWithoutAnyAreaAreNamed() throws IOException {
        Files.writeString(folder.resolve("p.csv"), "code,lon,lat\n1,-100,40\n2,-101,40\n");
        LoadedLayer loaded = load(folder, """
                layer: p
                kind: boundary
                source: {file: p.csv, publisher: T, asOf: 2026-01-01, evidence: REPORTED}
                geometry: {columns: {longitude: lon, latitude: lat}}
                fields: {code: code}
                """);
        assertThat(loaded.issues())
                .extracting(DataIssue::reason)
                .containsExactly("none of its 2 records is an area, so no place lies in any of them");
    }
}
