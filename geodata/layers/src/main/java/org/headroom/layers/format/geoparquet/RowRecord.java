package org.headroom.layers.format.geoparquet;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.apache.parquet.io.api.Binary;
import org.headroom.layers.format.RawRecord;
import org.headroom.layers.format.SourceException;
import org.headroom.layers.format.geometry.WkbShape;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/** The row that a row group stands at; the same object for every row. */
final class RowRecord implements RawRecord {
    private static final int POINT_BYTES = 21;

    private final CellReader[] cells;
    private final int shapeColumn;
    private final OwnSystems systems;
    private @Nullable RowGroupReader rows;
    private long number;
    private @Nullable Geometry geometry;
    private @Nullable String damage;
    private double x;
    private double y;

    /**
     * @param cells one a column
     * @param shapeColumn the column with the shapes behind them; -1 when there is none
     * @param systems is told which reference system a shape names
     * @param before records before the first one
     */
    RowRecord(CellReader[] cells, int shapeColumn, OwnSystems systems, long before) {
        this.systems = systems;
        this.number = before;
        this.cells = cells;
        this.shapeColumn = shapeColumn;
    }

    /** Takes the row that a row group stands at. */
    void take(RowGroupReader from) {
        rows = from;
        number++;
        geometry = null;
        damage = null;
        x = Double.NaN;
        y = Double.NaN;
        if (shapeColumn >= 0 && !from.isMissing(shapeColumn)) {
            shape(from.at(shapeColumn).getBinary());
        }
    }

    private void shape(Binary wkb) {
        if (wkb.length() == 0) {
            return;
        }
        if (wkb.length() == POINT_BYTES) {
            ByteBuffer bytes = wkb.toByteBuffer().slice();
            byte order = bytes.get();
            bytes.order(order == 1 ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
            if ((order & 0xFE) == 0 && bytes.getInt() == 1) {
                x = bytes.getDouble();
                y = bytes.getDouble();
                return;
            }
        }
        try {
            byte[] bytes = wkb.getBytes();
            systems.see(WkbShape.srid(bytes), number);
            geometry = WkbShape.read(bytes, 0);
        } catch (SourceException e) {
            damage = String.valueOf(e.getMessage());
        }
    }

    @Override
    public long number() {
        return number;
    }

    @Override
    public @Nullable Object value(int column) {
        RowGroupReader row = rows;
        return row == null || row.isMissing(column) ? null : cells[column].read(row.at(column));
    }

    @Override
    public double decimal(int column) {
        RowGroupReader row = rows;
        if (row == null || row.isMissing(column)) {
            return Double.NaN;
        }
        double number = cells[column].decimal(row.at(column));
        return Double.isNaN(number) ? RawRecord.super.decimal(column) : number;
    }

    @Override
    public @Nullable Geometry geometry() {
        return geometry;
    }

    @Override
    public boolean isPoint() {
        return !Double.isNaN(x) || !Double.isNaN(y);
    }

    @Override
    public double x() {
        return x;
    }

    @Override
    public double y() {
        return y;
    }

    @Override
    public @Nullable String damage() {
        return damage;
    }
}
