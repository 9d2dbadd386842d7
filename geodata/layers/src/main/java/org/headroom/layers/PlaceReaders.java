package org.headroom.layers;

import java.util.function.Function;
import org.headroom.layers.crs.ToWgs84;
import org.headroom.layers.descriptor.GeometrySpec;
import org.headroom.layers.format.RecordSource;
import org.headroom.layers.load.AreaJoin;
import org.headroom.layers.load.ColumnLookup;
import org.headroom.layers.load.ColumnPlaces;
import org.headroom.layers.load.OwnPlaces;
import org.headroom.layers.load.Place;
import org.headroom.layers.load.PlaceReader;
import org.headroom.model.FailureFamily;
import org.headroom.model.HeadroomException;
import org.headroom.spi.FeatureLayer;

/** Chooses how the records of a source are located. */
final class PlaceReaders {
    private PlaceReaders() {}

    /** @param joined gives a loaded layer by id */
    static PlaceReader of(
            LayerDescriptor descriptor,
            RecordSource source,
            ColumnLookup columns,
            Function<String, FeatureLayer> joined) {
        GeometrySpec.Place place = descriptor.geometry().place();
        if (place == GeometrySpec.Place.NONE) {
            return record -> Place.NOWHERE;
        }
        if (place == GeometrySpec.Place.POINT) {
            Place point = Place.point(
                    descriptor.geometry().pointLongitude(),
                    descriptor.geometry().pointLatitude());
            return record -> point;
        }
        if (place == GeometrySpec.Place.JOIN) {
            FeatureLayer areas = joined.apply(descriptor.geometry().joinLayer());
            if (!(areas instanceof DefaultFeatureLayer own)) {
                throw new HeadroomException(
                        FailureFamily.CONFIG,
                        descriptor.file() + ": geometry.join.layer: there is no layer \""
                                + descriptor.geometry().joinLayer() + "\" with areas",
                        "Name a boundary layer of the project.");
            }
            return new AreaJoin(descriptor.geometry(), columns, own, own::area, own::areaNumber);
        }
        String crs = descriptor.crs();
        if (crs == null) {
            crs = place == GeometrySpec.Place.COLUMNS
                    ? "EPSG:4326"
                    : source.findCrs()
                            .orElseThrow(() -> new HeadroomException(
                                    FailureFamily.DATA,
                                    SourceFailures.where(descriptor)
                                            + ": the file does not say its coordinate reference system",
                                    "Give \"crs\" in the descriptor " + descriptor.file() + ", such as EPSG:4326."));
        }
        ToWgs84 toWgs84 = ToWgs84.from(crs, SourceFailures.where(descriptor));
        return place == GeometrySpec.Place.COLUMNS
                ? new ColumnPlaces(descriptor.geometry(), columns, toWgs84)
                : new OwnPlaces(toWgs84, descriptor.geometry(), descriptor.kind());
    }
}
