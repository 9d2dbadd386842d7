package org.headroom.layers;

import org.headroom.layers.crs.SiteToGrid;
import org.headroom.spi.RasterLayer;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.densify.Densifier;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.CoordinateSequenceFilter;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.geom.util.GeometryFixer;

/** One grid, read where a place or an area lies in it. Cell centres stand on whole columns and rows. */
final class GridBand implements RasterLayer.Band {
    private static final double TURN = 360;

    /** Edges are straight in degrees, so in another system they are brought over piece by piece; degrees. */
    private static final double PIECE = 0.05;

    private final float[] cells;
    private final int width;
    private final int height;
    private final SiteToGrid siteToGrid;
    /** Columns of a whole turn of the earth; NaN where columns do not run along parallels. */
    private final double turn;
    /** Cells that are a whole turn wide meet where they end. */
    private final boolean isRound;

    GridBand(float[] cells, int width, int height, SiteToGrid siteToGrid) {
        this.cells = cells;
        this.width = width;
        this.height = height;
        this.siteToGrid = siteToGrid;
        double columns = siteToGrid.isGeographic() ? siteToGrid.column(TURN, 0) - siteToGrid.column(0, 0) : Double.NaN;
        boolean isUpright = siteToGrid.isGeographic() && siteToGrid.row(TURN, 0) == siteToGrid.row(0, 0);
        turn = isUpright && columns > 0 ? columns : Double.NaN;
        isRound = Math.abs(turn - width) < 0.01;
    }

    @Override
    public double bilinear(double longitude, double latitude) {
        if (!siteToGrid.isGeographic()) {
            double[] at = new double[2];
            siteToGrid.transform(longitude, latitude, at);
            return bilinearAt(at[0], at[1]);
        }
        double column = inside(siteToGrid.column(longitude, latitude));
        double row = siteToGrid.row(longitude, latitude);
        return isRound ? roundAt(column, row) : bilinearAt(column, row);
    }

    @Override
    public double nearest(double longitude, double latitude) {
        double[] at = new double[2];
        siteToGrid.transform(longitude, latitude, at);
        return cell(inside(at[0]), at[1]);
    }

    @Override
    public void cells(Geometry area, RasterLayer.CellVisitor visitor) {
        Geometry onGrid = onGrid(area);
        IndexedPointInAreaLocator locator = new IndexedPointInAreaLocator(onGrid);
        Envelope box = onGrid.getEnvelopeInternal();
        Coordinate centre = new Coordinate();
        boolean isAny = false;
        int bottom = (int) Math.min(height - 1L, (long) Math.floor(box.getMaxY()));
        for (int row = (int) Math.max(0, Math.ceil(box.getMinY())); row <= bottom; row++) {
            for (long column = (long) Math.ceil(box.getMinX()); column <= box.getMaxX(); column++) {
                centre.setX(column);
                centre.setY(row);
                double within = inside(column);
                if (within >= 0 && within <= width - 1 && locator.locate(centre) != Location.EXTERIOR) {
                    isAny = true;
                    visitor.visit(cells[row * width + (int) within], siteToGrid.cellWeight(row));
                }
            }
        }
        if (!isAny) {
            Coordinate point = area.getInteriorPoint().getCoordinate();
            visitor.visit(nearest(point.x, point.y), 1);
        }
    }

    private Geometry onGrid(Geometry area) {
        // A densified shape shares its corners with the one that it is made of.
        Geometry moved = (siteToGrid.isGeographic() ? area : Densifier.densify(area, PIECE)).copy();
        moved.apply(new CoordinateSequenceFilter() {
            private final double[] at = new double[2];

            @Override
            public void filter(CoordinateSequence points, int i) {
                siteToGrid.transform(points.getX(i), points.getY(i), at);
                points.setOrdinate(i, CoordinateSequence.X, at[0]);
                points.setOrdinate(i, CoordinateSequence.Y, at[1]);
            }

            @Override
            public boolean isDone() {
                return false;
            }

            @Override
            public boolean isGeometryChanged() {
                return true;
            }
        });
        return moved.isValid() ? moved : GeometryFixer.fix(moved);
    }

    /** The column within the grid, for grids from 0 to 360 degrees, or from any other meridian on. */
    private double inside(double column) {
        if (column < -0.5) {
            return Double.isNaN(turn) ? column : column + turn;
        }
        return column > width - 0.5 && !Double.isNaN(turn) ? column - turn : column;
    }

    private double cell(double column, double row) {
        long x = (long) Math.floor(column + 0.5);
        long y = (long) Math.floor(row + 0.5);
        // The last half cell's border belongs to the grid.
        x = column == width - 0.5 ? width - 1 : x;
        y = row == height - 0.5 ? height - 1 : y;
        boolean isWithin = !Double.isNaN(column + row) && x >= 0 && x < width && y >= 0 && y < height;
        return isWithin ? cells[(int) (y * width + x)] : Double.NaN;
    }

    /** In a grid round the earth, whose last column is the neighbour of its first. */
    private double roundAt(double column, double row) {
        int last = width - 1;
        if (column >= 0 && column <= last) {
            return bilinearAt(column, row);
        }
        double part = column < 0 ? column + 1 : column - last;
        double atLast = bilinearAt(last, row);
        double atFirst = bilinearAt(0, row);
        return part == 0 ? atLast : part == 1 ? atFirst : atLast * (1 - part) + atFirst * part;
    }

    private double bilinearAt(double column, double row) {
        if (!(column >= -0.5 && column <= width - 0.5 && row >= -0.5 && row <= height - 0.5)) {
            return Double.NaN;
        }
        double x = Math.min(Math.max(column, 0), width - 1);
        double y = Math.min(Math.max(row, 0), height - 1);
        int x0 = (int) x;
        int y0 = (int) y;
        double fx = x - x0;
        double fy = y - y0;
        // A neighbour of no weight must not spoil the value by having no data.
        int x1 = fx == 0 ? x0 : x0 + 1;
        int y1 = fy == 0 ? y0 : y0 + 1;
        double top = cells[y0 * width + x0] * (1 - fx) + cells[y0 * width + x1] * fx;
        double bottom = cells[y1 * width + x0] * (1 - fx) + cells[y1 * width + x1] * fx;
        return top * (1 - fy) + bottom * fy;
    }
}
