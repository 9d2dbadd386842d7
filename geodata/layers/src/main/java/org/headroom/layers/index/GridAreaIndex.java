package org.headroom.layers.index;

import java.util.Arrays;
import java.util.function.IntConsumer;
import org.headroom.spi.AreaIndex;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;

/**
 * Areas over a grid of cells that knows of each cell which areas contain it as a whole and which have an edge in it. A place in a cell
 * of the first sort is answered without looking at an edge; else {@link AreaLocator} decides exactly. The grid has about as many cells
 * as the areas have edges, fewer where areas overlap much, so memory and building are linear in the size of the areas. Records that
 * share a geometry share its locator. Each cell keeps its records ascending; a query needs no sorting and allocates nothing.
 */
public final class GridAreaIndex implements AreaIndex {
    private static final int MAX_COLUMNS = 4096;
    private static final long MAX_CELLS = 1 << 20;
    /** Bounds what records that overlap much add to the cells, beside one entry a record. */
    private static final long MAX_ENTRIES = 1 << 22;

    private final CellGrid grid;
    private final Envelope extent;
    /** See {@link CellEntries#cells}. */
    private final int[] cells;

    private final int[] lists;
    private final int[] records;
    private final int[] locatorOf;
    private final AreaLocator[] locators;

    /**
     * @param geometries distinct areas, valid polygons or multipolygons
     * @param geometryOf place in {@code geometries} of each record of the layer
     * @param records the records to be found, ascending; all must have an area
     */
    public GridAreaIndex(Geometry[] geometries, int[] geometryOf, int[] records) {
        this.records = records.clone();
        this.locatorOf = new int[records.length];
        this.extent = new Envelope();
        int[] numberOf = new int[geometries.length];
        Arrays.fill(numberOf, -1);
        AreaLocator[] built = new AreaLocator[geometries.length];
        int count = 0;
        for (int i = 0; i < records.length; i++) {
            int geometry = geometryOf[records[i]];
            if (numberOf[geometry] < 0) {
                built[count] = new AreaLocator(geometries[geometry]);
                extent.expandToInclude(built[count].box());
                numberOf[geometry] = count++;
            }
            locatorOf[i] = numberOf[geometry];
        }
        this.locators = Arrays.copyOf(built, count);
        this.grid = grid();
        CellEntries entries = new CellEntries(grid, locators, locatorOf);
        this.cells = entries.cells();
        this.lists = entries.lists();
    }

    private CellGrid grid() {
        Envelope[] boxes = new Envelope[locators.length];
        double boxArea = 0;
        long edges = 0;
        for (int i = 0; i < boxes.length; i++) {
            boxes[i] = locators[i].box();
            boxArea += boxes[i].getArea();
            edges += locators[i].edges().length / 4;
        }
        long wanted = Math.min(MAX_CELLS, Math.max(1, edges));
        double side = Math.sqrt(Math.min(boxArea, extent.getArea()) / wanted);
        CellGrid finest = new CellGrid(extent, Math.max(side, Double.MIN_NORMAL), MAX_COLUMNS);
        while (finest.size() > 1
                && (finest.size() > MAX_CELLS || entries(finest, boxes) > MAX_ENTRIES + records.length)) {
            side *= 1.5;
            finest = new CellGrid(extent, side, MAX_COLUMNS);
        }
        return finest;
    }

    private long entries(CellGrid candidate, Envelope[] boxes) {
        long sum = 0;
        for (int locator : locatorOf) {
            sum += candidate.cellsOf(boxes[locator]);
        }
        return sum;
    }

    @Override
    public int size() {
        return records.length;
    }

    @Override
    public Envelope extent() {
        return new Envelope(extent);
    }

    @Override
    public int first(double longitude, double latitude) {
        if (!grid.covers(longitude, latitude)) {
            return -1;
        }
        int cell = cells[grid.cell(longitude, latitude)];
        if (cell == CellEntries.EMPTY) {
            return -1;
        }
        if (cell >= 0) {
            return covers(cell, longitude, latitude) ? records[cell >> 1] : -1;
        }
        int start = -2 - cell;
        for (int i = start + 1; i <= start + lists[start]; i++) {
            if (covers(lists[i], longitude, latitude)) {
                return records[lists[i] >> 1];
            }
        }
        return -1;
    }

    @Override
    public void covering(double longitude, double latitude, IntConsumer visitor) {
        if (!grid.covers(longitude, latitude)) {
            return;
        }
        int cell = cells[grid.cell(longitude, latitude)];
        if (cell >= 0) {
            if (covers(cell, longitude, latitude)) {
                visitor.accept(records[cell >> 1]);
            }
        } else if (cell != CellEntries.EMPTY) {
            visitList(-2 - cell, longitude, latitude, visitor);
        }
    }

    private void visitList(int start, double longitude, double latitude, IntConsumer visitor) {
        int lastLocator = -1;
        boolean lastAnswer = false;
        for (int i = start + 1; i <= start + lists[start]; i++) {
            int entry = lists[i];
            if (locatorOf[entry >> 1] != lastLocator) {
                lastLocator = locatorOf[entry >> 1];
                lastAnswer = covers(entry, longitude, latitude);
            }
            if (lastAnswer) {
                visitor.accept(records[entry >> 1]);
            }
        }
    }

    private boolean covers(int entry, double longitude, double latitude) {
        return (entry & 1) == 0 || locators[locatorOf[entry >> 1]].covers(longitude, latitude);
    }
}
