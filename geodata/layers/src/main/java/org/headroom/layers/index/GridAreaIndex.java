package org.headroom.layers.index;

import java.util.Arrays;
import java.util.function.IntConsumer;
import org.headroom.spi.AreaIndex;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;

/**
 * Areas in a uniform grid of cells over their bounding boxes. Records that share a geometry share its locator. Each cell keeps its
 * records ascending, so a query needs no sorting and allocates nothing.
 */
public final class GridAreaIndex implements AreaIndex {
    private final int size;
    private final Envelope extent = new Envelope();
    private final int columns;
    private final int rows;
    /** Entries of cell c are cellEntries[cellStart[c] .. cellStart[c + 1] - 1]: indexes into records and locators, ascending. */
    private final int[] cellStart;

    private final int[] cellEntries;
    private final int[] records;
    private final int[] locatorOf;
    private final AreaLocator[] locators;

    /**
     * @param geometries distinct areas, valid polygons or multipolygons
     * @param geometryOf place in {@code geometries} of each record of the layer
     * @param records the records to be found, ascending; all must have an area
     */
    public GridAreaIndex(Geometry[] geometries, int[] geometryOf, int[] records) {
        this.size = records.length;
        this.records = records.clone();
        this.locatorOf = new int[size];
        int[] numberOf = new int[geometries.length];
        Arrays.fill(numberOf, -1);
        AreaLocator[] built = new AreaLocator[geometries.length];
        int count = 0;
        for (int i = 0; i < size; i++) {
            int geometry = geometryOf[records[i]];
            if (numberOf[geometry] < 0) {
                built[count] = new AreaLocator(geometries[geometry]);
                numberOf[geometry] = count++;
                extent.expandToInclude(geometries[geometry].getEnvelopeInternal());
            }
            locatorOf[i] = numberOf[geometry];
        }
        this.locators = Arrays.copyOf(built, count);
        int side = (int) Math.ceil(Math.sqrt(4.0 * count));
        this.columns = Math.max(1, Math.min(1024, side));
        this.rows = columns;
        int[] starts = new int[columns * rows + 1];
        for (int i = 0; i < size; i++) {
            Envelope box = geometries[geometryOf[records[i]]].getEnvelopeInternal();
            for (int row = row(box.getMinY()); row <= row(box.getMaxY()); row++) {
                for (int column = column(box.getMinX()); column <= column(box.getMaxX()); column++) {
                    starts[row * columns + column + 1]++;
                }
            }
        }
        for (int c = 0; c < columns * rows; c++) {
            starts[c + 1] = Math.addExact(starts[c + 1], starts[c]);
        }
        this.cellStart = starts;
        this.cellEntries = new int[starts[columns * rows]];
        int[] next = starts.clone();
        for (int i = 0; i < size; i++) {
            Envelope box = geometries[geometryOf[records[i]]].getEnvelopeInternal();
            for (int row = row(box.getMinY()); row <= row(box.getMaxY()); row++) {
                for (int column = column(box.getMinX()); column <= column(box.getMaxX()); column++) {
                    cellEntries[next[row * columns + column]++] = i;
                }
            }
        }
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public int first(double longitude, double latitude) {
        if (extent.covers(longitude, latitude)) {
            int cell = row(latitude) * columns + column(longitude);
            for (int i = cellStart[cell]; i < cellStart[cell + 1]; i++) {
                int entry = cellEntries[i];
                if (locators[locatorOf[entry]].covers(longitude, latitude)) {
                    return records[entry];
                }
            }
        }
        return -1;
    }

    @Override
    public void covering(double longitude, double latitude, IntConsumer visitor) {
        if (!extent.covers(longitude, latitude)) {
            return;
        }
        int cell = row(latitude) * columns + column(longitude);
        int lastLocator = -1;
        boolean lastAnswer = false;
        for (int i = cellStart[cell]; i < cellStart[cell + 1]; i++) {
            int entry = cellEntries[i];
            if (locatorOf[entry] != lastLocator) {
                lastLocator = locatorOf[entry];
                lastAnswer = locators[lastLocator].covers(longitude, latitude);
            }
            if (lastAnswer) {
                visitor.accept(records[entry]);
            }
        }
    }

    private int column(double longitude) {
        double share = extent.getWidth() > 0 ? (longitude - extent.getMinX()) / extent.getWidth() : 0;
        return Math.min(columns - 1, (int) (share * columns));
    }

    private int row(double latitude) {
        double share = extent.getHeight() > 0 ? (latitude - extent.getMinY()) / extent.getHeight() : 0;
        return Math.min(rows - 1, (int) (share * rows));
    }
}
