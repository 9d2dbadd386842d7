package org.headroom.jobs.candidates;

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
final class GridRecords implements CandidateRows {
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
    private final double[] longitudes = new double[MOST];
    private final double[] latitudes = new double[MOST];
    private final String[] ids = new String[MOST];
    private final int[] found = new int[MOST];
    private final @Nullable String[] texts = new @Nullable String[MOST];
    private long before;
    private int size;

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
        before += size;
        size = 0;
        while (size < MOST && nextPoint()) {
            longitudes[size] = longitude();
            latitudes[size] = latitude();
            ids[size] = id();
            found[size] =
                    jurisdictions.map(j -> j.find(longitude(), latitude())).orElse(-1);
            size++;
        }
        return size > 0;
    }

    private boolean nextPoint() {
        while (row <= lastRow) {
            while (++column <= lastColumn) {
                if (areas.first(longitude(), latitude()) >= 0) {
                    return true;
                }
            }
            row++;
            startRow();
        }
        return false;
    }

    private String id() {
        return source.idPrefix() + (row < 0 ? "S" : "N") + Math.abs(row) + (column < 0 ? "W" : "E") + Math.abs(column);
    }

    private double longitude() {
        return column * columnDegrees;
    }

    private double latitude() {
        return row * rowDegrees;
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public long number(int point) {
        return before + point + 1;
    }

    @Override
    public String siteId(int point) {
        return ids[point];
    }

    @Override
    public double[] longitudes() {
        return longitudes;
    }

    @Override
    public double[] latitudes() {
        return latitudes;
    }

    @Override
    @SuppressWarnings("NullAway") // does not see the null mark of an array's elements in a class file
    public @Nullable String @Nullable [] texts(String attribute) {
        for (int point = 0; point < size; point++) {
            int area = found[point];
            texts[point] = switch (attribute) {
                case "name" -> "Grid point " + ids[point];
                case SiteAttributes.ORIGIN -> source.origin().name();
                default -> jurisdictions.map(j -> j.text(attribute, area)).orElse(null);
            };
        }
        return texts;
    }

    @Override
    public double @Nullable [] numbers(String attribute) {
        return null;
    }
}
