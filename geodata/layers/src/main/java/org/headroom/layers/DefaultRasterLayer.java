package org.headroom.layers;

import java.util.Optional;
import org.headroom.layers.crs.SiteToGrid;
import org.headroom.spi.RasterLayer;

/**
 * Grids held in memory and sampled in their own reference system: the site is brought to the grid, so the grid is never resampled.
 * Immutable and safe for several threads.
 */
public final class DefaultRasterLayer extends AbstractLayer implements RasterLayer {
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
        return Optional.of(new GridBand(cells, data.width(), data.height(), siteToGrid));
    }

    RasterData data() {
        return data;
    }
}
