package org.headroom.energyprice;

import org.headroom.model.EvidenceClass;
import org.headroom.spi.FeatureLayer;

/**
 * What one utility takes for a MWh in one state.
 *
 * @param usdPerMwh all-in average price
 * @param salesMwh yearly sales that the average stands on; NaN where the layer does not say
 * @param evidence how it came to be known
 * @param layer layer of the record with the largest sales, which stands for the offer
 * @param record that record
 */
record Offer(double usdPerMwh, double salesMwh, EvidenceClass evidence, FeatureLayer layer, int record) {}
