package org.headroom.export.geopackage;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.headroom.export.AreaSource;
import org.headroom.export.ColumnNames;
import org.headroom.export.ExportColumn;
import org.headroom.export.ExportColumn.CodedColumn;
import org.headroom.export.MapClasses;
import org.headroom.export.Publication;
import org.headroom.export.RankedTable;
import org.headroom.export.project.QgisProject;
import org.headroom.export.style.MapStyle;
import org.headroom.export.style.RankedStyle;

/** The layers of sites of a GeoPackage: all as points, the excluded ones, and those that are areas as areas. */
record RankedLayers(Publication ranking) {
    private static final String RANKED = "ranked";
    private static final String AREAS = "ranked_areas";
    private static final String EXCLUDED = "excluded";

    /** What the areas say, beside all that the points say. */
    private static final Set<String> OF_AREAS = Set.of(
            ColumnNames.RANK,
            ColumnNames.SITE_ID,
            ColumnNames.NAME,
            ColumnNames.ORIGIN,
            ColumnNames.SCORE,
            ColumnNames.SCORE_LOWER_BOUND,
            ColumnNames.SCORE_UPPER_BOUND,
            ColumnNames.GATE,
            ColumnNames.TIER,
            ColumnNames.EXCLUSION,
            ColumnNames.WHY,
            ColumnNames.NODE_NAME,
            ColumnNames.MORATORIUM_ID,
            ColumnNames.MORATORIUM_LAST_DAY,
            ColumnNames.RUN_ID,
            ColumnNames.EVALUATION_DATE);

    void write(Connection connection) throws SQLException {
        RankedTable rows = ranking.table();
        LocalDate date = ranking.evaluationDate();
        List<PointLayer.RowReader> readers = new ArrayList<>();
        ExcludedView excluded = exclusion()
                .map(column -> new ExcludedView(new Table(connection, EXCLUDED, "POINT", rows.columns(), date), column))
                .orElse(null);
        if (excluded != null) {
            readers.add(excluded);
        }
        PointLayer points = new PointLayer(new Table(connection, RANKED, "POINT", rows.columns(), date), rows);
        String title = "Ranked sites on " + date + ", excluded ones behind the others";
        if (hasAreas()) {
            Table table = new Table(connection, AREAS, "MULTIPOLYGON", ofAreas(), date);
            try (AreaLayer areas = AreaLayer.begin(table, ranking.areas())) {
                readers.add(areas);
                points.write(title, pointStyle(), readers);
                areas.finish("Sites on " + date + " that are areas", areaStyle());
            }
        } else {
            points.write(title, pointStyle(), readers);
        }
        if (excluded != null) {
            excluded.finish(RANKED, "Sites that a rule excludes on " + date, excludedStyle());
        }
    }

    /** As a project shows them, the uppermost first. */
    List<QgisProject.Layer> shown() {
        List<QgisProject.Layer> layers = new ArrayList<>();
        layers.add(new QgisProject.Layer(RANKED, "Point", pointStyle(), true));
        if (exclusion().isPresent()) {
            layers.add(new QgisProject.Layer(EXCLUDED, "Point", excludedStyle(), false));
        }
        if (hasAreas()) {
            layers.add(new QgisProject.Layer(AREAS, "Polygon", areaStyle(), true));
        }
        return layers;
    }

    private boolean hasAreas() {
        return ranking.areas() != AreaSource.NONE;
    }

    private MapStyle pointStyle() {
        return RankedStyle.ofPoints(ranking.table().columns(), UnaryOperator.identity(), classes());
    }

    private MapStyle areaStyle() {
        return RankedStyle.ofAreas(ofAreas(), UnaryOperator.identity(), classes());
    }

    private MapStyle excludedStyle() {
        return RankedStyle.ofExcluded(ranking.table().columns(), UnaryOperator.identity(), classes());
    }

    private MapClasses classes() {
        return ranking.about().classes();
    }

    private List<ExportColumn> ofAreas() {
        return ranking.table().columns().stream()
                .filter(column -> OF_AREAS.contains(column.name()))
                .toList();
    }

    private Optional<CodedColumn> exclusion() {
        return ranking.table().columns().stream()
                .filter(column -> column.name().equals(ColumnNames.EXCLUSION))
                .filter(CodedColumn.class::isInstance)
                .map(CodedColumn.class::cast)
                .findFirst();
    }
}
