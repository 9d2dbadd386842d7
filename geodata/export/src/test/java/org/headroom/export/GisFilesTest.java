package org.headroom.export;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import org.headroom.export.About.LayerNote;
import org.headroom.export.geopackage.GeoPackageWriter;
import org.headroom.export.shapefile.ShapefileWriter;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;

/** The files of a run as a GIS opens them, whatever the names in them are. */
class GisFilesTest {
    private static final int SITES = 60;
    private static final String HOSTILE = "<b>&\"'\n]]>\u0001\uD800 Québec -- \"; DROP TABLE ranked;";

    @TempDir
    static Path folder;

    private static ExportResult shapefile;

    @BeforeAll
    static void write() {
        Publication publication = publication(folder);
        shapefile = new ShapefileWriter().write(publication);
        new GeoPackageWriter().write(publication);
    }

    private static Publication publication(Path folder) {
        List<String> gates = List.of("MORATORIUM", "it's <here>");
        RankedTable table = Samples.told(
                SITES,
                row -> -120 + row,
                row -> 25 + row % 20,
                List.of(
                        ExportColumn.integer("rank", "1", "rank", row -> row + 1L)
                                .holding(1, SITES)
                                .withDbf(new DbfForm(null, 9, DbfForm.Need.USUAL)),
                        ExportColumn.text("siteId", "1", "id", row -> "S-" + row),
                        ExportColumn.text("name", "1", HOSTILE, GisFilesTest::name)
                                .withDbf(new DbfForm(null, 80, DbfForm.Need.USUAL)),
                        ExportColumn.coded(
                                "origin", "1", "", List.of("BROWNFIELD", "GREENFIELD"), row -> row % 3 == 0 ? 0 : 1),
                        ExportColumn.number("score", "1", "", 3, row -> row % 7 == 6 ? Double.NaN : 90 - row),
                        ExportColumn.coded("exclusion", "1", "", gates, row -> row < 50 ? -1 : row % 2),
                        ExportColumn.coded("why", "1", "", List.of("x".repeat(300)), row -> row < 50 ? -1 : 0)
                                .withDbf(new DbfForm(null, 254, DbfForm.Need.USUAL)),
                        ExportColumn.date(
                                "moratoriumLastDay", "date", "", row -> row < 50 ? ExportColumn.MISSING : 20_000),
                        ExportColumn.number("headroomMw", "MW", "", 1, row -> row % 2 == 0 ? Double.NaN : -row),
                        ExportColumn.number("headroomMw_lo", "MW", "", 1, row -> row % 2 == 0 ? Double.NaN : -row - 1)
                                .withDbf(new DbfForm(null, 14, DbfForm.Need.SPARE)),
                        ExportColumn.text("headroomMw_record", "1", "", row -> "grid/" + row)
                                .withDbf(new DbfForm(null, 0, DbfForm.Need.NOT))));
        About about = new About(
                HOSTILE,
                "us",
                "0123456789ab",
                Samples.DATE,
                "data_center",
                100,
                "p 1.0.0",
                "f".repeat(64),
                List.of(
                        new LayerNote(
                                "grid",
                                HOSTILE,
                                "grid-capacity",
                                "A & B",
                                "<ref>",
                                "CC-BY-4.0",
                                "2025-12-31",
                                "USED",
                                9),
                        new LayerNote("old", "", "climate", "", "", "", "", "MARKED", 0)),
                new MapClasses(List.of(40.0, 55.5, 70.0), 5));
        return new Publication(
                table,
                Samples.issues(),
                Samples.DATE,
                folder,
                "ranked",
                1,
                about,
                row -> row % 4 == 0 ? square(-120 + row, 25 + row % 20, row % 8 == 0) : null,
                List.of(
                        new ChangeNote("S-1", HOSTILE, -119, 26, 4, 2, 80, 89, "data", "grid", 9, "more headroom"),
                        new ChangeNote(
                                "GONE",
                                "",
                                Double.NaN,
                                Double.NaN,
                                9,
                                ExportColumn.MISSING,
                                70,
                                Double.NaN,
                                "candidates",
                                "list",
                                Double.NaN,
                                "gone")));
    }

    private static String name(int row) {
        return row == 3 ? HOSTILE : row == 4 ? "電".repeat(300) : row == 5 ? null : "Site " + row;
    }

    /** A square as a polygon, or as a multipolygon of one, in either byte order. */
    private static byte[] square(double x, double y, boolean isMulti) {
        ByteBuffer out = ByteBuffer.allocate(200).order(isMulti ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
        byte order = (byte) (isMulti ? 0 : 1);
        if (isMulti) {
            out.put(order).putInt(6).putInt(1);
        }
        out.put(order).putInt(3).putInt(1).putInt(5);
        double[] corners = {-.2, -.2, .2, -.2, .2, .2, -.2, .2, -.2, -.2};
        for (int i = 0; i < corners.length; i += 2) {
            out.putDouble(x + corners[i]).putDouble(y + corners[i + 1]);
        }
        return Arrays.copyOf(out.array(), out.position());
    }

    @Test
    void qgisOpensEveryLayerTheStylesAndTheProject() throws IOException, InterruptedException {
        // From another folder than that in which they were written: nothing in them may name it.
        Path moved = Files.createDirectory(folder.resolve("moved é"));
        try (var files = Files.list(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.copy(file, moved.resolve(file.getFileName()));
            }
        }
        Qgis.opensStrictly(moved, SITES);
    }

    @Test
    void gdalSeesAreasExcludedChangesAndProblemsApart() throws IOException, InterruptedException {
        String file = folder.resolve("ranked.gpkg").toString();
        assertThat(Ogr.info("-so", file, "ranked_areas")).contains("Multi Polygon", "Feature Count: 15");
        assertThat(Ogr.info("-so", file, "excluded"))
                .contains("Geometry: Point", "Feature Count: 10", "headroomMw_record");
        assertThat(Ogr.info(file, "changes")).contains("Feature Count: 1", "ranks (Integer64) = -2", "more headroom");
        assertThat(Ogr.info(file, "changes_unplaced")).contains("Feature Count: 1", "rankTo (Integer64) = (null)");
        assertThat(Ogr.info("-so", file, "issues")).contains("Feature Count: 2");
        assertThat(Ogr.info(file, "issues_unplaced"))
                .contains("Geometry: None", "Feature Count: 1", "value (String) = =1+1");
        assertThat(Ogr.info(file, "layers")).contains("licence (String) = CC-BY-4.0", "use (String) = MARKED");
        assertThat(Ogr.info(file, "run")).contains("value (String) = " + "f".repeat(64));
    }

    @Test
    void aNumberThatIsNotKnownIsNeverBlankInAShapefile() throws IOException, InterruptedException {
        assertThat(Ogr.info("-al", folder.resolve("ranked.shp").toString()))
                .contains("SCORE (Real) = -9999.000", "HEADRM_MW (Real) = -9999.0", "HEAD_MW_LO (Real) = -9999.0")
                .contains("NAME (String) = (null)")
                .doesNotContain("SCORE (Real) = (null)", "HEADRM_MW (Real) = (null)", "RECORD");
        assertThat(Ogr.info(
                        "-so",
                        "-al",
                        "-where",
                        "MORAT_END IS NULL",
                        folder.resolve("ranked.shp").toString()))
                .contains("Feature Count: 50");
    }

    @Test
    void theTableBesideAShapefileSaysWhatEachFieldIs() throws IOException {
        Map<String, NamedCsvRecord> fields;
        try (CsvReader<NamedCsvRecord> csv =
                CsvReader.builder().ofNamedCsvRecord(folder.resolve("ranked.fields.csv"))) {
            fields = csv.stream().collect(Collectors.toMap(row -> row.getField("column"), row -> row));
        }
        assertThat(fields.get("score").getField("field")).isEqualTo("SCORE");
        assertThat(fields.get("score").getField("unknown")).isEqualTo("-9999");
        assertThat(fields.get("name").getField("unknown")).isEqualTo("blank");
        assertThat(fields.get("name").getField("shortened")).isEqualTo("1");
        assertThat(fields.get("name").getField("longestBytes")).isEqualTo("900");
        assertThat(fields.get("why").getField("shortened")).isEqualTo("10");
        assertThat(fields.get("headroomMw_record").getField("field")).isEmpty();
        assertThat(fields.get("headroomMw_record").getField("description")).contains("only in the GeoPackage");
        assertThat(shapefile.issues()).extracting(issue -> issue.field()).containsExactlyInAnyOrder("NAME", "WHY");
        assertThat(shapefile.issues())
                .allSatisfy(issue -> assertThat(issue.reason()).contains("shortened"));
    }

    @Test
    void metadataTellTheRunAndItsLayers() throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
        factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
        Document document = factory.newDocumentBuilder()
                .parse(folder.resolve("ranked.shp.xml").toFile());
        List<String> texts = new ArrayList<>();
        var nodes = document.getElementsByTagName("*");
        for (int i = 0; i < nodes.getLength(); i++) {
            texts.add(nodes.item(i).getTextContent());
        }
        assertThat(texts).contains("2026-05-01", "0123456789ab", "-120.0000000", "2025-12-31", "4326");
        assertThat(texts)
                .anyMatch(text -> text.startsWith(
                        "60 sites ranked on 2026-05-01 for 100 MW of data_center by the policy p 1.0.0"));
        assertThat(texts)
                .anyMatch(text -> text.startsWith("grid (grid-capacity): <b>&\"'") && text.contains("CC-BY-4.0"));
    }

    @Test
    void theSameRunGivesTheSameBytes() throws IOException {
        Path again = Files.createDirectory(folder.resolve("again"));
        new ShapefileWriter().write(publication(again));
        new GeoPackageWriter().write(publication(again));
        try (var files = Files.list(again)) {
            List<Path> written = files.toList();
            assertThat(written).hasSize(11);
            written.forEach(file -> assertThat(file).hasSameBinaryContentAs(folder.resolve(file.getFileName())));
        }
    }
}
