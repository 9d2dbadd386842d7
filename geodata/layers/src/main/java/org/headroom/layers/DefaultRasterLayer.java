package org.headroom.layers;

import java.util.Optional;
import org.headroom.layers.crs.SiteToGrid;
import org.headroom.spi.RasterLayer;

/**
 * Grids held in memory and sampled in their own reference system: the site is brought to the grid, so the grid is never resampled.
 * Immutable and safe for several threads.
 */
public final class DefaultRasterLayer extends AbstractLayer implements RasterLayer {
    private static final double TURN = 360;

    private final RasterData data;
    private final SiteToGrid siteToGrid;

    DefaultRasterLayer(LayerInfo info, RasterData data) {
        super(info);
        this.data = data;
        this.siteToGrid = SiteToGrid.of(data.crs(), data.gridFromCrs());
    }

    @Override
    public Optional<Band> findBand(String field) {
        float[] cells = data.bands().get(field);
        if (cells == null) {
            return Optional.empty();
        }
        return Optional.of(siteToGrid.isGeographic() ? geographic(cells) : projected(cells));
    }

    private Band geographic(float[] cells) {
        double turn = siteToGrid.column(TURN, 0) - siteToGrid.column(0, 0);
        boolean isUpright = siteToGrid.row(TURN, 0) == siteToGrid.row(0, 0);
        if (!isUpright || !(turn > 0)) {
            return (longitude, latitude) ->
                    bilinear(cells, siteToGrid.column(longitude, latitude), siteToGrid.row(longitude, latitude));
        }
        // Cells that are a whole turn wide meet where they end; so the nearest column of the other end may be read
        // there.
        boolean isRound = Math.abs(turn - data.width()) < 0.01;
        return (longitude, latitude) -> {
            double column = siteToGrid.column(longitude, latitude);
            double row = siteToGrid.row(longitude, latitude);
            // Grids from 0 to 360 degrees, or from any other meridian on.
            if (column < -0.5) {
                column += turn;
            } else if (column > data.width() - 0.5) {
                column -= turn;
            }
            return isRound ? round(cells, column, row) : bilinear(cells, column, row);
        };
    }

    /** In a grid round the earth, whose last column is the neighbour of its first. */
    private double round(float[] cells, double column, double row) {
        int last = data.width() - 1;
        if (column >= 0 && column <= last) {
            return bilinear(cells, column, row);
        }
        double part = column < 0 ? column + 1 : column - last;
        double atLast = bilinear(cells, last, row);
        double atFirst = bilinear(cells, 0, row);
        return part == 0 ? atLast : part == 1 ? atFirst : atLast * (1 - part) + atFirst * part;
    }

    private Band projected(float[] cells) {
        return (longitude, latitude) -> {
            double[] at = new double[2];
            siteToGrid.transform(longitude, latitude, at);
            return bilinear(cells, at[0], at[1]);
        };
    }

    private double bilinear(float[] cells, double column, double row) {
        int width = data.width();
        int height = data.height();
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

    RasterData data() {
        return data;
    }
}
