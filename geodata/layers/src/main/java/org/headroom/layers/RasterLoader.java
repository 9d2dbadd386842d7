package org.headroom.layers;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.headroom.layers.crs.ToWgs84;
import org.headroom.layers.descriptor.FieldMapping;
import org.headroom.layers.format.FirstBytes;
import org.headroom.layers.format.RasterFormat;
import org.headroom.layers.format.RasterGrid;
import org.headroom.layers.format.SourceAddress;
import org.headroom.layers.load.CellRange;
import org.headroom.model.DataIssue;

/** Reads a raster into a layer. */
final class RasterLoader {
    private RasterLoader() {}

    static LoadedLayer load(RasterFormat format, LayerDescriptor descriptor, LayerInfo info, SourceFiles files)
            throws IOException {
        int[] numbers = descriptor.fields().stream()
                .mapToInt(f -> Integer.parseInt(f.columns().get(0)))
                .toArray();
        SourceAddress address = files.address(descriptor, descriptor.source().file());
        FirstBytes.check(format, address.file());
        RasterGrid grid = format.read(address, numbers, descriptor.crs());
        TreeMap<String, float[]> bands = new TreeMap<>();
        List<DataIssue> issues = new ArrayList<>();
        for (int i = 0; i < numbers.length; i++) {
            FieldMapping mapping = descriptor.fields().get(i);
            float[] cells = grid.bands().get(i);
            issues.addAll(CellRange.apply(
                    mapping,
                    cells,
                    grid.width(),
                    descriptor.id(),
                    descriptor.source().file()));
            bands.put(mapping.field().name(), cells);
        }
        RasterData data = new RasterData(grid.width(), grid.height(), grid.gridFromCrs(), grid.crs(), bands);
        List<String> notes = new ArrayList<>(grid.notes());
        if (!grid.crs().isEmpty()) {
            notes.addAll(
                    ToWgs84.from(grid.crs(), SourceFailures.where(descriptor)).notes());
        }
        for (String note : notes) {
            issues.add(new DataIssue(
                    DataIssue.Effect.NOTED,
                    descriptor.id(),
                    descriptor.source().file(),
                    0,
                    "",
                    "",
                    "",
                    note,
                    Double.NaN,
                    Double.NaN));
        }
        return new LoadedLayer(new DefaultRasterLayer(info, data), new LayerCounts(1, 1, 0, 0), issues);
    }
}
