package org.headroom.export.geopackage;

import java.sql.SQLException;
import org.headroom.export.ColumnNames;
import org.headroom.export.ExportColumn.CodedColumn;
import org.headroom.export.Extent;
import org.headroom.export.style.MapStyle;
import org.jspecify.annotations.Nullable;

/** Shows the excluded sites of a ranking as a layer of their own: a view, so that no row is there twice. */
final class ExcludedView implements PointLayer.RowReader {
    private final Table table;
    private final CodedColumn exclusion;
    private @Nullable Extent extent;

    /** @param exclusion code of the rule that excludes */
    ExcludedView(Table table, CodedColumn exclusion) {
        this.table = table;
        this.exclusion = exclusion;
    }

    @Override
    public void read(int row, double longitude, double latitude) {
        if (exclusion.checkedCode(row) >= 0 && Extent.isPlace(longitude, latitude)) {
            Extent here = new Extent(longitude, latitude, longitude, latitude);
            extent = extent == null ? here : extent.with(here);
        }
    }

    void finish(String of, String description, MapStyle style) throws SQLException {
        table.run("CREATE VIEW \"" + table.name() + "\" AS SELECT * FROM \"" + of + "\" WHERE \""
                + ColumnNames.EXCLUSION + "\" IS NOT NULL");
        table.describe(description, extent);
        table.insertStyle(description, style);
    }
}
