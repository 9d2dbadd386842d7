package org.headroom.layers.descriptor;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class KeyNormaliserTest {
    @ParameterizedTest
    @CsvSource({
        "Doña Ana County, Dona Ana",
        "St. Louis County, Saint Louis",
        "STE. GENEVIEVE, Sainte Genevieve County",
        "DeKalb, De Kalb County",
        "LaSalle Parish, La Salle",
        "Prince George's County, PRINCE GEORGES",
        "Yukon-Koyukuk Census Area, Yukon Koyukuk",
        "Juneau City and Borough, juneau",
        "Capitol Planning Region, Capitol",
        "O\u2019Brien County, Obrien"
    })
    void sameCounty(String a, String b) {
        assertThat(KeyNormaliser.COUNTY_NAME.apply(a)).isEqualTo(KeyNormaliser.COUNTY_NAME.apply(b));
    }

    @ParameterizedTest
    @CsvSource({"Baltimore city, Baltimore County", "James City County, James County", "Lake, Lake of the Woods"})
    void otherCounty(String a, String b) {
        assertThat(KeyNormaliser.COUNTY_NAME.apply(a)).isNotEqualTo(KeyNormaliser.COUNTY_NAME.apply(b));
    }

    @ParameterizedTest
    @CsvSource({"1001, 01001", "01001, 01001", "p01001, 01001", "' 6037 ', 06037", "123456, 123456", "abc, abc"})
    void fips(String written, String expected) {
        assertThat(KeyNormaliser.FIPS5.apply(written)).isEqualTo(expected);
    }
}
