package org.headroom.export.shapefile;

/** Buffers for the records of consecutive rows, used again for one block after the other. */
final class RowBlock {
    final byte[] shp;
    final byte[] shx;
    final byte[] dbf;
    /** Place among the blocks of the run. */
    int number;
    /** First row. */
    int from;
    /** Row behind the last. */
    int to;

    RowBlock(int rows, int dbfRecordLength) {
        shp = new byte[rows * PointPlan.SHP_RECORD];
        shx = new byte[rows * PointPlan.SHX_RECORD];
        dbf = new byte[rows * dbfRecordLength];
    }

    int rows() {
        return to - from;
    }
}
