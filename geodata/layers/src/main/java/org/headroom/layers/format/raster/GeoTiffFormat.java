package org.headroom.layers.format.raster;

import java.awt.geom.AffineTransform;
import java.awt.image.Raster;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.geotools.api.referencing.crs.CoordinateReferenceSystem;
import org.geotools.api.referencing.crs.EngineeringCRS;
import org.geotools.coverage.grid.GridCoverage2D;
import org.geotools.coverage.util.CoverageUtilities;
import org.geotools.gce.geotiff.GeoTiffReader;
import org.geotools.util.factory.Hints;
import org.headroom.layers.crs.ReferenceSystems;
import org.headroom.layers.format.FileContent;
import org.headroom.layers.format.RasterFormat;
import org.headroom.layers.format.RasterGrid;
import org.headroom.layers.format.SourceAddress;
import org.headroom.layers.format.SourceException;
import org.headroom.model.HeadroomException;
import org.headroom.model.OutsideFailure;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** GeoTIFF, as far as GeoTools can read it. */
public final class GeoTiffFormat implements RasterFormat {
    /** What the reader takes reference system and place from where the file itself says nothing of them. */
    private static final List<String> GEOREFERENCES = List.of(".prj", ".tab", ".wld", ".tfw");

    /** What says how cells are to be read, and has the file refused. */
    private static final List<String> SIDECARS = List.of(".aux.xml", ".msk");

    private static final Logger LOG = LoggerFactory.getLogger(GeoTiffFormat.class);

    @Override
    public String id() {
        return "geotiff";
    }

    @Override
    public Set<FileContent> contents() {
        return Set.of(FileContent.TIFF);
    }

    @Override
    public Set<String> endings() {
        return Set.of(".tif", ".tiff");
    }

    @Override
    public List<Path> files(SourceAddress source) {
        Path file = source.file();
        String name = String.valueOf(file.getFileName());
        String base = name.substring(0, Math.max(0, name.lastIndexOf('.')));
        List<Path> files = new ArrayList<>(List.of(file));
        Stream.concat(
                        GEOREFERENCES.stream().map(base::concat),
                        SIDECARS.stream().map(name::concat))
                .filter(beside -> Files.isRegularFile(file.resolveSibling(beside)))
                .forEach(beside -> files.add(source.beside(beside)));
        return files;
    }

    @Override
    public RasterGrid read(SourceAddress source, int[] bands, @Nullable String crs) throws IOException {
        Path file = source.file();
        List<String> notes = TiffLayout.check(file);
        PamSidecar.check(file);
        Hints hints = new Hints();
        if (crs != null) {
            hints.put(
                    Hints.DEFAULT_COORDINATE_REFERENCE_SYSTEM,
                    ReferenceSystems.get(crs, String.valueOf(file.getFileName())));
        }
        GeoTiffReader reader = null;
        GridCoverage2D coverage = null;
        try {
            reader = new GeoTiffReader(file.toFile(), hints);
            coverage = reader.read(null);
            return read(coverage, bands, notes);
        } catch (SourceException | HeadroomException e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            Optional<HeadroomException> outOfMemory = OutsideFailure.findOutOfMemory(e);
            if (outOfMemory.isPresent()) {
                throw outOfMemory.get();
            }
            // What the library says names its own classes, or nothing that a person knows.
            LOG.trace("{} cannot be read", file, e);
            if (String.valueOf(e.getMessage()).contains("Raster to Model Transformation")) {
                throw new SourceException(
                        "does not say where on the earth its cells lie",
                        "Give it a georeference, as by gdal_edit.py -a_srs EPSG:4326 -a_ullr WEST NORTH EAST SOUTH FILE.");
            }
            throw new SourceException(
                    "cannot be read as GeoTIFF: its directory or its cells are damaged, or of a kind that is not read",
                    "Copy the file again; if it is whole, write it anew, as by gdal_translate IN OUT.");
        } finally {
            if (coverage != null) {
                coverage.dispose(true);
            }
            if (reader != null) {
                reader.dispose();
            }
        }
    }

    private static RasterGrid read(GridCoverage2D coverage, int[] numbers, List<String> notes) throws IOException {
        Raster raster = coverage.getRenderedImage().getData();
        int width = raster.getWidth();
        int height = raster.getHeight();
        if (!(coverage.getGridGeometry().getGridToCRS2D() instanceof AffineTransform centre)) {
            throw new SourceException(
                    "has a grid that is not a plain affine one", "Warp the raster to a regular grid.");
        }
        double[] inverse = new double[6];
        try {
            centre.createInverse().getMatrix(inverse);
        } catch (java.awt.geom.NoninvertibleTransformException e) {
            throw new SourceException("has a grid with cells of no size", "Check the raster's georeference.");
        }
        double[] affine = {
            inverse[0], inverse[2], inverse[4] - raster.getMinX(), inverse[1], inverse[3], inverse[5] - raster.getMinY()
        };
        List<float[]> bands = new ArrayList<>();
        double noData = noData(coverage);
        for (int number : numbers) {
            checkBand(number, raster.getNumBands());
            float[] cells = raster.getSamples(
                    raster.getMinX(), raster.getMinY(), width, height, number - 1, new float[width * height]);
            removeNoData(cells, noData);
            bands.add(cells);
        }
        CoordinateReferenceSystem crs = coverage.getCoordinateReferenceSystem2D();
        if (crs instanceof EngineeringCRS) {
            throw new SourceException("says nothing about its reference system", "Give \"crs\" in the descriptor.");
        }
        return new RasterGrid(width, height, affine, ReferenceSystems.text(crs), bands, notes);
    }

    private static double noData(GridCoverage2D coverage) {
        var property = CoverageUtilities.getNoDataProperty(coverage);
        return property == null ? Double.NaN : property.getAsSingleValue();
    }

    private static void checkBand(int number, int bands) throws SourceException {
        if (number > bands) {
            throw new SourceException(
                    "has " + bands + " bands, so there is no band " + number, "Correct the band numbers in fields.");
        }
    }

    /** Makes cells without data NaN. */
    private static void removeNoData(float[] cells, double noData) {
        for (int i = 0; i < cells.length; i++) {
            if (cells[i] == (float) noData || Float.isInfinite(cells[i])) {
                cells[i] = Float.NaN;
            }
        }
    }
}
