package org.headroom.testkit;

import java.util.List;
import java.util.function.IntConsumer;
import org.headroom.spi.AreaIndex;
import org.locationtech.jts.algorithm.locate.SimplePointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Location;

/** Looks at every area; a place on a border is covered. */
final class MemoryAreaIndex implements AreaIndex {
    private final int[] records;
    private final List<Geometry> geometries;

    MemoryAreaIndex(int[] records, List<Geometry> geometries) {
        this.records = records;
        this.geometries = geometries;
    }

    @Override
    public int size() {
        return records.length;
    }

    @Override
    public int first(double longitude, double latitude) {
        for (int i = 0; i < records.length; i++) {
            if (covers(i, longitude, latitude)) {
                return records[i];
            }
        }
        return -1;
    }

    @Override
    public void covering(double longitude, double latitude, IntConsumer visitor) {
        for (int i = 0; i < records.length; i++) {
            if (covers(i, longitude, latitude)) {
                visitor.accept(records[i]);
            }
        }
    }

    private boolean covers(int i, double longitude, double latitude) {
        return SimplePointInAreaLocator.locate(new Coordinate(longitude, latitude), geometries.get(i))
                != Location.EXTERIOR;
    }
}
