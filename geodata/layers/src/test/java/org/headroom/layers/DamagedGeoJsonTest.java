package org.headroom.layers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.headroom.layers.Layers.features;
import static org.headroom.layers.Layers.head;
import static org.headroom.layers.Layers.load;
import static org.headroom.layers.Layers.refused;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.headroom.model.DataIssue;
import org.headroom.model.DataIssue.Effect;
import org.headroom.model.HeadroomException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** JSON that is cut, doubled, concatenated, made for something else or made to do harm is refused or listed, never read in part. */
final class DamagedGeoJsonTest {
    private static final String YAML =
            head("grid-capacity", "a.geojson", "geojson") + "fields: {name: n}\nbadRecords: {limitFraction: 1}\n";
    private static final String WITH_KV =
            YAML.replace("{name: n}", "{name: n, nominalVoltageKv: {column: kv, unit: kV}}");
    private static final String POINT = "{\"type\":\"Point\",\"coordinates\":[-97,35]}";

    @TempDir
    Path folder;

    private LoadedLayer loaded(String json) throws IOException {
        Files.writeString(folder.resolve("a.geojson"), json);
        return load(folder, json.contains("\"kv\"") ? WITH_KV : YAML);
    }

    private String refusal(String json) throws IOException {
        Files.writeString(folder.resolve("a.geojson"), json);
        HeadroomException refused = refused(folder, YAML);
        assertThat(refused).as("refused").isNotNull();
        assertThat(String.valueOf(refused.getMessage()))
                .contains("layer test (a.geojson)")
                .doesNotContain("Exception", "java.", "com.fasterxml", "StreamRead", "ALLOW_", "Source:", "`");
        return refused.getMessage();
    }

    private static String feature(String name) {
        return "{\"type\":\"Feature\",\"properties\":{\"n\":\"" + name + "\"},\"geometry\":" + POINT + "}";
    }

    private static String collection(String... features) {
        return "{\"type\":\"FeatureCollection\",\"features\":[" + String.join(",", features) + "]}";
    }

    private static String shape(String geometry) {
        return collection("{\"type\":\"Feature\",\"properties\":{\"n\":\"a\"},\"geometry\":" + geometry + "}");
    }

    @Test
    void aListOfPlainObjectsIsATable() throws IOException {
        Files.writeString(
                folder.resolve("a.geojson"),
                "[{\"n\": \"a\", \"x\": -97, \"y\": 35}, {\"y\": 36, \"x\": -98}, {\"n\": \"c\"}, 7]");
        LoadedLayer loaded = load(folder, YAML + "geometry: {columns: {longitude: x, latitude: y}}\n");
        assertThat(features(loaded).texts("name")).containsExactly("a", null);
        assertThat(features(loaded).latitude(1)).isEqualTo(36);
        assertThat(loaded.counts().skipped()).isEqualTo(2);
        assertThat(refusal("[" + feature("a") + "]")).contains("it is a list, whose entry 1 has a geometry");
        assertThat(refusal("[{\"n\": \"a\"}] [{\"n\": \"b\"}]")).contains("has something behind its list");
        assertThat(refusal("[{\"n\": \"a\"}, {")).contains("cut off");
    }

    @Test
    void aFeatureALineOrBehindSeparators() throws IOException {
        String lines = feature("a") + "\n\n" + feature("b") + "\r\n" + feature("c");
        assertThat(features(loaded(lines)).texts("name")).containsExactly("a", "b", "c");
        assertThat(features(loaded("\u001e" + lines.replace("\n{", "\n\u001e{")))
                        .texts("name"))
                .containsExactly("a", "b", "c");
        Files.writeString(folder.resolve("a.geojsonl"), lines);
        assertThat(load(folder, YAML.replace("a.geojson", "a.geojsonl").replace(", format: geojson", ""))
                        .counts()
                        .used())
                .isEqualTo(3);
        Files.writeString(folder.resolve("a.geojson"), POINT + "\n" + POINT);
        assertThat(load(folder, YAML.replace("{name: n}", "{}")).counts().used())
                .isEqualTo(2);
        assertThat(features(loaded("\ufeff" + feature("a"))).texts("name")).containsExactly("a");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "x | is not valid JSON at line 1, byte | at feature 1",
                "{\"type\":\"FeatureCollection\",\"features\":[]} | has something behind its collection, at line 1, byte | after feature 1",
                "{\"type\":\"Feature\",\"properties\":{},\"geometry\":null} | has something behind its collection | after feature 1",
                "] | is not valid JSON at line 1, byte | at feature 1",
            })
    void whatFollowsTheCollectionIsRefused(String rest, String message, String where) throws IOException {
        assertThat(refusal(collection(feature("a")) + rest)).contains(message).contains(where);
        assertThat(refusal(collection(feature("a")) + "\n" + rest))
                .contains(where)
                .contains("line 2");
    }

    @Test
    void memberTwice() throws IOException {
        String two = collection(feature("a")).replaceFirst("}$", ",\"features\":[" + feature("b") + "]}");
        assertThat(refusal(two)).contains("has the member \"features\" twice, the second time at line 1, byte ");
        for (String member :
                new String[] {"\"geometry\":" + POINT, "\"properties\":{\"n\":\"b\"}", "\"type\":\"Feature\""}) {
            LoadedLayer layer = loaded(collection(feature("a").replaceFirst("}$", "," + member + "}"), feature("b")));
            assertThat(layer.counts().skipped()).isEqualTo(1);
            assertThat(layer.issues().get(0).reason()).contains("twice");
        }
        assertThat(loaded(shape("{\"type\":\"Point\",\"coordinates\":[1,2],\"coordinates\":[3,4]}"))
                        .issues()
                        .get(0)
                        .reason())
                .contains("\"coordinates\" twice");
        LoadedLayer property = loaded(collection(feature("a").replace("\"n\":\"a\"", "\"n\":\"a\",\"kv\":1,\"kv\":2")));
        assertThat(features(property).numbers("nominalVoltageKv")[0]).isNaN();
        assertThat(property.issues()).singleElement().satisfies(i -> {
            assertThat(i.effect()).isEqualTo(Effect.NOTED);
            assertThat(i.reason()).contains("twice").contains("feature 1, property \"kv\"");
        });
    }

    @Test
    void aFileCutAnywhereIsRefused() throws IOException {
        String whole = collection(feature("a"), feature("b"));
        for (int length = 1; length < whole.length(); length++) {
            String message = refusal(whole.substring(0, length));
            assertThat(message).containsAnyOf("the file ends there, so it is cut off", "is not valid JSON");
            if (length > whole.indexOf("\"b\"") && length < whole.length() - 2) {
                assertThat(message).contains("at feature 2").contains("byte ");
            }
        }
    }

    @Test
    void numbersThatAreNone() throws IOException {
        LoadedLayer layer = loaded(collection(
                "{\"type\":\"Feature\",\"properties\":{\"n\":\"a\",\"kv\":NaN},\"geometry\":" + POINT + "}",
                "{\"type\":\"Feature\",\"properties\":{\"n\":\"b\",\"kv\":-Infinity},\"geometry\":" + POINT + "}",
                "{\"type\":\"Feature\",\"properties\":{\"n\":12345678901234567890,\"kv\":1e999999999},\"geometry\":"
                        + POINT + "}"));
        assertThat(features(layer).numbers("nominalVoltageKv")).containsOnly(Double.NaN);
        assertThat(features(layer).texts("name")).containsExactly("a", "b", "12345678901234567890");
        assertThat(layer.issues()).extracting(DataIssue::effect).containsExactly(Effect.FIELD_UNKNOWN, Effect.NOTED);
        assertThat(layer.issues().get(1).reason())
                .contains("NaN or Infinity")
                .contains("2 in all")
                .contains("write null");
        assertThat(refusal(shape(POINT.replace("35", "9".repeat(5000)))))
                .contains("a number has more than 1,000 digits")
                .contains("line 1, byte ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'type':'Point','coordinates':[-100]}",
                "{'type':'Point','coordinates':[]x}",
                "{'type':'Point','coordinates':['-100','35']}",
                "{'type':'Point','coordinates':[-100,null]}",
                "{'type':'Point','coordinates':[-100,NaN]}",
                "{'type':'Point','coordinates':[-100,1e999]}",
                "{'type':'Point','coordinates':[[-100,35]]}",
                "{'type':'Point','coordinates':[-100,[35]]}",
                "{'type':'Point','coordinates':{'x':1}}",
                "{'type':'Point','coordinates':'1,2'}",
                "{'type':'Point'}",
                "{'coordinates':[1,2]}",
                "{}",
                "'POINT(1 2)'",
                "[1,2]",
                "{'type':'LineString','coordinates':[[1,2]]}",
                "{'type':'LineString','coordinates':[[1,2],[3]]}",
                "{'type':'LineString','coordinates':[[1,2],[]]}",
                "{'type':'Polygon','coordinates':[[[0,0],[1,0],[1,1]]]}",
                "{'type':'Polygon','coordinates':[[[0,0],[1,0],[1,1],[0,1]]]}",
                "{'type':'Polygon','coordinates':[[0,0],[1,0],[1,1],[0,0]]}",
                "{'type':'MultiPolygon','coordinates':[[[0,0],[1,0],[1,1],[0,0]]]}",
                "{'type':'MultiPolygon','coordinates':[[[[0,0],[1,0],[1,1],[0,0]]],[]]}",
                "{'type':'Polygon','coordinates':[[[[[0,0]]]]]}",
                "{'type':'GeometryCollection','geometries':{}}",
                "{'type':'GeometryCollection','geometries':[{'type':'Point','coordinates':[1]}]}",
            })
    void aDamagedGeometryCostsItsRecord(String geometry) throws IOException {
        if (geometry.contains("x}")) {
            assertThat(refusal(shape(geometry.replace('\'', '"')))).contains("is not valid JSON");
            return;
        }
        LoadedLayer layer = loaded(shape(geometry.replace('\'', '"')));
        assertThat(layer.counts()).isEqualTo(new LayerCounts(1, 0, 1, 0));
        assertThat(layer.issues().get(0).reason()).contains("geometry");
        // The parser stands where it should: what follows is read.
        LoadedLayer next = loaded(collection(
                "{\"geometry\":" + geometry.replace('\'', '"') + ",\"type\":\"Feature\",\"properties\":{\"n\":\"x\"}}",
                "null",
                "[{\"type\":\"Feature\"}]",
                feature("b")));
        assertThat(features(next).texts("name")).containsExactly("b");
        assertThat(next.counts().read()).isEqualTo(4);
    }

    @ParameterizedTest
    @CsvSource({"100, skipped", "5000, stand more than 1000 deep"})
    void whatIsNestedTooDeepEndsInOneMessage(int depth, String message) throws IOException {
        String deep = "{\"type\":\"GeometryCollection\",\"geometries\":[".repeat(depth) + POINT + "]}".repeat(depth);
        if (depth == 100) {
            assertThat(loaded(shape(deep)).issues().get(0).reason()).contains("nested more than 16 deep");
        } else {
            assertThat(refusal(shape(deep))).contains(message);
        }
        String value = "{\"a\":[".repeat(depth) + "1" + "]}".repeat(depth);
        String nested = collection(feature("a").replace("\"n\":\"a\"", "\"n\":\"a\",\"kv\":" + value));
        if (depth == 100) {
            assertThat(loaded(nested).issues().get(0).effect()).isEqualTo(Effect.FIELD_UNKNOWN);
        } else {
            assertThat(refusal(nested)).contains(message);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "{\"type\":\"link\",\"properties\":{\"href\":\"http://127.0.0.1:1/crs\"}} | a link to http://127.0.0.1:1/crs",
                "{\"type\":\"odd\"} | {\"type\":\"odd\"}",
                "{\"type\":\"name\",\"properties\":{}} | {\"type\":\"name\"",
            })
    void aReferenceSystemThatIsNotNamedIsRefused(String crs, String shown) throws IOException {
        assertThat(refusal(collection(feature("a")).replaceFirst("^\\{", "{\"crs\":" + crs + ",")))
                .contains("unknown coordinate reference system")
                .contains(shown);
    }

    @Test
    void oldReferenceSystems() throws IOException {
        String plain = collection(feature("a"));
        assertThat(loaded(plain.replaceFirst("^\\{", "{\"crs\":{\"type\":\"EPSG\",\"properties\":{\"code\":4326}},"))
                        .counts()
                        .used())
                .isEqualTo(1);
        assertThat(loaded(plain.replaceFirst("^\\{", "{\"crs\":null,")).issues())
                .singleElement()
                .satisfies(i -> assertThat(i.reason()).contains("crs: null"));
    }

    @Test
    void theJsonOfFeatureServices() throws IOException {
        String start = "{\"geometryType\":\"x\",\"spatialReference\":{\"wkid\":102100,\"latestWkid\":3857},"
                + "\"exceededTransferLimit\":true,\"features\":[";
        LoadedLayer layer = loaded(start
                + "{\"attributes\":{\"n\":\"a\",\"kv\":1420070400000},\"geometry\":{\"x\":-11688546.533293,\"y\":4865942.279503}},"
                + "{\"attributes\":{\"n\":\"b\"},\"geometry\":{\"rings\":[[[0,0],[0,900],[900,900],[900,0],[0,0]],"
                + "[[300,300],[600,300],[600,600],[300,600],[300,300]]]}},"
                + "{\"attributes\":{\"n\":\"c\"},\"geometry\":{\"paths\":[[[0,0],[0,9]]]}},"
                + "{\"attributes\":{\"n\":\"d\"},\"geometry\":{\"points\":[[0,0],[0,9]]}},"
                + "{\"attributes\":{\"n\":\"e\"},\"geometry\":{\"curveRings\":[[[0,0],{\"c\":[[3,3],[1,4]]}]]}},"
                + "{\"attributes\":{\"n\":\"f\"},\"geometry\":{\"x\":1,\"y\":2,\"spatialReference\":{\"wkid\":4326}}},"
                + "{\"attributes\":{\"n\":\"g\"},\"geometry\":{\"x\":\"NaN\",\"y\":\"NaN\"}}]}");
        assertThat(features(layer).texts("name")).containsExactly("a", "b", "c", "d");
        assertThat(features(layer).longitude(0)).isEqualTo(-105, org.assertj.core.api.Assertions.within(1e-6));
        assertThat(features(layer).isArea(1)).isTrue();
        assertThat(features(layer).areas(r -> true).first(450 / 111319.49, 450 / 111319.49))
                .isEqualTo(-1);
        assertThat(layer.issues())
                .extracting(DataIssue::reason)
                .anyMatch(
                        r -> r.startsWith("the shape has curves; make them straight by ogr2ogr -nlt CONVERT_TO_LINEAR"))
                .anyMatch(r -> r.contains("EPSG:4326, unlike the file"))
                .anyMatch(r -> r.contains("the record has no geometry"))
                .anyMatch(r -> r.contains("the service gave only the first 7 features"));
        assertThat(refusal("{\"features\":[{\"attributes\":{\"n\":\"a\"},\"geometry\":{\"x\":1,\"y\":2}}]}"))
                .contains("does not say its coordinate reference system");
        assertThat(refusal("{\"error\":{\"code\":499,\"message\":\"Token Required\"}}"))
                .contains("Token Required");
    }

    @Test
    void whatAServiceHasKeptBackIsTold() throws IOException {
        String paged = collection(feature("a")).replace("\"features\"", "\"numberMatched\":7,\"features\"");
        assertThat(loaded(paged).issues()).singleElement().satisfies(i -> assertThat(i.reason())
                .contains("only 1 of the 7 features"));
        assertThat(loaded(paged.replace("7", "1")).issues()).isEmpty();
        String next = "\"links\":[{\"rel\":\"self\",\"href\":\"a\"},{\"rel\":\"next\",\"href\":\"b\"}],\"features\"";
        for (String total : new String[] {"", "\"numberMatched\":\"unknown\","}) {
            assertThat(loaded(collection(feature("a")).replace("\"features\"", total + next))
                            .issues())
                    .singleElement()
                    .satisfies(i -> assertThat(i.reason()).contains("one page of what the service has"));
        }
        assertThat(loaded(collection(feature("a")).replace("\"features\"", next.replace("next", "prev")))
                        .issues())
                .isEmpty();
        assertThat(refusal("{\"type\":\"FeatureCollection\",\"features\":null}"))
                .contains("without a list of features");
        assertThat(refusal(collection(feature("a")).replace("-97", "+97"))).contains("Unexpected character ('+')");
        assertThat(refusal(collection(feature("a")).replace("-97", ".97"))).endsWith("Unexpected character ('.')");
    }

    @Test
    void aLayerOfWhichNothingIsLeftSaysWhy() throws IOException {
        assertThat(loaded(shape("null")).issues())
                .extracting(DataIssue::reason)
                .containsExactly("the record has no geometry", "no record is left: the only one was skipped");
    }

    @Test
    void bytesThatAreNotUtf8() throws IOException {
        Files.write(
                folder.resolve("a.geojson"), collection(feature("Qu\u00e9bec")).getBytes(StandardCharsets.ISO_8859_1));
        assertThat(refused(folder, YAML).getMessage()).contains("at feature 1").contains("UTF-8");
    }

    @Test
    void theIdOfTheFeatureIsAColumn() throws IOException {
        Files.writeString(
                folder.resolve("a.geojson"),
                collection("{\"id\":7," + feature("a").substring(1)));
        assertThat(features(load(folder, YAML + "id: id\n")).recordId(0)).isEqualTo("7");
    }

    @Test
    void aShapeOfMillionsOfVertices() throws IOException {
        String many = "[1,1],".repeat(2_100_000);
        assertThat(loaded(shape("{\"type\":\"LineString\",\"coordinates\":[" + many + "[2,2]]}"))
                        .issues()
                        .get(0)
                        .reason())
                .contains("more than 2,000,000 vertices");
    }

    @Test
    void aFileWithoutFeatures() throws IOException {
        assertThat(refusal(collection())).contains("the source has no records, so it has no columns either");
    }
}
