package org.headroom.layers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.headroom.layers.Layers.features;
import static org.headroom.layers.Layers.load;
import static org.headroom.layers.Layers.refused;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.headroom.model.DataIssue;
import org.headroom.model.DataIssue.Effect;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tables as people make them, and as nobody should. */
final class TablesTest {
    private static final String PLACES = """
            layer: p
            kind: grid-capacity
            source: {file: a.csv, delimiter: ";", publisher: T, asOf: 2026-01-01, evidence: REPORTED}
            geometry: {columns: {longitude: lon, latitude: lat}}
            id: id
            fields: {publishedHeadroomMw: mw}
            badRecords: {limitFraction: 1}
            """;
    private static final String DMS = PLACES.replace("latitude: lat", "latitude: lat, form: dms");
    private static final String COMMAS = PLACES + "numbers: {decimal: \",\", grouping: \".\"}\n";

    @TempDir
    Path folder;

    private void csv(String text) throws IOException {
        Files.writeString(folder.resolve("a.csv"), text);
    }

    private List<String> reasons(String yaml) {
        return load(folder, yaml).issues().stream().map(DataIssue::reason).toList();
    }

    @Test
    void coordinatesAreWrittenAsTheLayerSays() throws IOException {
        csv("id;mw;lon;lat\nA;1.100,5;-97,25;35,125\nB;80;-97,5;35.5\n");
        LoadedLayer loaded = load(folder, COMMAS);
        assertThat(features(loaded).longitude(0)).isEqualTo(-97.25);
        assertThat(features(loaded).latitude(0)).isEqualTo(35.125);
        assertThat(loaded.issues()).singleElement().satisfies(issue -> {
            assertThat(issue.recordId() + issue.field() + issue.value()).isEqualTo("Blat35.5");
            assertThat(issue.reason()).isEqualTo("a coordinate is not a number");
        });
        assertThat(reasons(PLACES))
                .contains(
                        "a coordinate is not a number; if the comma stands before decimals, say numbers: {decimal: \",\"}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "97°30'00\"W | 35°12'30\"N | -97.5 | 35.208333333",
                "W 97 30 | N 35 12 30 | -97.5 | 35.208333333",
                "97.5W | 35.25 n | -97.5 | 35.25",
                "97º 30′ 36″ W | 35° 12.5' S | -97.51 | -35.208333333",
                "-97:30:00 | 35 | -97.5 | 35",
                "\u221297.5 | +35.5 | -97.5 | 35.5",
                "97°30'00''E | 35°12’30”N | 97.5 | 35.208333333",
                "97°30'60\"W | 35 | NaN | NaN",
                "97.5N | 35 | NaN | NaN",
                "-97.5W | 35 | NaN | NaN",
                "97 30 00 00 W | 35 | NaN | NaN",
                "about 97 W | 35 | NaN | NaN",
            })
    void degreesMinutesAndSeconds(String lon, String lat, double x, double y) throws IOException {
        csv("id;mw;lon;lat\nA;1;\"" + lon.replace("\"", "\"\"") + "\";\"" + lat.replace("\"", "\"\"")
                + "\"\nB;1;1;1\n");
        LoadedLayer loaded = load(folder, DMS);
        if (Double.isNaN(x)) {
            assertThat(loaded.issues()).singleElement().satisfies(issue -> {
                assertThat(issue.recordId() + issue.field() + issue.value()).isEqualTo("Alon" + lon);
                assertThat(issue.reason()).contains("nor degrees, minutes and seconds such as 97°30'00\"W");
            });
            return;
        }
        assertThat(loaded.issues()).isEmpty();
        assertThat(features(loaded).longitude(0)).isCloseTo(x, within(1e-8));
        assertThat(features(loaded).latitude(0)).isCloseTo(y, within(1e-8));
        if (!lon.startsWith("\u2212")) {
            assertThat(reasons(PLACES))
                    .containsExactly("a coordinate is not a number; if degrees are written like this, say form: dms in"
                            + " geometry.columns");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1.250 2.500 30 | true",
                "1.250 2.5 | false",
                "0.125 0.250 | false",
                "1234.567 | false",
                "12 30 | false",
                "-1.250 n.a. | true"
            })
    void aPointThatMayGroupThousandsIsNoted(String values, boolean noted) throws IOException {
        StringBuilder rows = new StringBuilder("id;mw;lon;lat\n");
        for (String value : values.split(" ")) {
            rows.append("A;").append(value).append(";1;1\n");
        }
        csv(rows.toString());
        String note = "every decimal in column mw has exactly three digits; if the point groups thousands, say numbers:"
                + " {decimal: \",\", grouping: \".\"}";
        assertThat(reasons(PLACES).contains(note)).isEqualTo(noted);
        assertThat(reasons(COMMAS)).doesNotContain(note);
    }

    private static final String COUNTIES = """
            {"type":"FeatureCollection","features":[%s]}""";

    private DefaultFeatureLayer counties() throws IOException {
        String[] names = {"Ada", "Bee", "Cole"};
        String squares = IntStream.range(0, 3)
                .mapToObj(i -> """
                        {"type":"Feature","properties":{"code":"0100%d","name":"%s"},"geometry":{"type":"Polygon",
                        "coordinates":[[[%d,0],[%d,0],[%d,1],[%d,1],[%d,0]]]}}""".formatted(i + 1, names[i], i, i + 1, i + 1, i, i))
                .collect(java.util.stream.Collectors.joining(","));
        Files.writeString(folder.resolve("c.geojson"), COUNTIES.formatted(squares));
        return features(load(folder, """
                layer: counties
                kind: boundary
                source: {file: c.geojson, publisher: T, asOf: 2026-01-01, evidence: REPORTED}
                fields: {code: code, name: name}
                """));
    }

    private LoadedLayer joined(String on, String separator) throws IOException {
        return load(folder, """
                layer: m
                kind: grid-capacity
                source: {file: a.csv, delimiter: "|", publisher: T, asOf: 2026-01-01, evidence: REPORTED}
                geometry: {join: {layer: counties, on: {%s}%s}}
                id: id
                fields: {publishedHeadroomMw: mw}
                badRecords: {limitFraction: 1}
                """.formatted(on, separator), Map.of("counties", counties()));
    }

    @Test
    void severalAreasInOneCellAreOneArea() throws IOException {
        csv("id|mw|county\n1|5|Ada; Bee\n2|5|Bee;Ada;\n3|5|Ada; Nowhere\n4|5|Nowhere; Else\n5|5|Cole\n6|5|;\n");
        LoadedLayer loaded = joined("name: county", ", separator: \";\"");
        DefaultFeatureLayer layer = features(loaded);
        assertThat(layer.area(0).getArea()).isCloseTo(2, within(1e-9));
        assertThat(layer.area(0)
                        .covers(layer.area(0)
                                .getFactory()
                                .createPoint(new org.locationtech.jts.geom.Coordinate(
                                        layer.longitude(0), layer.latitude(0)))))
                .isTrue();
        assertThat(layer.area(1)).isSameAs(layer.area(0));
        assertThat(layer.area(2).getArea()).isCloseTo(1, within(1e-9));
        assertThat(layer.size()).isEqualTo(4);
        assertThat(loaded.issues())
                .extracting(DataIssue::effect, DataIssue::recordId, DataIssue::value, DataIssue::reason)
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple(
                                Effect.NOTED,
                                "3",
                                "",
                                "of the 2 areas in \"Ada; Nowhere\" only 1 are used: the key is not in the layer"
                                        + " counties: \"Nowhere\""),
                        org.assertj.core.groups.Tuple.tuple(
                                Effect.SKIPPED, "4", "Nowhere; Else", "the key is not in the layer counties"),
                        org.assertj.core.groups.Tuple.tuple(
                                Effect.SKIPPED, "6", "", "the key for the layer counties is empty"));
        csv("id|mw|county\n1|5|Ada/Bee\n2|5|Nowhere\n");
        assertThat(joined("name: county", "").issues())
                .extracting(DataIssue::reason)
                .contains(
                        "the key is not in the layer counties; where a cell names several areas, say what is between"
                                + " them, as separator: \"/\" in geometry.join",
                        "the key is not in the layer counties");
    }

    @Test
    void codesThatASpreadsheetMadeDecimalsAreFound() throws IOException {
        csv("id|mw|fips\n1|5|1001.0\n2|5|01002\n3|5|1003\n4|5|1001.5\n");
        LoadedLayer loaded = joined("code: fips", ", normalise: fips5");
        assertThat(features(loaded).size()).isEqualTo(3);
        assertThat(loaded.issues()).extracting(DataIssue::value).containsExactly("1001.5");
    }

    private static final String TABLE = """
            layer: t
            kind: grid-capacity
            source: {file: %s, headerRow: 2, headerRows: 2, %s publisher: T, asOf: 2026-01-01, evidence: REPORTED}
            geometry: {none: {}}
            id: "Site id"
            where: "\\"Site id\\" <> 'Total'"
            fields: {operator: Utility, publishedHeadroomMw: "Capacity, MW load", transferCapacityMw: "Capacity, MW firm"}
            badRecords: {limitFraction: 1}
            """;

    @Test
    void headersOfSeveralRowsAndBlankCellsOfCsv() throws IOException {
        csv("""
                My table,,,,
                Utility,Site,,"Capacity, MW",
                ,id,county,load,firm
                North,1,a,10,1
                ,2,b,20,2
                ,3
                South,4,c,40,4
                ,5,d,#N/A,5
                ,Total,,70,12
                """);
        LoadedLayer loaded = load(folder, TABLE.formatted("a.csv", "fillDown: [Utility],"));
        assertThat(features(loaded).texts("operator")).containsExactly("North", "North", "South", "South");
        assertThat(features(loaded).numbers("publishedHeadroomMw")).containsExactly(10, 20, 40, Double.NaN);
        assertThat(features(loaded).numbers("transferCapacityMw")).containsExactly(1, 2, 4, 5);
        assertThat(loaded.issues())
                .extracting(DataIssue::reason)
                .containsExactly(
                        "the row is too short: fewer fields than the header has columns",
                        "the cell holds an error of a spreadsheet, so its value is missing");
        assertThat(refused(folder, TABLE.formatted("a.csv", "fillDown: [Utilty],"))
                        .getMessage())
                .contains("has no column \"Utilty\" for source.fillDown; did you mean \"Utility\"?");
    }

    /** A workbook of sheets of the given XML, each with its state and folder. */
    private void workbook(Map<String, String> parts, String sheets, String relations) throws IOException {
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(folder.resolve("a.xlsx")))) {
            put(zip, "[Content_Types].xml", """
                    <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
                    <Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>
                    <Override PartName="/xl/sharedStrings.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"/>
                    </Types>""");
            put(zip, "xl/workbook.xml", """
                    <workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"
                    xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets>%s</sheets></workbook>""".formatted(sheets));
            put(zip, "xl/_rels/workbook.xml.rels", """
                    <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">%s</Relationships>""".formatted(relations));
            for (Map.Entry<String, String> part : parts.entrySet()) {
                put(zip, part.getKey(), part.getValue());
            }
        }
    }

    private static void put(ZipOutputStream zip, String name, String text) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(text.getBytes(StandardCharsets.UTF_8));
    }

    private static final String SHEET = "<sheet name=\"%s\" sheetId=\"%d\" %s r:id=\"rId%2$d\"/>";
    private static final String RELATION =
            "<Relationship Id=\"rId%d\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/%s\""
                    + " Target=\"%2$ss/sheet%1$d.xml\"/>";

    private void sheet(String rows, String behind) throws IOException {
        workbook(
                Map.of("xl/worksheets/sheet1.xml", sheetXml(rows, behind)),
                SHEET.formatted("one", 1, ""),
                RELATION.formatted(1, "worksheet"));
    }

    private static String sheetXml(String rows, String behind) {
        return "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>" + rows
                + "</sheetData>" + behind + "</worksheet>";
    }

    /** A row of cells: a formula with its result as =f:r, numbers, errors, texts; nothing for a blank one. */
    private static String row(int number, String... cells) {
        StringBuilder row = new StringBuilder("<row r=\"" + number + "\">");
        for (int i = 0; i < cells.length; i++) {
            String cell = cells[i];
            String at = " r=\"" + (char) ('A' + i) + number + "\"";
            if (cell.startsWith("=")) {
                String[] parts = cell.substring(1).split(":");
                row.append("<c").append(at).append(parts.length > 1 && parts[1].startsWith("#") ? " t=\"e\"" : "");
                row.append("><f>").append(parts[0]).append("</f>");
                row.append(parts.length > 1 ? "<v>" + parts[1] + "</v>" : "").append("</c>");
            } else if (cell.startsWith("#")) {
                row.append("<c").append(at).append(" t=\"e\"><v>").append(cell).append("</v></c>");
            } else if (cell.matches("[0-9.]+x?")) {
                row.append("<c").append(at).append("><v>").append(cell).append("</v></c>");
            } else if (!cell.isEmpty()) {
                row.append("<c")
                        .append(at)
                        .append(" t=\"inlineStr\"><is><t>")
                        .append(cell)
                        .append("</t></is></c>");
            }
        }
        return row.append("</row>").toString();
    }

    @Test
    void mergedCellsOfASheet() throws IOException {
        String rows = row(1, "My table")
                + row(2, "Utility", "Site", "", "Capacity, MW", "", "Remark")
                + row(3, "", "id", "county", "load", "firm", "")
                + row(4, "North", "1", "a", "10", "1")
                + row(5, "", "2", "b", "20", "2")
                + row(6, "South", "Total", "", "30", "3");
        sheet(
                rows,
                "<mergeCells count=\"4\"><mergeCell ref=\"A2:A3\"/><mergeCell ref=\"B2:C2\"/><mergeCell ref=\"D2:E2\"/>"
                        + "<mergeCell ref=\"A4:A5\"/></mergeCells>");
        LoadedLayer loaded = load(folder, TABLE.formatted("a.xlsx", "fillDown: [Utility],"));
        assertThat(loaded.issues()).isEmpty();
        assertThat(features(loaded).texts("operator")).containsExactly("North", "North");
        assertThat(features(loaded).numbers("transferCapacityMw")).containsExactly(1, 2);
        assertThat(reasons(TABLE.formatted("a.xlsx", "")))
                .containsExactly(
                        "cells are merged over several rows, such as A4 to A5, and only the first row has their"
                                + " value; if it stands for all of them, say fillDown: [\"Utility\"] in source");
    }

    private static final String CELLS = """
            layer: t
            kind: grid-capacity
            source: {file: a.xlsx, publisher: T, asOf: 2026-01-01, evidence: REPORTED}
            geometry: {none: {}}
            id: id
            fields: {operator: name, publishedHeadroomMw: mw}
            badRecords: {limitFraction: 1}
            """;

    @Test
    void formulasAndErrors() throws IOException {
        sheet(
                row(1, "id", "name", "mw")
                        + row(2, "1", "a", "=B1*2:12.5")
                        + row(3, "2", "b", "=B1*2")
                        + row(4, "3", "#N/A", "#DIV/0!")
                        + row(5, "4", "d", "=B9:#REF!")
                        + row(6, "5", "e", "5x"),
                "");
        LoadedLayer loaded = load(folder, CELLS);
        assertThat(features(loaded).texts("operator")).containsExactly("a", "b", null, "d", "e");
        assertThat(features(loaded).numbers("publishedHeadroomMw"))
                .containsExactly(12.5, Double.NaN, Double.NaN, Double.NaN, Double.NaN);
        assertThat(loaded.issues())
                .extracting(i -> i.effect() + " " + i.recordId() + " " + i.field() + " " + i.value())
                .containsExactly(
                        "FIELD_UNKNOWN 2 mw =B1*2",
                        "FIELD_UNKNOWN 3 name #N/A",
                        "FIELD_UNKNOWN 3 mw #DIV/0!",
                        "FIELD_UNKNOWN 4 mw #REF!",
                        "FIELD_UNKNOWN 5 mw 5x");
        assertThat(loaded.issues().get(0).reason()).contains("a formula without its result");
        assertThat(loaded.issues().get(1).reason()).contains("an error of a spreadsheet");
    }

    @Test
    void hiddenSheetsAndChartsAreNotReadUnasked() throws IOException {
        String table = sheetXml(row(1, "id", "name", "mw") + row(2, "1", "a", "5"), "");
        workbook(
                Map.of(
                        "xl/chartsheets/sheet1.xml",
                        "<chartsheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"/>",
                        "xl/worksheets/sheet2.xml",
                        sheetXml(row(1, "old"), ""),
                        "xl/worksheets/sheet3.xml",
                        table),
                SHEET.formatted("chart", 1, "")
                        + SHEET.formatted("old", 2, "state=\"hidden\"")
                        + SHEET.formatted("now", 3, ""),
                RELATION.formatted(1, "chartsheet")
                        + RELATION.formatted(2, "worksheet")
                        + RELATION.formatted(3, "worksheet"));
        LoadedLayer loaded = load(folder, CELLS);
        assertThat(features(loaded).texts("operator")).containsExactly("a");
        assertThat(loaded.issues())
                .extracting(DataIssue::reason)
                .containsExactly(
                        "the first sheet, \"old\", is hidden, so \"now\" was read; source.sheet names another");
        assertThat(refused(folder, CELLS.replace("a.xlsx,", "a.xlsx, sheet: chart,"))
                        .getMessage())
                .contains("has a chart and no cells on its sheet \"chart\"");
        assertThat(refused(folder, CELLS.replace("a.xlsx,", "a.xlsx, sheet: old,"))
                        .getMessage())
                .contains("no column \"id\"");
    }

    @Test
    void rowsThatAreHiddenAreReadAndTold() throws IOException {
        String rows = row(1, "id", "name", "mw") + row(2, "1", "a", "5");
        sheet(rows + row(3, "2", "b", "6").replace("<row", "<row hidden=\"1\"") + row(4, "3", "c", "7"), "");
        assertThat(features(load(folder, CELLS)).size()).isEqualTo(3);
        assertThat(reasons(CELLS))
                .containsExactly("1 row of the sheet is hidden, row 3; hidden rows were read like all others, so delete"
                        + " what does not count");
        sheet(rows.replace("<row", "<row hidden=\"1\"") + "<row r=\"3\" hidden=\"1\"/>", "");
        assertThat(reasons(CELLS)).singleElement().asString().startsWith("1 row of the sheet is hidden, row 2;");
    }

    @Test
    void rowsAndCellsWithoutNumbersCountFromTheFirst() throws IOException {
        String rows = row(1, "id", "name", "mw") + row(2, "1", "a", "5") + row(3, "2", "b", "6");
        for (String numbers : new String[] {"<row r=\"\\d\"", "(?<=<c|<row) r=\"\\w+\""}) {
            sheet(rows.replaceAll(numbers, numbers.startsWith("<") ? "<row" : ""), "");
            assertThat(features(load(folder, CELLS)).numbers("publishedHeadroomMw"))
                    .containsExactly(5, 6);
        }
    }

    @Test
    void aWorkbookInTheStrictFormIsNamed() throws IOException {
        workbook(
                Map.of(),
                SHEET.formatted("one", 1, ""),
                RELATION.formatted(1, "worksheet")
                        .replace(
                                "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
                                "http://purl.oclc.org/ooxml/officeDocument/relationships"));
        assertThat(refused(folder, CELLS)).hasMessageContaining("\"Strict Open XML\", which is not read");
    }

    @Test
    void hostileWorkbooksEndInOneMessage() throws IOException {
        Assertions.assertTimeout(Duration.ofSeconds(5), () -> {
            String first = row(1, "id", "name", "mw");
            sheet(first + "<row r=\"1048576\"><c r=\"ZZZZZZ1048576\"><v>1</v></c></row>", "");
            assertThat(refused(folder, CELLS).getMessage()).contains("a.xlsx): has a cell beyond column XFD");
            sheet(first + row(2, "1", "a", "5") + "<row r=\"1048576\"><c r=\"XFD1048576\"><v>1</v></c></row>", "");
            assertThat(reasons(CELLS)).containsExactly("the row is too long: more cells than the header has columns");
            sheet(first + row(2, "a".repeat(1_000_001)), "");
            assertThat(refused(folder, CELLS).getMessage()).contains("has a text of more than a million characters");
            sheet(first + "<row r=\"2\"><c r=\"A2\"><v>1</c></row>", "");
            assertThat(refused(folder, CELLS).getMessage())
                    .contains("cannot be read as XLSX behind row 1 of the sheet: its XML is damaged at line 1")
                    .doesNotContain("Exception");
            sheet(first + "<row r=\"2\"><c r=\"C2\" t=\"s\"><v>7</v></c></row>", "");
            assertThat(reasons(CELLS)).contains("the cell refers to a text that the workbook does not hold");
        });
    }

    @Test
    void textsThatUnpackToTooMuchAreRefused() throws IOException {
        Path file = folder.resolve("a.xlsx");
        byte[] blanks = new byte[1 << 20];
        java.util.Arrays.fill(blanks, (byte) ' ');
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            put(zip, "xl/workbook.xml", "<workbook/>");
            zip.putNextEntry(new ZipEntry("xl/sharedStrings.xml"));
            for (int i = 0; i < 65; i++) {
                zip.write(blanks);
            }
        }
        assertThat(refused(folder, CELLS).getMessage())
                .contains("has a part xl/sharedStrings.xml that unpacks to more than 300 times its size");
    }

    private static final String PLAIN = PLACES.replace("delimiter: \";\", ", "");

    @Test
    void theLineThatTellsExcelTheDelimiterIsFollowed() throws IOException {
        for (String start : List.of("sep=;\r\n", "SEP=;\n", "\"sep=;\"\n", "\uFEFFsep=;\n")) {
            csv(start + "id;mw;lon;lat\nA;5;1;2\n");
            assertThat(features(load(folder, PLAIN)).latitude(0)).isEqualTo(2);
        }
    }

    @Test
    void aWrongDelimiterIsNamed() throws IOException {
        csv("id;mw;lon;lat\nA;5;1;2\n");
        assertThat(refused(folder, PLAIN).getMessage())
                .contains("has only one column; source.delimiter is a comma, the file seems to use ;");
        csv("id\tmw\tlon\tlat\nA\t5\t1\t2\n");
        assertThat(refused(folder, PLACES).getMessage())
                .contains("has only one column; source.delimiter is ;, the file seems to use a tab");
    }

    @Test
    void whatIsNoTextOfItsEncodingIsRefused() throws IOException {
        String table = "id,mw,lon,lat\nA,5,1,2\n";
        Files.write(folder.resolve("a.csv"), table.getBytes(StandardCharsets.UTF_16LE));
        assertThat(refused(folder, PLAIN).getMessage())
                .contains("seems to be written in UTF-16LE without a byte order mark");
        String given = PLAIN.replace("a.csv,", "a.csv, encoding: UTF-16LE,");
        assertThat(features(load(folder, given)).latitude(0)).isEqualTo(2);
        Files.write(folder.resolve("a.csv"), new byte[100_000]);
        assertThat(refused(folder, PLAIN).getMessage()).contains("holds bytes of value 0");
    }

    @Test
    void textsThatAreUtf8AndSaidToBeSomethingElseAreTold() throws IOException {
        String given = PLAIN.replace("a.csv,", "a.csv, encoding: ISO-8859-1,");
        csv("id,mw,lon,lat\nQu\u00e9bec,5,1,2\nAlma,5,1,3\n");
        assertThat(reasons(given))
                .singleElement()
                .asString()
                .contains("UTF-8, but were read as ISO-8859-1", "for \"Qu\u00e9bec\"");
        Files.writeString(folder.resolve("a.csv"), "id,mw,lon,lat\nQu\u00e9bec,5,1,2\n", StandardCharsets.ISO_8859_1);
        assertThat(reasons(given)).isEmpty();
    }

    @Test
    void aQuoteThatIsNeverClosedEndsInOneMessage() throws IOException {
        csv("id,mw,lon,lat\nA,5,1,2\nB,\"5,1,2\nC,5,1,2\n");
        assertThat(refused(folder, PLAIN).getMessage())
                .contains("cannot be read as CSV after record 1: Unclosed quoted field");
        try (Writer out = Files.newBufferedWriter(folder.resolve("a.csv"))) {
            out.write("id,mw,lon,lat\nA,5,1,2\nB,\"");
            String line = "0123456789".repeat(1000) + "\n";
            for (int i = 0; i < 2000; i++) {
                out.write(line);
            }
        }
        assertThat(refused(folder, PLAIN).getMessage())
                .contains("a field has more than 16 million characters, so a quote is probably opened and not closed");
    }
}
