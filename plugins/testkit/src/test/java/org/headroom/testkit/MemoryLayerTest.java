package org.headroom.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.headroom.model.EvidenceClass;
import org.headroom.model.LayerKind;
import org.headroom.spi.FeatureLayer;
import org.headroom.spi.PointIndex;
import org.junit.jupiter.api.Test;

class MemoryLayerTest {
    private final FeatureLayer layer = MemoryLayer.of(LayerKind.GRID_CAPACITY, "grid")
            .point("P0", 0, 0, Map.of("nominalVoltageKv", 345, "headroomAsOf", LocalDate.of(1970, 1, 2)))
            .point("P1", 179.5, 0, Map.of("name", "edge"))
            .box("A2", 0, 0, 1, 1, Map.of())
            .box("A3", 1, 0, 2, 1, Map.of())
            .notLocated("N4", Map.of("nominalVoltageKv", 115.5))
            .build();

    @Test
    void holdsFieldsAndMissingValues() {
        assertThat(layer.numbers("nominalVoltageKv")).containsExactly(345, Double.NaN, Double.NaN, Double.NaN, 115.5);
        assertThat(layer.texts("name")).containsExactly(null, "edge", null, null, null);
        assertThat(layer.dates("headroomAsOf")[0]).isEqualTo(1);
        assertThat(layer.dates("headroomAsOf")[1]).isEqualTo(FeatureLayer.NO_DATE);
        assertThat(layer.hasField("name")).isTrue();
        assertThat(layer.hasField("operator")).isFalse();
        assertThat(layer.isLocated(4)).isFalse();
        assertThat(layer.isArea(2)).isTrue();
        assertThat(layer.longitude(2)).isEqualTo(0.5);
    }

    @Test
    void refusesWhatTheKindDoesNotHave() {
        assertThatThrownBy(() -> layer.numbers("nominalVoltageKV"))
                .hasMessageContaining("did you mean \"nominalVoltageKv\"?");
        assertThatThrownBy(() -> layer.texts("nominalVoltageKv")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> MemoryLayer.of(LayerKind.CLIMATE, "x").point("P", 0, 0, Map.of("voltage", 1)))
                .hasMessageContaining("climate");
        assertThatThrownBy(() -> MemoryLayer.of(LayerKind.GRID_CAPACITY, "x").point("P", 0, 0, Map.of("name", 1)))
                .hasMessageContaining("holds a String");
    }

    // One degree of longitude on the equator: pi * 6378.137 / 180 = 111.3195 km on WGS 84.
    @Test
    void distancesCrossTheAntimeridian() {
        PointIndex index = layer.points(record -> !layer.isArea(record));
        assertThat(index.size()).isEqualTo(2);
        assertThat(index.nearest(-179.5, 0)).isEqualTo(1);
        assertThat(index.distanceKm(-179.5, 0, 1)).isCloseTo(111.3195, within(0.0001));
        List<Integer> near = new ArrayList<>();
        index.within(0, 0, 0, (record, distance) -> near.add(record));
        assertThat(near).containsExactly(0);
    }

    @Test
    void manyPlacesAtOnceAreTheSameAsOneByOne() {
        PointIndex index = layer.points(record -> !layer.isArea(record));
        int[] records = {9, 9, 9, 9};
        double[] distancesKm = new double[4];
        index.nearest(new double[] {-179.5, 1, Double.NaN, 0}, new double[4], 3, records, distancesKm);
        assertThat(records).containsExactly(1, 0, -1, 9);
        assertThat(distancesKm[1]).isEqualTo(index.distanceKm(1, 0, 0));
        assertThat(distancesKm[2]).isNaN();
        List<Integer> near = new ArrayList<>();
        index.recordsWithin(0, 0, 20_000, near::add);
        assertThat(near).containsExactly(0, 1);
    }

    @Test
    void aBorderBelongsToBothAreas() {
        List<Integer> covering = new ArrayList<>();
        layer.areas(record -> true).covering(1, 0.5, covering::add);
        assertThat(covering).containsExactly(2, 3);
        assertThat(layer.areas(record -> true).first(1, 0.5)).isEqualTo(2);
        assertThat(layer.areas(record -> record == 3).first(0.5, 0.5)).isEqualTo(-1);
    }

    // By hand: centres at 0.5 and 1.5; halfway between the four cells the mean, in the corner the nearest cell.
    @Test
    void rastersAreBilinear() {
        MemoryRaster raster = new MemoryRaster(
                LayerKind.CLIMATE, "r", 0, EvidenceClass.ESTIMATED, 0, 2, 1, Map.of("dryBulbC", new double[][] {
                    {1, 2}, {3, 10}
                }));
        var band = raster.findBand("dryBulbC").orElseThrow();
        assertThat(band.bilinear(1, 1)).isEqualTo(4);
        assertThat(band.bilinear(0.1, 1.9)).isEqualTo(1);
        assertThat(band.bilinear(1, 1.9)).isEqualTo(1.5);
        assertThat(band.bilinear(2.1, 1)).isNaN();
        assertThat(raster.findBand("wetBulbC")).isEmpty();
    }

    @Test
    void contextsRefuseTwoLayersInOnePlace() {
        assertThatThrownBy(() -> MemoryContext.builder().layer(layer).layer(layer))
                .hasMessageContaining("ordinal 0");
    }

    @Test
    void sitesHaveRubbishBehindTheirEnd() {
        MemorySites sites = MemorySites.builder()
                .greenfield("S", 1, 2)
                .brownfield("M", 3, 4, Map.of("contractedCapacityMw", 50, "stateCode", "TX"))
                .build();
        assertThat(sites.longitudes()).hasSizeGreaterThan(2);
        assertThat(sites.numbers("contractedCapacityMw")[0]).isNaN();
        assertThat(sites.numbers("contractedCapacityMw")[1]).isEqualTo(50);
        assertThat(sites.texts("origin")[1]).isEqualTo("BROWNFIELD");
        assertThat(sites.select(1).texts("stateCode")[0]).isEqualTo("TX");
        assertThatThrownBy(() -> sites.numbers("contractMw")).isInstanceOf(IllegalArgumentException.class);
    }
}
