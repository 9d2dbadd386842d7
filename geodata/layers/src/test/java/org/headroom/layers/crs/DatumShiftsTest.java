package org.headroom.layers.crs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.headroom.layers.Geodesy;
import org.headroom.model.HeadroomException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Places in older datums, whose text names the datum and gives no shift. Expected x and y are from gdaltransform (PROJ 9.1, without grids), each
 * at the accuracy that EPSG gives for the shift.
 */
final class DatumShiftsTest {
    private static final String NAD27 = geographic(
            "GCS_North_American_1927", "D_North_American_1927", "\"Clarke_1866\",6378206.4,294.978698213898");

    private static String geographic(String name, String datum, String spheroid) {
        return "GEOGCS[\"" + name + "\",DATUM[\"" + datum + "\",SPHEROID[" + spheroid
                + "]],PRIMEM[\"Greenwich\",0.0],UNIT[\"Degree\",0.0174532925199433]]";
    }

    private static String transverseMercator(
            String base, double x, double y, double meridian, double scale, double origin) {
        return "PROJCS[\"p\"," + base + ",PROJECTION[\"Transverse_Mercator\"],PARAMETER[\"False_Easting\"," + x
                + "],PARAMETER[\"False_Northing\"," + y + "],PARAMETER[\"Central_Meridian\"," + meridian
                + "],PARAMETER[\"Scale_Factor\"," + scale + "],PARAMETER[\"Latitude_Of_Origin\"," + origin
                + "],UNIT[\"Meter\",1.0]]";
    }

    private static void isAt(String crs, double x, double y, double longitude, double latitude, double metres) {
        double[] at = ToWgs84.from(crs, "test").apply(x, y);
        assertThat(1000 * Geodesy.distanceKm(at[0], at[1], longitude, latitude)).isLessThan(metres);
    }

    @Test
    void datumsAreKnownByTheNamesOfEsri() {
        isAt(NAD27, -97.49968482, 35.24991639, -97.5, 35.25, 10);
        String utm14 = transverseMercator(NAD27, 500000, 0, -99, 0.9996, 0);
        isAt(utm14, 636497.111, 3901591.667, -97.5, 35.25, 10);
        String airy = geographic("GCS_OSGB_1936", "D_OSGB_1936", "\"Airy_1830\",6377563.396,299.3249646");
        String britain = transverseMercator(airy, 400000, -100000, -2, 0.9996012717, 49);
        isAt(britain, 434423.007, 233624.375, -1.5, 52, 4);
        String bessel = geographic(
                "GCS_Deutsches_Hauptdreiecksnetz",
                "D_Deutsches_Hauptdreiecksnetz",
                "\"Bessel_1841\",6377397.155,299.1528128");
        String gauss4 = transverseMercator(bessel, 4500000, 0, 12, 1, 0);
        isAt(gauss4, 4462866.685, 5329224.607, 11.5, 48.1, 4);
        assertThat(ToWgs84.from(gauss4, "test").notes())
                .containsExactly("the datum DHDN was brought to WGS 84 with an accuracy of about 3 m");
    }

    @Test
    void theShiftOfTheTextItselfGoesBeforeTheTable() {
        String own = NAD27.replace("294.978698213898]", "294.978698213898],TOWGS84[0,0,1000,0,0,0,0]");
        double[] at = ToWgs84.from(own, "test").apply(-99, 0);
        assertThat(at[1]).isCloseTo(Math.toDegrees(1 / 6378.2), within(1e-4));
        assertThat(ToWgs84.from(own, "test").notes()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"EPSG:4269", "EPSG:26914", "EPSG:4258", "ESRI:102003", "EPSG:3857", "EPSG:4283"})
    void datumsCentredOnTheEarthAreNotWorthAWord(String crs) {
        assertThat(ToWgs84.from(crs, "test").notes()).isEmpty();
    }

    /** Earth-centred by its ellipsoid, not by its place. */
    @Test
    void grs80IsNotAlwaysWgs84() {
        String greece = geographic("GCS_GGRS_1987", "D_GGRS_1987", "\"GRS_1980\",6378137.0,298.257222101");
        double[] at = ToWgs84.from(greece, "test").apply(23, 38);
        assertThat(1000 * Geodesy.distanceKm(at[0], at[1], 23, 38)).isBetween(250.0, 400.0);
    }

    @Test
    void degreesOfAnUnknownDatumAreTakenAsTheyAre() {
        String unknown = geographic("GCS_Nowhere", "D_Nowhere", "\"Clarke_1866\",6378206.4,294.978698213898");
        ToWgs84 toWgs84 = ToWgs84.from(unknown, "test");
        assertThat(toWgs84.apply(-99, 35)).containsExactly(new double[] {-99, 35}, within(1e-9));
        assertThat(toWgs84.notes())
                .singleElement()
                .asString()
                .contains("D_Nowhere")
                .contains("up to some 100 m");
    }

    private static final String SECOND_KIND = """
            PROJCRS["NAD27 / UTM zone 14N",BASEGEOGCRS["NAD27",DATUM["North American Datum 1927",
              ELLIPSOID["Clarke 1866",6378206.4,294.978698213898,LENGTHUNIT["metre",1]]],
              PRIMEM["Greenwich",0,ANGLEUNIT["degree",0.0174532925199433]]],
              CONVERSION["UTM zone 14N",METHOD["Transverse Mercator",ID["EPSG",9807]],
                PARAMETER["Latitude of natural origin",0,ANGLEUNIT["degree",0.0174532925199433]],
                PARAMETER["Longitude of natural origin",-99,ANGLEUNIT["degree",0.0174532925199433]],
                PARAMETER["Scale factor at natural origin",0.9996,SCALEUNIT["unity",1]],
                PARAMETER["False easting",500000,LENGTHUNIT["metre",1]],
                PARAMETER["False northing",0,LENGTHUNIT["metre",1]]],
              CS[Cartesian,2],AXIS["(E)",east,ORDER[1],LENGTHUNIT["metre",1]],AXIS["(N)",north,ORDER[2],LENGTHUNIT["metre",1]]]""";

    @Test
    void textOfTheSecondKindIsUnderstood() {
        isAt(SECOND_KIND, 636497.111, 3901591.667, -97.5, 35.25, 10);
        isAt(SECOND_KIND.replace("]]]", "]],ID[\"EPSG\",26714]]"), 636497.111, 3901591.667, -97.5, 35.25, 10);
        String compound = "COMPOUNDCRS[\"c\"," + SECOND_KIND + ",VERTCRS[\"h\",VDATUM[\"h\"],CS[vertical,1],"
                + "AXIS[\"up\",up],LENGTHUNIT[\"metre\",1]]]";
        isAt(compound, 636497.111, 3901591.667, -97.5, 35.25, 10);
    }

    @Test
    void heightsAndMarksBesideTheTextAreLeft() {
        String heights = ",VERTCS[\"NAVD_1988\",VDATUM[\"North_American_Vertical_Datum_1988\"],UNIT[\"Meter\",1.0]]";
        isAt(
                "\uFEFF" + transverseMercator(NAD27, 500000, 0, -99, 0.9996, 0) + heights,
                636497.111,
                3901591.667,
                -97.5,
                35.25,
                10);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ESRI:102003|-304644.74|-240997.53",
                "102003|-304644.74|-240997.53",
                "urn:ogc:def:crs:ESRI::102003|-304644.74|-240997.53",
                "3857|-11062875.34|4204725.05",
                "EPSG:102100|-11062875.34|4204725.05",
                "EPSG::3857|-11062875.34|4204725.05",
                "https://epsg.io/3857|-11062875.34|4204725.05",
                "urn:ogc:def:crs,crs:EPSG::3857,crs:EPSG::5703|-11062875.34|4204725.05",
                "EPSG:3857+5703|-11062875.34|4204725.05",
                "4326|-99.3795|35.3",
                "epsg:4326|-99.3795|35.3",
                "urn:ogc:def:crs:EPSG:4326|-99.3795|35.3",
                "http://www.opengis.net/gml/srs/epsg.xml#4326|-99.3795|35.3",
                "WGS 84|-99.3795|35.3",
                "EPSG:4979|-99.3795|35.3",
                "CRS:84|-99.3795|35.3"
            })
    void codesInAllTheirForms(String crs, double x, double y) {
        isAt(crs, x, y, -99.3795, 35.3, 3);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "EPSG:4978",
                "EPSG:5703",
                "EPSG:8857",
                "LOCAL_CS[\"site\",LOCAL_DATUM[\"d\",0],UNIT[\"m\",1],AXIS[\"x\",EAST]]"
            })
    void whatGivesNoPlacesIsRefusedInWords(String crs) {
        assertThatThrownBy(() -> ToWgs84.from(crs, "layer a (b.shp)"))
                .isInstanceOf(HeadroomException.class)
                .hasMessageContaining("layer a (b.shp)")
                .hasMessageMatching("(?s).*(no places on a map|cannot be computed well).*");
    }
}
