package org.headroom.pack;

import java.util.List;
import java.util.stream.Stream;
import org.headroom.pack.file.CopiedFile;
import org.headroom.pack.file.PackFile;
import org.headroom.pack.file.Provenance;

/** Counties, and footprints of the markets. */
final class Areas {
    private Areas() {}

    static List<PackFile> files() {
        Stream<PackFile> markets = Stream.of(
                        "caiso", "ercot", "iso-ne", "miso", "nyiso", "pjm", "southeast-non-iso", "spp", "west-non-iso")
                .map(Areas::market);
        return Stream.concat(Stream.of(counties()), markets).toList();
    }

    private static PackFile counties() {
        return new CopiedFile(
                new Provenance(
                        "us-counties.gpkg",
                        "US Census Bureau, through us-atlas-2023",
                        "Cartographic boundary file, 2023 edition, 1:10 million",
                        "public domain; ISC (packaging)",
                        "2023-01-01",
                        List.of("h_boundaries/us_counties_2023.gpkg"),
                        "as it is: the lower 48 states, the District of Columbia and Connecticut's nine planning regions"),
                3109);
    }

    private static PackFile market(String code) {
        return new Footprint(new Provenance(
                "market-" + code + ".geojson",
                "CommonGrid, from the HIFLD control areas",
                "data/territories/iso-" + code + ".json",
                "ODbL-1.0",
                "not stated; copy of 2026",
                List.of("h_boundaries/commongrid/iso-" + code + ".json"),
                "parts that touch and overlap put together by the even-odd rule, six decimals"));
    }
}
