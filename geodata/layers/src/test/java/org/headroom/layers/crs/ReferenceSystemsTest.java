package org.headroom.layers.crs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.geotools.api.referencing.FactoryException;
import org.geotools.referencing.CRS;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Texts taken for WGS 84 without GeoTools are WGS 84 for GeoTools, too; near misses are not taken. */
final class ReferenceSystemsTest {
    private static final String ESRI =
            "GEOGCS[\"GCS_WGS_1984\",DATUM[\"D_WGS_1984\",SPHEROID[\"WGS_1984\",6378137.0,298.257223563]],"
                    + "PRIMEM[\"Greenwich\",0.0],UNIT[\"Degree\",0.0174532925199433]]";
    private static final String OGC = """
            GEOGCS["WGS 84",
                DATUM["WGS_1984",
                    SPHEROID["WGS 84",6378137,298.257223563,
                        AUTHORITY["EPSG","7030"]],
                    AUTHORITY["EPSG","6326"]],
                PRIMEM["Greenwich",0,
                    AUTHORITY["EPSG","8901"]],
                UNIT["degree",0.0174532925199433,
                    AUTHORITY["EPSG","9122"]],
                AXIS["Latitude",NORTH],
                AXIS["Longitude",EAST],
                AUTHORITY["EPSG","4326"]]
            """;

    @Test
    void plainTextsAreWgs84ForGeoToolsToo() {
        for (String text : List.of(ESRI, OGC)) {
            assertThat(ReferenceSystems.isPlainWgs84(text)).as(text).isTrue();
            assertThat(ReferenceSystems.isWgs84(ReferenceSystems.get(text, "test")))
                    .as(text)
                    .isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "EPSG:4326",
                "epsg:4326",
                "urn:ogc:def:crs:OGC:1.3:CRS84",
                "urn:ogc:def:crs:EPSG::4326",
                "http://www.opengis.net/def/crs/OGC/1.3/CRS84"
            })
    void codes(String code) {
        assertThat(ReferenceSystems.isPlainWgs84(code)).isTrue();
    }

    @Test
    void nearMissesAreNot() {
        List<String> others = new ArrayList<>(List.of("EPSG:4269", "EPSG:43260", "EPSG:3857", "", "WGS 84"));
        others.add(ESRI.replace("D_WGS_1984", "D_North_American_1983"));
        others.add(ESRI.replace("D_WGS_1984", "D_WGS_1972"));
        others.add(ESRI.replace("298.257223563", "298.257222101"));
        others.add(ESRI.replace("298.257223563", "298.2572235631"));
        others.add(ESRI.replace("6378137.0", "6378135.0"));
        others.add(ESRI.replace("Greenwich\",0.0", "Paris\",2.33722917"));
        others.add(ESRI.replace("Degree\",0.0174532925199433", "Grad\",0.01570796326794897"));
        others.add("PROJCS[\"x\"," + ESRI + ",PROJECTION[\"Mercator\"],UNIT[\"Meter\",1]]");
        others.add(OGC.replace("AUTHORITY[\"EPSG\",\"6326\"]", "TOWGS84[1,0,0,0,0,0,0]"));
        others.add(OGC.replace("EAST", "WEST"));
        others.add(ESRI + " ".repeat(5) + "x");
        for (String text : others) {
            assertThat(ReferenceSystems.isPlainWgs84(text)).as(text).isFalse();
        }
    }

    /** As readers of rasters give it: with the latitude first in what is projected. */
    @Test
    void aProjectedSystemOfAnOlderDatumKeepsItsMethod() throws FactoryException {
        String text = ReferenceSystems.text(CRS.decode("EPSG:26714"));
        double[] at = ToWgs84.from(text, "test").apply(500_000, 3_900_000);
        assertThat(at[0]).isCloseTo(-99.0004, within(1e-4));
        assertThat(at[1]).isCloseTo(35.2430, within(3e-3));
    }
}
