package org.headroom.overlay.record;

import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.headroom.spi.AreaIndex;
import org.headroom.spi.FeatureLayer;
import org.headroom.spi.FieldCondition;
import org.headroom.spi.ShapeIndex;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.index.strtree.STRtree;

/**
 * The records of one layer that meet some conditions, with their indexes, which are built when they are first needed and shared by all criteria with the
 * same layer and conditions. Safe for several threads.
 */
public final class Records {
    private static final GeometryFactory FACTORY = new GeometryFactory();

    private final FeatureLayer layer;
    private final Selection selection;
    private final Once<ShapeIndex> sureShapes;
    private final Once<ShapeIndex> possibleShapes;
    private final Once<AreaIndex> sureAreas;
    private final Once<AreaIndex> possibleAreas;
    private final Once<STRtree> boxes;

    /** @param where conditions that a record must meet to count; none for every record */
    public Records(FeatureLayer layer, List<FieldCondition> where) {
        this.layer = layer;
        selection = new Selection(layer, where);
        sureShapes = new Once<>(() -> layer.shapes(selection::isSure));
        possibleShapes = new Once<>(() -> layer.shapes(selection::isPossible));
        sureAreas = new Once<>(() -> layer.areas(selection::isSure));
        possibleAreas = new Once<>(() -> layer.areas(selection::isPossible));
        boxes = new Once<>(this::treeOfBoxes);
    }

    /** The layer itself. */
    public FeatureLayer layer() {
        return layer;
    }

    /** Whether it is not decided of some record whether it counts. */
    public boolean hasPossible() {
        return selection.hasPossible();
    }

    /** Those that count, or those of which that is not decided. */
    public ShapeIndex shapes(boolean isSure) {
        return (isSure ? sureShapes : possibleShapes).get();
    }

    /** As {@link #shapes}, areas only. */
    public AreaIndex areas(boolean isSure) {
        return (isSure ? sureAreas : possibleAreas).get();
    }

    /** Whether a record counts; of those that {@link #areasNear} gives the others may count. */
    public boolean isSure(int record) {
        return selection.isSure(record);
    }

    /** The areas that count or may count whose box meets that of a part of an area, in ascending order. */
    public SortedSet<Integer> areasNear(Geometry area) {
        SortedSet<Integer> near = new TreeSet<>();
        for (int i = 0; i < area.getNumGeometries(); i++) {
            boxes.get().query(area.getGeometryN(i).getEnvelopeInternal(), record -> near.add((Integer) record));
        }
        return near;
    }

    private STRtree treeOfBoxes() {
        STRtree tree = new STRtree();
        for (int record = 0; record < layer.size(); record++) {
            if (layer.isArea(record) && (selection.isSure(record) || selection.isPossible(record))) {
                tree.insert(shape(record).getEnvelopeInternal(), record);
            }
        }
        tree.build();
        return tree;
    }

    /** The whole shape of a located record, or its place when the layer knows no shapes. */
    public Geometry shape(int record) {
        Geometry shape = layer.geometry(record);
        return shape != null
                ? shape
                : FACTORY.createPoint(new Coordinate(layer.longitude(record), layer.latitude(record)));
    }
}
