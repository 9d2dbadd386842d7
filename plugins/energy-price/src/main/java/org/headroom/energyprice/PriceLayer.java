package org.headroom.energyprice;

import java.util.Locale;
import org.headroom.model.EvidenceClass;
import org.headroom.model.LayerField;
import org.headroom.spi.FeatureLayer;
import org.jspecify.annotations.Nullable;

/** The columns of one energy-price layer. */
final class PriceLayer {
    private final FeatureLayer layer;
    private final @Nullable String[] kinds;
    private final @Nullable String[] zoneCodes;
    private final @Nullable String[] stateCodes;
    private final @Nullable String[] names;
    private final @Nullable String[] parts;
    private final @Nullable String[] markets;
    private final @Nullable String[] ownerships;
    private final double[] years;
    private final double[] allIn;
    private final double[] energyOnly;
    private final double[] delivery;
    private final double[] revenueUsd;
    private final double[] salesMwh;

    PriceLayer(FeatureLayer layer) {
        this.layer = layer;
        kinds = layer.texts("zoneKind");
        zoneCodes = layer.texts("zoneCode");
        stateCodes = layer.texts("stateCode");
        names = layer.texts("name");
        parts = layer.texts("servicePart");
        markets = layer.texts("market");
        ownerships = layer.texts("ownership");
        years = layer.numbers("priceYear");
        allIn = layer.numbers("energyPriceUsdPerMwh");
        energyOnly = layer.numbers("energyOnlyPriceUsdPerMwh");
        delivery = layer.numbers("deliveryChargeUsdPerMwh");
        revenueUsd = layer.numbers("revenueUsd");
        salesMwh = layer.numbers("salesMwh");
    }

    FeatureLayer layer() {
        return layer;
    }

    boolean is(int record, String kind) {
        return kind.equals(kinds[record]);
    }

    @Nullable
    String zoneCode(int record) {
        return zoneCodes[record];
    }

    @Nullable
    String stateCode(int record) {
        String code = stateCodes[record];
        return code == null ? null : code.trim().toUpperCase(Locale.ROOT);
    }

    @Nullable
    String name(int record) {
        return names[record];
    }

    /** Market on whose grid the seller is; null where the layer does not say. */
    @Nullable
    String market(int record) {
        return markets[record];
    }

    /** A word of the vocabulary, {@link LayerField#NOT_UNDERSTOOD}, or null where the layer does not say. */
    @Nullable
    String ownership(int record) {
        return ownerships[record];
    }

    /** Year that the price is of; NaN where the layer does not say. */
    double year(int record) {
        return years[record];
    }

    /** Whether any record may say which year its price is of. */
    boolean hasYears() {
        return layer.hasField("priceYear");
    }

    /** The state whose average the record is, in capital letters; null when it is something else. */
    @Nullable
    String stateOfAverage(int record) {
        if (!is(record, "STATE")) {
            return null;
        }
        String state = stateCodes[record] == null ? zoneCodes[record] : stateCodes[record];
        return state == null ? null : state.trim().toUpperCase(Locale.ROOT);
    }

    /** A, B, C or D; A where the layer does not tell parts apart. */
    String part(int record) {
        String part = parts[record];
        return part == null ? "A" : part.trim().toUpperCase(Locale.ROOT);
    }

    /** The price as the layer gives it: all-in, else energy and delivery together; NaN where it gives neither. */
    double statedPrice(int record) {
        return Double.isNaN(allIn[record]) ? energyOnly[record] + delivery[record] : allIn[record];
    }

    /** Evidence class of {@link #statedPrice}: a sum is derived. */
    EvidenceClass statedEvidence(int record) {
        return Double.isNaN(allIn[record])
                ? EvidenceClass.weaker(layer.evidenceClass(), EvidenceClass.DERIVED)
                : layer.evidenceClass();
    }

    /** Stated price, else revenue by sales of this one record; NaN where the layer gives neither. */
    double price(int record) {
        double stated = statedPrice(record);
        if (!Double.isNaN(stated)) {
            return stated;
        }
        return hasSales(record) ? revenueUsd[record] / salesMwh[record] : Double.NaN;
    }

    EvidenceClass evidence(int record) {
        return Double.isNaN(statedPrice(record))
                ? EvidenceClass.weaker(layer.evidenceClass(), EvidenceClass.DERIVED)
                : statedEvidence(record);
    }

    /** Whether revenue and sales are both known, something was sold, and it is understood which part of a sale this is. */
    boolean hasSales(int record) {
        return !LayerField.NOT_UNDERSTOOD.equals(parts[record])
                && !Double.isNaN(revenueUsd[record])
                && salesMwh[record] > 0;
    }

    double revenueUsd(int record) {
        return revenueUsd[record];
    }

    double salesMwh(int record) {
        return salesMwh[record];
    }
}
