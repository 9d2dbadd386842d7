package org.headroom.export.geopackage;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.headroom.export.AreaSource;
import org.headroom.export.Extent;
import org.headroom.export.style.MapStyle;
import org.jspecify.annotations.Nullable;

/** Writes the sites that are areas, with the numbers that they have among the points, while those go by. */
final class AreaLayer implements PointLayer.RowReader, AutoCloseable {
    private final Table table;
    private final AreaSource areas;
    private final PreparedStatement insert;
    private final PreparedStatement index;
    private @Nullable Extent extent;

    private AreaLayer(Table table, AreaSource areas) throws SQLException {
        this.table = table;
        this.areas = areas;
        this.insert = table.insert();
        this.index = table.connection().prepareStatement("INSERT INTO \"" + table.tree() + "\" VALUES (?, ?, ?, ?, ?)");
    }

    /** Makes the empty layer. */
    static AreaLayer begin(Table table, AreaSource areas) throws SQLException {
        table.create();
        table.createTree();
        return new AreaLayer(table, areas);
    }

    @Override
    public void read(int row, double longitude, double latitude) throws SQLException {
        byte[] wkb = areas.wkb(row);
        if (wkb == null) {
            return;
        }
        Wkb area = Wkb.of(wkb);
        Extent box = area.box();
        insert.setLong(1, row + 1L);
        insert.setBytes(2, area.blob());
        table.bind(row, insert);
        insert.executeUpdate();
        index.setLong(1, row + 1L);
        index.setDouble(2, box.minX());
        index.setDouble(3, box.maxX());
        index.setDouble(4, box.minY());
        index.setDouble(5, box.maxY());
        index.executeUpdate();
        extent = extent == null ? box : extent.with(box);
    }

    /** Completes the layer behind the last row. */
    void finish(String description, MapStyle style) throws SQLException {
        table.watchTree();
        table.describe(description, extent);
        table.insertStyle(description, style);
    }

    @Override
    public void close() throws SQLException {
        insert.close();
        index.close();
    }
}
