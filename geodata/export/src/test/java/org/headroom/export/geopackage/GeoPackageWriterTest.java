package org.headroom.export.geopackage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.headroom.export.ExportColumn;
import org.headroom.export.Ogr;
import org.headroom.export.RankedTable;
import org.headroom.export.Samples;
import org.headroom.export.shapefile.ShapefileWriter;
import org.headroom.model.HeadroomException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GeoPackageWriterTest {
    @TempDir
    Path folder;

    @Test
    void ogrSeesTypesNullsAndScripts() throws IOException, InterruptedException {
        Path file = GeoPackageWriter.write(Samples.ranking(12), Samples.issues(), Samples.DATE, folder, "ranked");
        String text = Ogr.info("-al", file.toString());
        assertThat(text)
                .contains("Feature Count: 12", "ID[\"EPSG\",4326]", "Geometry: Point", "FID Column = fid")
                .contains("rank: Integer64", "siteId: String", "score: Real", "dataVintage: Date", "POINT (-125 24)")
                .contains("name (String) = Québec", "name (String) = 北京", "name (String) = (null)")
                .contains("score (Real) = 99.995", "score (Real) = (null)", "dryBulbP99C (Real) = -20.25")
                .contains("upgradeCostUsd (Integer64) = -61728394506172839", "dataVintage (Date) = 1969/12/30")
                .contains("Layer name: issues", "value (String) = =1+1", "POINT (-71.25 46.8)");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 10_000})
    void ogrCountsTheRowsAndUsesTheSpatialIndex(int rows) throws IOException, InterruptedException {
        Path file = GeoPackageWriter.write(Samples.ranking(rows), List.of(), Samples.DATE, folder, "ranked");
        assertThat(Ogr.info("-so", file.toString(), "ranked")).contains("Feature Count: " + rows);
        long inBox = 0;
        RankedTable table = Samples.ranking(rows);
        for (int row = 0; row < rows; row++) {
            double x = table.longitude().applyAsDouble(row);
            double y = table.latitude().applyAsDouble(row);
            inBox += x >= -110 && x <= -100 && y >= 30 && y <= 40 ? 1 : 0;
        }
        assertThat(Ogr.info("-so", "-spat", "-110", "30", "-100", "40", file.toString(), "ranked"))
                .contains("Feature Count: " + inBox);
    }

    @Test
    void theFileSaysWhatItIs() throws SQLException {
        Path file = GeoPackageWriter.write(Samples.ranking(50), Samples.issues(), Samples.DATE, folder, "ranked");
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file)) {
            assertThat(query(connection, "PRAGMA application_id")).containsExactly("1196444487");
            assertThat(query(connection, "PRAGMA user_version")).containsExactly("10300");
            assertThat(query(connection, "PRAGMA integrity_check")).containsExactly("ok");
            assertThat(query(connection, "PRAGMA foreign_key_check")).isEmpty();
            assertThat(query(connection, "SELECT DISTINCT last_change FROM gpkg_contents"))
                    .containsExactly("2026-05-01T00:00:00.000Z");
            assertThat(query(
                            connection,
                            "SELECT min_x = (SELECT min(minx) FROM rtree_ranked_geom) FROM gpkg_contents"
                                    + " WHERE table_name = 'ranked'"))
                    .containsExactly("1");
            assertThat(query(connection, "SELECT rtreecheck('rtree_ranked_geom')"))
                    .containsExactly("ok");
            assertThat(query(connection, "SELECT count(*) FROM rtree_ranked_geom"))
                    .containsExactly("50");
            assertThat(query(connection, "SELECT count(*) FROM rtree_issues_geom"))
                    .containsExactly("2");
            assertThat(query(connection, "SELECT file || ':' || record FROM issues ORDER BY fid"))
                    .containsExactly("a.gpkg:3", "b.csv:2");
            assertThat(query(connection, "SELECT file || ':' || record FROM issues_unplaced"))
                    .containsExactly("b.csv:12");
            assertThat(query(connection, "SELECT hex(geom) FROM ranked WHERE fid = 1"))
                    .containsExactly("47500001E61000000101000000" + "0000000000405FC0" + "0000000000003840");
            assertThat(query(
                            connection,
                            "SELECT title || ': ' || description FROM gpkg_data_columns"
                                    + " WHERE table_name = 'ranked' AND column_name = 'dryBulbP99C'"))
                    .containsExactly("dryBulbP99C [degC]: Dry bulb, 99th percentile");
            assertThat(query(connection, "SELECT f_table_name FROM layer_styles WHERE useAsDefault = 1 ORDER BY id"))
                    .containsExactly("ranked", "excluded", "changes", "issues");
        }
    }

    @Test
    void aRowWithoutAPlaceIsRefusedAndLeavesNoFile() {
        RankedTable swapped = RankedTable.inMemory(
                4,
                row -> row < 2 ? 10 : 46,
                row -> row < 2 ? 20 : -120,
                Samples.ranking(4).columns());
        assertThatThrownBy(() -> GeoPackageWriter.write(swapped, List.of(), Samples.DATE, folder, "ranked"))
                .isInstanceOf(HeadroomException.class)
                .hasMessage("row 3 of the ranking has no place on the earth: longitude 46.0, latitude -120.0;"
                        + " 2 of 4 rows have none");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void aFailureInTheMiddleLeavesNoHalfFile() {
        RankedTable broken =
                RankedTable.inMemory(2, row -> 1, row -> 2, List.of(ExportColumn.integer("rank", "1", "", row -> {
                    if (row == 1) {
                        throw new IllegalStateException("no such row");
                    }
                    return row;
                })));
        assertThatThrownBy(() -> GeoPackageWriter.write(broken, List.of(), Samples.DATE, folder, "ranked"))
                .isInstanceOf(IllegalStateException.class);
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void stylesAreWellFormedAndNameFieldsOfTheirFile() throws IOException, SQLException, XMLStreamException {
        Path file = GeoPackageWriter.write(Samples.ranking(5), List.of(), Samples.DATE, folder, "ranked");
        ShapefileWriter.write(Samples.ranking(5), Samples.DATE, folder, "ranked");
        String qml = Files.readString(folder.resolve("ranked.qml"));
        assertThat(attributes(qml, "alias", "name")).contains("upgradeCostUsd [USD]", "rank", "dryBulbP99C [degC]");
        assertThat(attributes(qml, "rule", "filter"))
                .startsWith("\"EXCL_CODE\" = 'MORATORIUM'")
                .contains("coalesce(\"EXCL_CODE\", '') = '' AND \"SCORE\" >= 75");
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file)) {
            String stored = query(connection, "SELECT styleQML FROM layer_styles WHERE f_table_name = 'ranked'")
                    .get(0);
            assertThat(attributes(stored, "rule", "filter"))
                    .contains("coalesce(\"exclusion\", '') = '' AND \"score\" > -9999 AND \"score\" < 30");
            assertThat(attributes(stored, "rule", "label")).isEqualTo(attributes(qml, "rule", "label"));
        }
    }

    private static List<String> attributes(String xml, String element, String attribute) throws XMLStreamException {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        XMLStreamReader reader = factory.createXMLStreamReader(new StringReader(xml));
        List<String> values = new ArrayList<>();
        while (reader.hasNext()) {
            if (reader.next() == XMLStreamReader.START_ELEMENT
                    && reader.getLocalName().equals(element)) {
                values.add(reader.getAttributeValue(null, attribute));
            }
        }
        return values;
    }

    private static List<String> query(Connection connection, String sql) throws SQLException {
        List<String> values = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                values.add(rows.getString(1));
            }
        }
        return values;
    }
}
