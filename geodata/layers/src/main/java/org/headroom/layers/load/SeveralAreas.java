package org.headroom.layers.load;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;

/** Areas put together; each combination is made once and shared. Not safe for several threads. */
final class SeveralAreas {
    private final Map<List<Integer>, Place> known = new HashMap<>();

    /** @param areas areas to put together, at least one, by their number in the layer that they are borrowed from */
    Place place(SortedMap<Integer, Geometry> areas) {
        List<Integer> numbers = List.copyOf(areas.keySet());
        Place place = known.get(numbers);
        if (place == null) {
            place = made(areas);
            known.put(numbers, place);
        }
        return place;
    }

    private Place made(SortedMap<Integer, Geometry> areas) {
        boolean isOne = areas.size() == 1;
        Geometry area = isOne ? areas.values().iterator().next() : OverlayNGRobust.union(areas.values());
        // Below the numbers of the layer itself, and below what stands for none.
        int number = isOne ? areas.firstKey() : Place.OWN - 1 - known.size();
        Point inside = area.getInteriorPoint();
        return new Place(inside.getX(), inside.getY(), area, number, null, null, null, null, "", "");
    }
}
