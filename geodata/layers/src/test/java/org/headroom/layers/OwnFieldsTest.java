package org.headroom.layers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.fail;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.headroom.model.DataIssue;
import org.headroom.model.FieldType;
import org.headroom.model.LayerKind;
import org.headroom.spi.FeatureLayer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;

/** Layers of any sort, whose fields the descriptor declares. */
final class OwnFieldsTest {
    private static final String FIELDS = """
            fields:
              zone: {column: FLD_ZONE, declare: {words: [A, AE, X], meaning: flood zone}}
              depthM: {column: DEPTH_FT, unit: ft, declare: {unit: m, range: [0, 50], notKnown: [40.0]}}
              surveyed: {column: DAY, date: M/d/yyyy, declare: {type: date}}
              note: NOTE
            """;

    private final DescriptorReader reader = new DescriptorReader(LayerKind.builtIn());

    @TempDir
    private Path folder;

    @BeforeEach
    void source() throws IOException {
        Files.writeString(folder.resolve("f.geojson"), """
                {"type": "FeatureCollection", "features": [
                 {"type": "Feature", "properties": {"FLD_ZONE": "AE", "DEPTH_FT": 10, "DAY": "2/3/2024", "NOTE": "n"},
                  "geometry": {"type": "Polygon", "coordinates": [[[0, 0], [1, 0], [1, 1], [0, 1], [0, 0]]]}},
                 {"type": "Feature", "properties": {"FLD_ZONE": "A E", "DEPTH_FT": 1000, "DAY": null, "NOTE": null},
                  "geometry": {"type": "LineString", "coordinates": [[2, 0], [2, 1]]}},
                 {"type": "Feature", "properties": {"FLD_ZONE": null, "DEPTH_FT": null, "DAY": null, "NOTE": null},
                  "geometry": {"type": "Point", "coordinates": [3, 0]}}]}
                """);
    }

    private LayerDescriptor descriptor(String kind, String fields) throws IOException {
        return reader.read(Files.writeString(folder.resolve("floods.layer.yaml"), """
                layer: floods
                kind: %s
                source: {file: f.geojson, publisher: P, evidence: OBSERVED, asOf: 2024-02-03}
                """.formatted(kind) + fields));
    }

    @Test
    void aFieldHasTheTypeUnitRangeAndWordsThatTheDescriptorDeclares() throws IOException {
        LayerDescriptor descriptor = descriptor("feature", FIELDS);
        assertThat(descriptor.kind()).isEqualTo(LayerKind.FEATURE);
        assertThat(descriptor.kind().findField("surveyed").orElseThrow().type()).isEqualTo(FieldType.DATE);
        LoadedLayer loaded = new LayerLoader(folder).load(descriptor, 0, id -> fail(id));
        FeatureLayer layer = (FeatureLayer) loaded.layer();
        assertThat(layer.texts("zone")).containsExactly("AE", "?", null);
        assertThat(layer.numbers("depthM")).containsExactly(3.048, Double.NaN, Double.NaN);
        assertThat(layer.texts("note")).containsExactly("n", null, null);
        assertThat(loaded.issues())
                .extracting(DataIssue::field, DataIssue::value)
                .contains(tuple("FLD_ZONE", "A E"), tuple("DEPTH_FT", "1000"));
    }

    @Test
    void aRecordGivesItsWholeShape() throws IOException, ParseException {
        FeatureLayer layer = (FeatureLayer) new LayerLoader(folder)
                .load(descriptor("feature", FIELDS), 0, id -> fail(id))
                .layer();
        assertThat(layer.geometry(0)).isInstanceOf(Polygon.class);
        assertThat(layer.geometry(1)).isEqualTo(new WKTReader().read("LINESTRING (2 0, 2 1)"));
        assertThat(layer.geometry(2)).isInstanceOf(Point.class);
    }

    @Test
    void whatDoesNotFitIsToldWithItsPlace() {
        assertThatThrownBy(() ->
                        descriptor("feature", "fields: {depthM: {column: D, declare: {range: [5, 1], words: [a]}}}\n"))
                .hasMessageContaining("its first number is greater than its second")
                .hasMessageContaining("does not apply to a field of type number");
        assertThatThrownBy(() -> descriptor("feature", "fields: {FLD_ZONE: FLD_ZONE}\n"))
                .hasMessageContaining("\"FLD_ZONE\" is no name of a field");
        assertThatThrownBy(() -> descriptor("raster", "fields: {zone: FLD_ZONE}\n"))
                .hasMessageContaining("a geojson is of kind feature, not raster");
        assertThatThrownBy(() -> Layers.descriptor("""
                        layer: test
                        kind: raster
                        source: {file: a.asc, publisher: Test, asOf: 2026-01-01, evidence: REPORTED}
                        fields: {height: 1}
                        """))
                .hasMessageContaining("the name of the file tells no format of a raster; give it as format: geotiff");
        assertThatThrownBy(() -> descriptor("boundary", "fields: {code: {column: FLD_ZONE, declare: {type: text}}}\n"))
                .hasMessageContaining("only layers of kind feature and raster declare their fields");
    }
}
