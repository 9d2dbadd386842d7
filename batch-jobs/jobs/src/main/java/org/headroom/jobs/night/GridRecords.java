package org.headroom.jobs.night;

import java.util.Optional;
import org.headroom.jobs.project.CandidateSource;
import org.headroom.model.SiteAttributes;
import org.headroom.spi.AreaIndex;
import org.headroom.spi.FeatureLayer;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;

/**
 * Points of a regular grid inside areas. Rows are counted from the equator and columns from Greenwich, so a point keeps its id and its
 * place when the areas change. Spacing is even along parallels and between them, on a sphere of the WGS 84 mean radius, 6,371.0088 km
 * (IUGG 1980).
 */
final class GridRecords implements CandidateRecords {
    private static final double KM_PER_DEGREE = 6371.0088 * Math.PI / 180;

    private final CandidateSource.Grid source;
    private final Optional<Jurisdictions> jurisdictions;
    private final AreaIndex areas;
    private final double rowDegrees;
    private final double west;
    private final double east;
    private final int lastRow;
    private int row;
    private double columnDegrees;
    private int column;
    private int lastColumn;
    private long number;
    private int area = -1;

    GridRecords(FeatureLayer within, CandidateSource.Grid source, Optional<Jurisdictions> jurisdictions) {
        this.source = source;
        this.jurisdictions = jurisdictions;
        this.areas = within.areas(record -> true);
        this.rowDegrees = source.spacingKm() / KM_PER_DEGREE;
        Envelope extent = areas.extent();
        this.west = extent.getMinX();
        this.east = extent.getMaxX();
        this.row = (int) Math.ceil(extent.getMinY() / rowDegrees);
        this.lastRow = (int) Math.floor(extent.getMaxY() / rowDegrees);
        startRow();
    }

    private void startRow() {
        columnDegrees = rowDegrees / Math.max(StrictMath.cos(StrictMath.toRadians(latitude())), 1e-6);
        column = (int) Math.ceil(west / columnDegrees) - 1;
        lastColumn = (int) Math.floor(east / columnDegrees);
    }

    @Override
    public boolean next() {
        while (row <= lastRow) {
            while (++column <= lastColumn) {
                if (areas.first(longitude(), latitude()) >= 0) {
                    number++;
                    area = jurisdictions
                            .map(j -> j.find(longitude(), latitude()))
                            .orElse(-1);
                    return true;
                }
            }
            row++;
            startRow();
        }
        return false;
    }

    @Override
    public long number() {
        return number;
    }

    @Override
    public String siteId() {
        return source.idPrefix() + (row < 0 ? "S" : "N") + Math.abs(row) + (column < 0 ? "W" : "E") + Math.abs(column);
    }

    @Override
    public double longitude() {
        return column * columnDegrees;
    }

    @Override
    public double latitude() {
        return row * rowDegrees;
    }

    @Override
    public @Nullable String text(String attribute) {
        return switch (attribute) {
            case "siteId" -> siteId();
            case "name" -> "Grid point " + siteId();
            case SiteAttributes.ORIGIN -> source.origin().name();
            default -> jurisdictions.map(j -> j.text(attribute, area)).orElse(null);
        };
    }

    @Override
    public double number(String attribute) {
        return Double.NaN;
    }
}
