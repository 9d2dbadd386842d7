package org.headroom.layers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.headroom.layers.Layers.head;
import static org.headroom.layers.Layers.load;
import static org.headroom.layers.Layers.refused;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A file is known by its first bytes; one that another format reads, or none, is refused with what to write instead. */
final class FirstBytesTest {
    private static final Map<String, String> ENDINGS = Map.of(
            "csv",
            "a.csv",
            "geojson",
            "a.geojson",
            "geopackage",
            "a.gpkg",
            "shapefile",
            "a.shp",
            "xlsx",
            "a.xlsx",
            "geotiff",
            "a.tif");

    @TempDir
    Path folder;

    private String refusal(String format, byte[] bytes) throws IOException {
        String file = ENDINGS.get(format);
        Files.write(folder.resolve(file), bytes);
        String kind = format.equals("geotiff") ? "climate" : "grid-capacity";
        String yaml = head(kind, file, format)
                + (format.equals("csv") || format.equals("xlsx") ? "geometry: {none: {}}\n" : "")
                + (format.equals("geotiff") ? "fields: {dryBulbC: {column: 1, unit: degC}}\n" : "");
        var refused = refused(folder, yaml);
        return refused == null ? "" : refused.getMessage() + " " + refused.advice();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "fgb\\3fgb\\0 | is FlatGeobuf, not what | format: flatgeobuf",
                "PAR1\\25\\4 | is Parquet, not what | format: geoparquet",
                "SQLite format 3\\0 | SQLite database | format: geopackage",
                "\\37\\213\\10 | is packed with gzip | Unpack it",
                "%PDF-1.7 | is a PDF | PDF",
                "<!DOCTYPE html><html> | is a web page | log in",
                "\\n <html lang='en'> | is a web page | log in",
                "{\"type\":\"FeatureCollection\" | is JSON | format: geojson",
                "\\320\\317\\21\\340\\241\\261\\32\\341 | .xls | XLSX or CSV",
                "II*\\0\\10\\0 | is a TIFF | format: geotiff",
                "<?xml version='1.0'?><kml xmlns= | is KML | format: kml",
                "<?xml version='1.0'?><gml | is XML | ogr2ogr",
                "\\0\\0\\47\\n\\0 | is a shapefile | format: shapefile",
                "version https://git-lfs.github.com/spec/v1 | Git LFS pointer | git lfs pull",
                "PK\\3\\4cut | zip that is cut off | again",
            })
    void anotherKindOfFileIsNamed(String start, String words, String advice) throws IOException {
        byte[] bytes = start.translateEscapes().getBytes(StandardCharsets.ISO_8859_1);
        for (String format : ENDINGS.keySet()) {
            String message = refusal(format, bytes);
            if (!advice.endsWith("format: " + format)) {
                assertThat(message).as(format).contains(words).contains(advice);
                assertThat(message).doesNotContain("Exception", "java.");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"csv", "geojson", "geopackage", "shapefile", "xlsx", "geotiff"})
    void anEmptyFileIsNamedAsSuch(String format) throws IOException {
        assertThat(refusal(format, new byte[0])).contains("is empty: it has 0 bytes");
    }

    @Test
    void whatAZipHolds() throws IOException {
        assertThat(refusal("csv", zip("xl/workbook.xml")))
                .contains("Excel workbook")
                .contains("format: xlsx");
        assertThat(refusal("geojson", zip("doc.kml"))).contains("is KMZ").contains("format: kml");
        assertThat(refusal("geojson", zip("a/b.SHP")))
                .contains("with a shapefile in it")
                .contains("format: shapefile");
        assertThat(refusal("shapefile", zip("a.csv"))).contains("zip without a shapefile; it has: a.csv");
    }

    private static byte[] zip(String entry) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry(entry));
            zip.write(1);
        }
        return bytes.toByteArray();
    }

    @Test
    void aTableWhoseFirstColumnIsNamedLikeAFormat() throws IOException {
        assertThat(refusal("csv", "PAR1,b\n1,2\n".getBytes(StandardCharsets.UTF_8)))
                .isEmpty();
    }

    @Test
    void aFileWithoutAnEndingThatTellsIsReadByItsContent() throws IOException {
        String yaml = head("grid-capacity", "a.dat", "x").replace(", format: x", "") + "fields: {name: n}\n";
        Files.writeString(
                folder.resolve("a.dat"),
                "{\"type\":\"Feature\",\"properties\":{\"n\":\"a\"},\"geometry\":{\"type\":\"Point\",\"coordinates\":[1,2]}}");
        assertThat(load(folder, yaml).counts().used()).isEqualTo(1);
        Files.writeString(folder.resolve("a.dat"), "n,lon,lat\n");
        assertThat(refused(folder, yaml).getMessage()).contains("its first bytes do not tell it either");
        Files.writeString(folder.resolve("a.dat"), "%PDF-1.7");
        assertThat(refused(folder, yaml).getMessage()).contains("is a PDF, and source.format is not given");
    }
}
