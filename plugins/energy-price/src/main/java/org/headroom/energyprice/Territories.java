package org.headroom.energyprice;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.IntPredicate;
import org.headroom.model.LayerKind;
import org.headroom.spi.AreaIndex;
import org.headroom.spi.FeatureLayer;
import org.jspecify.annotations.Nullable;

/**
 * Where utilities serve, with the offer of each: boundary layers of kind UTILITY, and utilities' records in price layers that have an
 * area of their own. The same offer has one number, however many records name it.
 */
final class Territories {
    private final List<Offer> offers = new ArrayList<>();
    private final Map<String, Integer> numbers = new HashMap<>();
    private final List<AreaIndex> areas = new ArrayList<>();
    private final List<int[]> offerOfRecord = new ArrayList<>();

    Territories(List<FeatureLayer> priceLayers, List<FeatureLayer> boundaries, UtilityOffers utilities) {
        for (FeatureLayer layer : priceLayers) {
            add(layer, layer.texts("zoneKind"), utilities);
        }
        for (FeatureLayer layer : boundaries) {
            add(layer, layer.texts("boundaryKind"), utilities);
        }
    }

    private void add(FeatureLayer layer, @Nullable String[] kinds, UtilityOffers utilities) {
        @Nullable String[] zoneCodes = layer.texts("zoneCode");
        @Nullable String[] stateCodes = layer.texts("stateCode");
        IntPredicate isTerritory =
                record -> layer.isArea(record) && "UTILITY".equals(kinds[record]) && zoneCodes[record] != null;
        int[] offerNumbers = new int[layer.size()];
        for (int record = 0; record < offerNumbers.length; record++) {
            String zoneCode = zoneCodes[record];
            offerNumbers[record] = zoneCode != null && isTerritory.test(record)
                    ? number(layer, zoneCode, stateCodes[record], utilities)
                    : -1;
        }
        AreaIndex index = layer.areas(isTerritory);
        if (index.size() > 0) {
            areas.add(index);
            offerOfRecord.add(offerNumbers);
        }
    }

    private int number(FeatureLayer territory, String zoneCode, @Nullable String stateCode, UtilityOffers utilities) {
        String state = stateCode == null ? null : stateCode.trim().toUpperCase(Locale.ROOT);
        Integer known = numbers.get(UtilityOffers.key(zoneCode, state));
        if (known != null) {
            return known;
        }
        Offer offer = utilities.find(zoneCode, state);
        int number = -1;
        if (offer != null) {
            number = offers.size();
            offers.add(
                    territory.kind().equals(LayerKind.BOUNDARY) ? offer.knownAtMost(territory.evidenceClass()) : offer);
        }
        numbers.put(UtilityOffers.key(zoneCode, state), number);
        return number;
    }

    Offer offer(int number) {
        return offers.get(number);
    }

    /** Collects the offers that hold at a place. */
    void serving(double longitude, double latitude, Serving serving) {
        serving.clear();
        for (int i = 0; i < areas.size(); i++) {
            serving.from(offerOfRecord.get(i));
            areas.get(i).covering(longitude, latitude, serving);
        }
    }
}
