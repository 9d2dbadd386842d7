package org.headroom.testkit;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.headroom.model.EvidenceClass;
import org.headroom.model.LayerKind;
import org.headroom.spi.RasterLayer;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.algorithm.locate.SimplePointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Location;

/**
 * A raster made in a test: square cells in degrees, rows from north to south, NaN where there is no data. Immutable and safe for
 * several threads.
 */
public final class MemoryRaster implements RasterLayer {
    private final LayerKind kind;
    private final String id;
    private final int ordinal;
    private final EvidenceClass evidence;
    private final double west;
    private final double north;
    private final double cell;
    private final Map<String, double[][]> bands;

    /**
     * @param ordinal place of the layer in the run
     * @param west western border of the first column, degrees
     * @param north northern border of the first row, degrees
     * @param cell side of a cell, degrees
     * @param bands values by field, {@code [row][column]}, all of one shape with at least one cell
     */
    public MemoryRaster(
            LayerKind kind,
            String id,
            int ordinal,
            EvidenceClass evidence,
            double west,
            double north,
            double cell,
            Map<String, double[][]> bands) {
        this.kind = kind;
        this.id = id;
        this.ordinal = ordinal;
        this.evidence = evidence;
        this.west = west;
        this.north = north;
        this.cell = cell;
        this.bands = new TreeMap<>(bands);
        for (String field : bands.keySet()) {
            if (kind.findField(field).isEmpty()) {
                throw new IllegalArgumentException("layers of kind " + kind.id() + " have no field \"" + field + "\"");
            }
        }
    }

    @Override
    public Optional<Band> findBand(String field) {
        double[][] band = bands.get(field);
        return band == null ? Optional.empty() : Optional.of(new MemoryBand(band));
    }

    /** One band, {@code [row][column]}. */
    private final class MemoryBand implements Band {
        private final double[][] band;

        MemoryBand(double[][] band) {
            this.band = band;
        }

        @Override
        public double bilinear(double longitude, double latitude) {
            return MemoryRaster.this.bilinear(band, longitude, latitude);
        }

        @Override
        public double nearest(double longitude, double latitude) {
            double x = (longitude - west) / cell;
            double y = (north - latitude) / cell;
            if (!(x >= 0 && x <= band[0].length && y >= 0 && y <= band.length)) {
                return Double.NaN;
            }
            return band[Math.min((int) y, band.length - 1)][Math.min((int) x, band[0].length - 1)];
        }

        @Override
        public void cells(Geometry area, CellVisitor visitor) {
            boolean isAny = false;
            for (int row = 0; row < band.length; row++) {
                for (int column = 0; column < band[0].length; column++) {
                    Coordinate centre = new Coordinate(west + (column + 0.5) * cell, north - (row + 0.5) * cell);
                    if (SimplePointInAreaLocator.locate(centre, area) != Location.EXTERIOR) {
                        isAny = true;
                        visitor.visit(band[row][column], Math.cos(Math.toRadians(centre.y)));
                    }
                }
            }
            if (!isAny) {
                Coordinate inside = area.getInteriorPoint().getCoordinate();
                visitor.visit(nearest(inside.x, inside.y), 1);
            }
        }
    }

    private double bilinear(double[][] band, double longitude, double latitude) {
        int rows = band.length;
        int columns = band[0].length;
        double x = (longitude - west) / cell;
        double y = (north - latitude) / cell;
        if (!(x >= 0 && x <= columns && y >= 0 && y <= rows)) {
            return Double.NaN;
        }
        double column = Math.min(Math.max(x - 0.5, 0), columns - 1.0);
        double row = Math.min(Math.max(y - 0.5, 0), rows - 1.0);
        int left = (int) Math.min(Math.floor(column), Math.max(0, columns - 2));
        int top = (int) Math.min(Math.floor(row), Math.max(0, rows - 2));
        int right = Math.min(left + 1, columns - 1);
        int bottom = Math.min(top + 1, rows - 1);
        double dx = column - left;
        double dy = row - top;
        return (band[top][left] * (1 - dx) + band[top][right] * dx) * (1 - dy)
                + (band[bottom][left] * (1 - dx) + band[bottom][right] * dx) * dy;
    }

    @Override
    public int ordinal() {
        return ordinal;
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public LayerKind kind() {
        return kind;
    }

    @Override
    public EvidenceClass evidenceClass() {
        return evidence;
    }

    @Override
    public String source() {
        return "test";
    }

    @Override
    public @Nullable LocalDate asOf() {
        return null;
    }
}
