package org.headroom.energyprice;

import java.util.List;
import org.headroom.model.FailureFamily;
import org.headroom.model.HeadroomException;
import org.headroom.spi.ParameterSpec;
import org.headroom.spi.Parameters;

/**
 * What the policy decides for this module.
 *
 * @param minimumSalesMwh yearly sales below which a utility's average says too little
 * @param nodeReachKm distance within which the price of a node counts
 * @param asInterval whether several utilities give an interval from the cheapest to the dearest instead of their mean
 */
record EnergyPriceParameters(double minimumSalesMwh, double nodeReachKm, boolean asInterval) {
    static final List<ParameterSpec> SPECS = List.of(
            ParameterSpec.number(
                    "minimumSalesMwh",
                    "MWh",
                    0,
                    1e9,
                    "Yearly sales to the customer class below which a utility's average price says too little."),
            ParameterSpec.number(
                    "nodeReachKm", "km", 0, 500, "Distance within which the price of a node counts for a site."),
            ParameterSpec.text(
                    "severalUtilities",
                    "Where several utilities serve a place: MEAN of their prices weighted by sales, or INTERVAL from the cheapest"
                            + " to the dearest."));

    static EnergyPriceParameters of(Parameters parameters) {
        String several = parameters.text("severalUtilities");
        if (!several.equals("MEAN") && !several.equals("INTERVAL")) {
            throw new HeadroomException(
                    FailureFamily.POLICY,
                    "parameter severalUtilities of module energy-price is \"" + several + "\"",
                    "It must be MEAN or INTERVAL.");
        }
        return new EnergyPriceParameters(
                parameters.number("minimumSalesMwh"), parameters.number("nodeReachKm"), several.equals("INTERVAL"));
    }
}
