package org.headroom.layers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.headroom.layers.Layers.features;
import static org.headroom.layers.Layers.head;
import static org.headroom.layers.Layers.load;
import static org.headroom.layers.Layers.refused;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.headroom.layers.format.LayerFormats;
import org.headroom.layers.format.ReadOptions;
import org.headroom.layers.format.RecordFormat;
import org.headroom.layers.format.RecordSource;
import org.headroom.layers.format.SourceAddress;
import org.headroom.model.DataIssue;
import org.headroom.model.HeadroomException;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** KML and KMZ, as programs and people write them, and as nobody should. */
final class KmlTest {
    private static final String YAML =
            head("grid-capacity", "a.kml", "kml") + "fields: {name: name}\nbadRecords: {limitFraction: 1}\n";

    @TempDir
    Path folder;

    private void write(String body) throws IOException {
        Files.writeString(
                folder.resolve("a.kml"),
                "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<kml xmlns=\"http://www.opengis.net/kml/2.2\">" + body
                        + "</kml>");
    }

    private void zip(String name, String... entries) throws IOException {
        try (OutputStream file = Files.newOutputStream(folder.resolve(name));
                ZipOutputStream zip = new ZipOutputStream(file)) {
            for (int i = 0; i < entries.length; i += 2) {
                zip.putNextEntry(new ZipEntry(entries[i]));
                zip.write(entries[i + 1].getBytes(StandardCharsets.UTF_8));
            }
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<name>a</name><name>b</name> | it has several elements name",
                "<name>a</name><ExtendedData><Data name=\"kv\"><value>1</value><value>2</value></Data></ExtendedData> | its Data \"kv\" has several values",
            })
    void whatIsToldTwiceIsNotTakenByChance(String told, String reason) throws IOException {
        write("<Placemark>" + told + point("-99,40") + "</Placemark>");
        assertThat(load(folder, YAML).issues()).first().satisfies(issue -> {
            assertThat(issue.effect()).isEqualTo(DataIssue.Effect.SKIPPED);
            assertThat(issue.reason()).isEqualTo(reason);
        });
    }

    private static String placemark(String name, String shape) {
        return "<Placemark><name>" + name + "</name>" + shape + "</Placemark>";
    }

    private static String point(String coordinates) {
        return "<Point><coordinates>" + coordinates + "</coordinates></Point>";
    }

    private static String ring(String coordinates) {
        return "<LinearRing><coordinates>" + coordinates + "</coordinates></LinearRing>";
    }

    private static final String SQUARE = ring("-100,40,7 -99,40,7 -99,41,7\n -100,41,7 -100,40,7");
    private static final String HOLE = ring("-99.6,40.4 -99.4,40.4 -99.4,40.6 -99.6,40.6 -99.6,40.4");

    private List<List<String>> rows() throws IOException {
        RecordFormat format = (RecordFormat) LayerFormats.find("kml").orElseThrow();
        SourceAddress address = new SourceAddress("a.kml", folder::resolve);
        List<List<String>> rows = new java.util.ArrayList<>();
        try (RecordSource source = format.open(address, new ReadOptions(null, null, 1, 1, 0, ',', null, List.of()))) {
            rows.add(source.columns());
            for (var record = source.next(); record != null; record = source.next()) {
                List<String> row = new java.util.ArrayList<>();
                for (int i = 0; i < source.columns().size(); i++) {
                    row.add(String.valueOf(record.text(i)));
                }
                rows.add(row);
            }
        }
        return rows;
    }

    @Test
    void whatPlacemarksHaveIsInColumns() throws IOException {
        write("""
                <Document><name>file</name><open>1</open><Style id="s"><IconStyle/></Style>
                <Schema name="S" id="S"><SimpleField type="float" name="kv"/></Schema>
                <Folder><name>Lines &amp; nodes</name>
                  <Folder><name>North</name>
                  <Placemark id="p1"><name>One</name><description><![CDATA[<b>bold</b>]]></description>
                    <TimeStamp><when>2026-02-03</when></TimeStamp>
                    <ExtendedData><SchemaData schemaUrl="#S"><SimpleData name="kv">345.0</SimpleData></SchemaData>
                      <Data name="mw"><displayName>MW</displayName><value> 12 </value></Data>
                      <Data name="name"><value>other</value></Data></ExtendedData></Placemark>
                  </Folder>
                  <Placemark><name>Two</name><TimeSpan><begin>2020</begin><end>2021</end></TimeSpan><LookAt><gx:TimeStamp><when>no</when></gx:TimeStamp></LookAt></Placemark>
                </Folder>
                <Placemark><name>Three</name><ExtendedData><Data name="mw"><value/></Data></ExtendedData></Placemark>
                </Document>
                """);
        assertThat(rows())
                .containsExactly(
                        List.of(
                                "id",
                                "name",
                                "description",
                                "when",
                                "begin",
                                "end",
                                "folder",
                                "kv",
                                "mw",
                                "ExtendedData.name"),
                        List.of(
                                "p1",
                                "One",
                                "<b>bold</b>",
                                "2026-02-03",
                                "null",
                                "null",
                                "Lines & nodes/North",
                                "345.0",
                                "12",
                                "other"),
                        List.of("null", "Two", "null", "null", "2020", "2021", "Lines & nodes", "null", "null", "null"),
                        List.of("null", "Three", "null", "null", "null", "null", "null", "null", "null", "null"));
    }

    @Test
    void shapesOfEveryKind() throws IOException {
        String area = "<Polygon><outerBoundaryIs>" + SQUARE + "</outerBoundaryIs><innerBoundaryIs>" + HOLE
                + "</innerBoundaryIs></Polygon>";
        write("<Document>" + placemark("point", point("\n -98.5,39.25,120 "))
                + placemark("line", "<LineString><coordinates>-98,39 -97,39</coordinates></LineString>")
                + placemark("area", area)
                + placemark(
                        "several",
                        "<MultiGeometry>" + point("1,2") + "<MultiGeometry>" + point("3,4")
                                + "</MultiGeometry></MultiGeometry>")
                + "</Document>");
        LoadedLayer loaded = load(folder, YAML);
        DefaultFeatureLayer layer = features(loaded);
        assertThat(layer.texts("name")).containsExactly("point", "line", "area", "several");
        assertThat(layer.longitude(0)).isEqualTo(-98.5);
        assertThat(layer.latitude(0)).isEqualTo(39.25);
        assertThat(layer.area(2).getArea()).isCloseTo(1 - 0.04, within(1e-12));
        assertThat(layer.shapes(r -> true)).isNotNull();
        assertThat(loaded.issues()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<Point><coordinates>-98.5, 39</coordinates></Point> | its coordinates have \"-98.5,\" where longitude,latitude should stand",
                "<Point><coordinates>-98.5;39</coordinates></Point> | \"-98.5;39\"",
                "<Point><coordinates>NaN,39</coordinates></Point> | \"NaN,39\"",
                "<Point><coordinates>1,2,3,4</coordinates></Point> | \"1,2,3,4\"",
                "<Point><coordinates/></Point> | a point has 0 positions",
                "<Point><coordinates>1,2 3,4</coordinates></Point> | a point has 2 positions",
                "<LineString><coordinates>1,2</coordinates></LineString> | a line has only one position",
                "<Polygon><outerBoundaryIs><LinearRing><coordinates>1,2 3,4 5,6 7,8</coordinates></LinearRing></outerBoundaryIs></Polygon> | is not closed",
                "<Polygon></Polygon> | a polygon has no outer boundary",
                "<gx:Track><when>2010</when><gx:coord>1 2 3</gx:coord></gx:Track> | its shape is a Track, which is not read",
                "<Model><Location/></Model> | its shape is a Model, which is not read",
                "<ExtendedData><Data name='a'/><Data name='a'/></ExtendedData> | name \"a\" twice",
            })
    void whatIsDamagedCostsItsRecord(String shape, String reason) throws IOException {
        write(placemark("bad", shape) + placemark("good", point("1,2")));
        LoadedLayer loaded = load(folder, YAML);
        assertThat(features(loaded).texts("name")).containsExactly("good");
        assertThat(loaded.issues()).singleElement().satisfies(issue -> {
            assertThat(issue.effect()).isEqualTo(DataIssue.Effect.SKIPPED);
            assertThat(issue.record()).isEqualTo(1);
            assertThat(issue.reason()).contains(reason);
        });
    }

    @Test
    void whatIsNotReadIsCounted() throws IOException {
        write("<Document><NetworkLink><Link><href>http://a/b.kml</href></Link></NetworkLink><NetworkLink/>"
                + "<GroundOverlay><Icon><href>a.png</href></Icon></GroundOverlay><gx:Tour/>"
                + placemark("one", point("1,2") + "<ExtendedData><ex:own xmlns:ex='x'>1</ex:own></ExtendedData>")
                + "</Document>");
        LoadedLayer loaded = load(folder, YAML);
        assertThat(loaded.counts().used()).isEqualTo(1);
        assertThat(loaded.issues()).allMatch(issue -> issue.effect() == DataIssue.Effect.NOTED);
        assertThat(loaded.issues())
                .extracting(DataIssue::reason)
                .containsExactly(
                        "1 ground overlay is a picture and not read",
                        "2 network links are not followed",
                        "1 element Tour is not known and was passed over",
                        "the ExtendedData of a placemark have something else than Data and SimpleData with a name, which"
                                + " was passed over");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<!DOCTYPE kml [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;&a;'>]><kml><Placemark><name>&b;</name></Placemark></kml> | document type",
                "<!DOCTYPE kml SYSTEM 'file:///etc/passwd'><kml/> | document type",
                "<kml><Placemark><name>&undeclared;</name></Placemark></kml> | is no well-formed XML at line 1",
                "<kml><Placemark><name>cut | is no well-formed XML at line 1",
                "<kml><Document></kml> | is no well-formed XML at line 1",
                "<kml><Document a1='' a1=''/></kml> | is no well-formed XML at line 1",
                "<kml/><kml/> | is no well-formed XML at line 1",
                "<?xml version='1.0'?><gpx/> | is XML, but no KML: its outermost element is gpx",
            })
    void whatIsNoKmlIsRefused(String text, String reason) throws IOException {
        Files.writeString(folder.resolve("a.kml"), text);
        HeadroomException refused = refused(folder, YAML);
        assertThat(refused.getMessage()).startsWith("layer test (a.kml): ").contains(reason);
        assertThat(refused.getMessage() + refused.advice()).doesNotContain("Exception", "java.", "JAXP", "\n");
    }

    @Test
    void elementsWithinElementsComeToAnEnd() throws IOException {
        write("<Folder>".repeat(200_000));
        Assertions.assertTimeoutPreemptively(
                Duration.ofSeconds(5),
                () -> assertThat(refused(folder, YAML).getMessage()).contains("nested more than 90 deep"));
        write(placemark("deep", "<MultiGeometry>".repeat(40) + point("1,2") + "</MultiGeometry>".repeat(40)));
        assertThat(load(folder, YAML).issues())
                .extracting(DataIssue::reason)
                .first()
                .isEqualTo("the shape has collections nested more than 16 deep");
    }

    @Test
    void aZipWithKml() throws IOException {
        String yaml = YAML.replace("a.kml", "a.kmz");
        String one = "<kml>" + placemark("one", point("1,2")) + "</kml>";
        String two = "<kml>" + placemark("two", point("1,2")) + "</kml>";
        zip("a.kmz", "files/picture.png", "x", "doc.kml", one, "linked/b.kml", two);
        LoadedLayer loaded = load(folder, yaml);
        assertThat(features(loaded).texts("name")).containsExactly("one");
        assertThat(loaded.issues())
                .extracting(DataIssue::reason)
                .singleElement()
                .asString()
                .contains("1 other .kml");
        assertThat(features(load(folder, yaml.replace("a.kmz", "a.kmz/linked/b.kml")))
                        .texts("name"))
                .containsExactly("two");
        zip("a.kmz", "doc.kml", "<kml><NetworkLink/></kml>", "layers/b.kml", two);
        assertThat(refused(folder, yaml))
                .hasMessageContaining("has no placemark in its doc.kml, which links to other files: layers/b.kml");
        zip("a.kmz", "x.kml", one, "y.kml", two);
        assertThat(refused(folder, yaml).getMessage()).contains("is a zip with 2 KML files: x.kml, y.kml");
        zip("a.kmz", "../../escape.kml", one);
        assertThat(features(load(folder, yaml)).texts("name")).containsExactly("one");
        try (Stream<Path> left = Files.list(folder.toAbsolutePath().getParent())) {
            assertThat(left.map(path -> path.getFileName().toString())).doesNotContain("escape.kml");
        }
    }
}
