package org.headroom.export.flatgeobuf;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.headroom.export.Extent;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.shape.fractal.HilbertCode;

/**
 * The points of a table, their order along a Hilbert curve, and the packed R-tree of FlatGeobuf over them: nodes of 16, the levels from the root down,
 * each cell a box of four doubles and where its first child or its feature begins. Rows are added in order; not safe for several threads.
 */
final class PackedPoints {
    /** Cells of a node; the value that the specification gives. */
    static final int NODE_SIZE = 16;

    private static final int CELL_BYTES = 40;
    private static final int CURVE_LEVEL = 15;

    private final double[] longitudes;
    private final double[] latitudes;
    private final long[] starts;
    private int rows;
    private int longest;
    private double minX = Double.POSITIVE_INFINITY;
    private double minY = Double.POSITIVE_INFINITY;
    private double maxX = Double.NEGATIVE_INFINITY;
    private double maxY = Double.NEGATIVE_INFINITY;

    /** @param rows how many will be added */
    PackedPoints(int rows) {
        longitudes = new double[rows];
        latitudes = new double[rows];
        starts = new long[rows + 1];
    }

    /** Takes the next row, whose feature has so many bytes. */
    void add(double longitude, double latitude, int length) {
        longitudes[rows] = longitude;
        latitudes[rows] = latitude;
        starts[rows + 1] = starts[rows] + length;
        rows++;
        longest = Math.max(longest, length);
        minX = Math.min(minX, longitude);
        minY = Math.min(minY, latitude);
        maxX = Math.max(maxX, longitude);
        maxY = Math.max(maxY, latitude);
    }

    /** Box round all rows; null when there is none. */
    @Nullable
    Extent extent() {
        return rows == 0 ? null : new Extent(minX, minY, maxX, maxY);
    }

    /** Where the feature of a row begins, when features stand in the order in which they were added. */
    long start(int row) {
        return starts[row];
    }

    int length(int row) {
        return (int) (starts[row + 1] - starts[row]);
    }

    /** Bytes of the longest feature. */
    int longest() {
        return longest;
    }

    int rows() {
        return rows;
    }

    /** The rows along a Hilbert curve through their box, those of one cell by number. */
    int[] alongCurve() {
        long[] keys = new long[rows];
        for (int row = 0; row < rows; row++) {
            int code = HilbertCode.encode(
                    CURVE_LEVEL, cell(longitudes[row], minX, maxX), cell(latitudes[row], minY, maxY));
            keys[row] = (long) code << Integer.SIZE | row;
        }
        Arrays.sort(keys);
        return Arrays.stream(keys).mapToInt(key -> (int) key).toArray();
    }

    private static int cell(double value, double smallest, double largest) {
        int last = (1 << CURVE_LEVEL) - 1;
        return largest == smallest ? 0 : (int) (last * ((value - smallest) / (largest - smallest)));
    }

    /** Writes the index for features that stand in this order; nothing when there are none. */
    void writeIndex(int[] order, OutputStream out) throws IOException {
        if (rows == 0) {
            return;
        }
        List<double[]> levels = new ArrayList<>();
        double[] level = new double[4 * rows];
        for (int i = 0; i < rows; i++) {
            level[4 * i] = longitudes[order[i]];
            level[4 * i + 1] = latitudes[order[i]];
            level[4 * i + 2] = longitudes[order[i]];
            level[4 * i + 3] = latitudes[order[i]];
        }
        levels.add(level);
        do {
            level = above(level);
            levels.add(level);
        } while (level.length > 4);
        // The root stands first, the points last.
        long firstOfBelow = 0;
        for (int height = levels.size() - 1; height > 0; height--) {
            firstOfBelow += levels.get(height).length / 4;
            writeNodes(levels.get(height), firstOfBelow, out);
        }
        writePoints(levels.get(0), order, out);
    }

    private static double[] above(double[] below) {
        int cells = below.length / 4;
        double[] boxes = new double[4 * ((cells + NODE_SIZE - 1) / NODE_SIZE)];
        for (int cell = 0; cell < cells; cell++) {
            int box = 4 * (cell / NODE_SIZE);
            boolean isFirst = cell % NODE_SIZE == 0;
            for (int side = 0; side < 4; side++) {
                double value = below[4 * cell + side];
                double had = boxes[box + side];
                boxes[box + side] = isFirst ? value : side < 2 ? Math.min(had, value) : Math.max(had, value);
            }
        }
        return boxes;
    }

    /** @param firstChild number of the cell, from the root's on, that is the first child of the first of these */
    private static void writeNodes(double[] boxes, long firstChild, OutputStream out) throws IOException {
        ByteBuffer cell = ByteBuffer.allocate(CELL_BYTES).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < boxes.length / 4; i++) {
            put(cell, boxes, i, firstChild + (long) NODE_SIZE * i);
            out.write(cell.array());
        }
    }

    private void writePoints(double[] boxes, int[] order, OutputStream out) throws IOException {
        ByteBuffer cell = ByteBuffer.allocate(CELL_BYTES).order(ByteOrder.LITTLE_ENDIAN);
        long offset = 0;
        for (int i = 0; i < rows; i++) {
            put(cell, boxes, i, offset);
            out.write(cell.array());
            offset += length(order[i]);
        }
    }

    private static void put(ByteBuffer cell, double[] boxes, int i, long offset) {
        cell.clear();
        for (int side = 0; side < 4; side++) {
            cell.putDouble(boxes[4 * i + side]);
        }
        cell.putLong(offset);
    }
}
