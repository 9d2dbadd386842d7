package org.headroom.export.shapefile;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.headroom.export.Extent;
import org.headroom.export.RankedTable;

/**
 * Points of a table as .shp and .shx (ESRI Shapefile Technical Description, 1998): formats any block
 * of records without the others. Immutable; several threads may format different blocks.
 */
record PointPlan(RankedTable table, Extent extent) {
    static final int HEADER_LENGTH = 100;
    static final int SHP_RECORD = 28;
    static final int SHX_RECORD = 8;

    private static final int FILE_CODE = 9994;
    private static final int VERSION = 1000;
    private static final int POINT = 1;
    /** Content of a record in 16-bit words: type and two doubles. */
    private static final int CONTENT_WORDS = 10;

    private static final VarHandle INT_BIG = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);
    private static final VarHandle INT_LITTLE =
            MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle DOUBLE_LITTLE =
            MethodHandles.byteArrayViewVarHandle(double[].class, ByteOrder.LITTLE_ENDIAN);

    static long fileLength(int rows, int recordLength) {
        return HEADER_LENGTH + (long) recordLength * rows;
    }

    byte[] header(int rows, int recordLength) {
        ByteBuffer header = ByteBuffer.allocate(HEADER_LENGTH);
        header.putInt(0, FILE_CODE);
        header.putInt(24, (int) (fileLength(rows, recordLength) / 2));
        header.order(ByteOrder.LITTLE_ENDIAN).position(28);
        header.putInt(VERSION).putInt(POINT);
        header.putDouble(extent.minX())
                .putDouble(extent.minY())
                .putDouble(extent.maxX())
                .putDouble(extent.maxY());
        return header.array();
    }

    /**
     * Formats the .shp records of rows {@code from} to {@code to} exclusive into {@code out} from its start.
     *
     * @param first row of the file's first record
     */
    void formatShapes(int from, int to, int first, byte[] out) {
        int at = 0;
        for (int row = from; row < to; row++) {
            double longitude = table.longitude().applyAsDouble(row);
            double latitude = table.latitude().applyAsDouble(row);
            if (!extent.contains(longitude, latitude)) {
                throw new IllegalStateException("row " + (row + 1L) + ": longitude " + longitude + ", latitude "
                        + latitude + " is not in the " + extent + " that the table gave");
            }
            INT_BIG.set(out, at, row - first + 1);
            INT_BIG.set(out, at + 4, CONTENT_WORDS);
            INT_LITTLE.set(out, at + 8, POINT);
            DOUBLE_LITTLE.set(out, at + 12, longitude);
            DOUBLE_LITTLE.set(out, at + 20, latitude);
            at += SHP_RECORD;
        }
    }

    /** Formats the .shx records of records {@code from} to {@code to} exclusive of the file, counted from 0, into {@code out}. */
    static void formatIndex(int from, int to, byte[] out) {
        int at = 0;
        for (int number = from; number < to; number++) {
            INT_BIG.set(out, at, (int) (fileLength(number, SHP_RECORD) / 2));
            INT_BIG.set(out, at + 4, CONTENT_WORDS);
            at += SHX_RECORD;
        }
    }
}
