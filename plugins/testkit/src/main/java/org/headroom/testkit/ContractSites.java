package org.headroom.testkit;

import java.util.Map;
import org.headroom.model.LayerKind;
import org.headroom.model.SiteOrigin;
import org.headroom.spi.FeatureLayer;
import org.headroom.spi.ModuleContext;
import org.headroom.spi.ScoringModule;

/** The sites that a module is measured at when its test names none: on, beside and far from the records, and the odd places of the globe. */
final class ContractSites {
    private static final int RECORDS_PER_LAYER = 20;
    private static final double[] OFFSETS = {0, 0.01, -0.3, 2};
    private static final double[][] ODD_PLACES = {
        {0, 0}, {180, 0}, {-180, 0}, {179.999, 51.5}, {-179.999, 51.5}, {0, 90}, {0, -90}, {-98.35, 39.5}
    };

    private ContractSites() {}

    static MemorySites around(ScoringModule module, ModuleContext context) {
        MemorySites.Builder sites = MemorySites.builder();
        int number = 0;
        for (LayerKind kind : ModuleDeclaration.kinds(module)) {
            for (FeatureLayer layer : context.featureLayers(kind)) {
                for (int record = 0; record < Math.min(layer.size(), RECORDS_PER_LAYER); record++) {
                    if (layer.isLocated(record)) {
                        for (double offset : OFFSETS) {
                            add(sites, number++, layer.longitude(record) + offset, layer.latitude(record) - offset / 3);
                        }
                    }
                }
            }
        }
        for (double[] place : ODD_PLACES) {
            add(sites, number++, place[0], place[1]);
        }
        return sites.build();
    }

    private static void add(MemorySites.Builder sites, int number, double longitude, double latitude) {
        SiteOrigin origin = number % 5 == 4 ? SiteOrigin.BROWNFIELD : SiteOrigin.GREENFIELD;
        double lat = Math.max(-90, Math.min(90, latitude));
        double lon = longitude > 180 ? longitude - 360 : longitude < -180 ? longitude + 360 : longitude;
        sites.site("site-" + number, origin, lon, lat, Map.of());
    }
}
