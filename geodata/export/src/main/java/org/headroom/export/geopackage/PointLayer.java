package org.headroom.export.geopackage;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import org.headroom.export.RankedTable;
import org.headroom.export.style.MapStyle;

/**
 * Writes a table as one layer of points, each with a place on the earth: rows, spatial index, metadata and style. Goes through the windows of
 * the table once; for the index it keeps the coordinates, which with the index itself take some 50 MB for a million rows.
 */
final class PointLayer {
    private final Table table;
    private final RankedTable rows;
    private final Places places;

    PointLayer(Table table, RankedTable rows) {
        this.table = table;
        this.rows = rows;
        this.places = new Places(rows.rows());
    }

    /** What else is done with each row while it can be read. */
    interface RowReader {
        void read(int row, double longitude, double latitude) throws SQLException;
    }

    void write(String description, MapStyle style, List<? extends RowReader> readers) throws SQLException {
        table.create();
        insertRows(readers);
        places.checkAllPlaced();
        table.createTree();
        PackedRTree.fill(table.connection(), table.tree(), places);
        table.watchTree();
        table.describe(description, places.extent());
        table.insertStyle(description, style);
    }

    private void insertRows(List<? extends RowReader> readers) throws SQLException {
        PointBlob blob = new PointBlob();
        try (PreparedStatement insert = table.insert()) {
            int to = 0;
            for (int row = 0; row < rows.rows(); row++) {
                if (row == to) {
                    to = rows.load(row);
                }
                insert.setLong(1, row + 1L);
                double longitude = rows.longitude().applyAsDouble(row);
                double latitude = rows.latitude().applyAsDouble(row);
                places.add(longitude, latitude);
                insert.setBytes(2, blob.of(longitude, latitude));
                table.bind(row, insert);
                insert.executeUpdate();
                for (RowReader reader : readers) {
                    reader.read(row, longitude, latitude);
                }
            }
        }
    }
}
