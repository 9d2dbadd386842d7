package org.headroom.jobs.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.headroom.layers.DescriptorReader;
import org.headroom.layers.LayerDescriptor;
import org.headroom.layers.LayerLoader;
import org.headroom.layers.LoadedLayer;
import org.headroom.model.DataIssue;
import org.headroom.model.LayerKind;
import org.headroom.spi.FeatureLayer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Places that cannot be right, seen by the jurisdictions of the project. */
final class PlaceCheckTest {
    @TempDir
    Path folder;

    private LoadedLayer load(String yaml) throws IOException {
        return new LayerLoader(folder).load(descriptor(yaml), 0, id -> null);
    }

    private LayerDescriptor descriptor(String yaml) throws IOException {
        Path file = Files.writeString(folder.resolve("test.layer.yaml"), yaml);
        return new DescriptorReader(LayerKind.builtIn()).read(file);
    }

    private List<DataIssue> check(String kind, String fields, String csv) throws IOException {
        Files.writeString(folder.resolve("counties.geojson"), """
                {"type":"FeatureCollection","features":[{"type":"Feature","properties":{"code":"1","state":"ZZ"},
                "geometry":{"type":"Polygon","coordinates":[[[-82,35],[-80,35],[-80,36],[-82,36],[-82,35]]]}}]}
                """);
        LoadedLayer counties = load("""
                layer: counties
                kind: boundary
                source: {file: counties.geojson, format: geojson, publisher: t, asOf: 2026-01-01, evidence: OBSERVED}
                id: code
                fields: {code: code, stateCode: state}
                """);
        Files.writeString(folder.resolve("a.csv"), csv);
        String yaml = """
                layer: a
                kind: %s
                source: {file: a.csv, format: csv, publisher: t, asOf: 2026-01-01, evidence: REPORTED}
                where: '"id" <> ''Left out'''
                geometry: {columns: {longitude: lon, latitude: lat}}
                id: id
                fields: %s
                """.formatted(kind, fields);
        return new PlaceCheck((FeatureLayer) counties.layer())
                .check(descriptor(yaml), load(yaml))
                .issues();
    }

    @Test
    void sitesOutsideAreToldOneByOneWithWhatMayHaveHappened() throws IOException {
        List<DataIssue> issues =
                check("facility", "{facilityId: id, stateCode: st}", """
                id,lon,lat,st
                Left out,-81.5,35.5,ZZ
                West,-81.5,35.5,ZZ
                Zero,0,0,ZZ
                East,80.5,35.5,ZZ
                South,-81,-35.5,ZZ
                Swapped,35.5,-80.5,ZZ
                Far,-70,35.5,ZZ
                Other,-81,35.2,TX
                """.replace("Turned,35.5,-99e0,ZZ\n", "")
                        .replace("35.5,-98.5", "35.5,-89"));
        assertThat(issues).allMatch(i -> i.effect() == DataIssue.Effect.NOTED);
        assertThat(issues).extracting(DataIssue::recordId).contains("Zero", "East", "South", "Swapped", "Far", "Other");
        assertThat(reason(issues, "Swapped")).contains("exchanged");
        assertThat(reason(issues, "East")).contains("sign of the longitude");
        assertThat(reason(issues, "South")).contains("sign of the latitude");
        assertThat(reason(issues, "Other")).isEqualTo("the record says TX, but its place lies in ZZ");
        assertThat(issues).anyMatch(i -> i.record() == 0 && i.reason().startsWith("5 of 7 records lie outside"));
        assertThat(issues).noneMatch(i -> i.recordId().equals("West"));
        // Its number in the file, though the one before all is not in the layer.
        assertThat(issues)
                .filteredOn(i -> i.recordId().equals("Other"))
                .extracting(DataIssue::record)
                .containsExactly(8L);
    }

    @Test
    void latitudesAndLongitudesExchangedInALayerOfAnotherKind() throws IOException {
        List<DataIssue> issues = check("grid-capacity", "{name: id}", "id,lon,lat\nA,35.5,-60\nB,35.5,-60.5\n");
        assertThat(issues).singleElement().satisfies(i -> {
            assertThat(i.record()).isZero();
            assertThat(i.reason()).startsWith("2 of 2 records lie outside").contains("order of its coordinates");
        });
    }

    @Test
    void whatLiesWithinIsNotWorthAWord() throws IOException {
        assertThat(check("facility", "{facilityId: id, stateCode: st}", "id,lon,lat,st\nA,-81,35.5,zz\nB,-80,36,\n"))
                .isEmpty();
    }

    private static String reason(List<DataIssue> issues, String id) {
        return issues.stream()
                .filter(i -> i.recordId().equals(id))
                .map(DataIssue::reason)
                .findFirst()
                .orElse("");
    }
}
