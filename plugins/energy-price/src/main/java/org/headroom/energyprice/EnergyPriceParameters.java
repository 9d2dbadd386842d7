package org.headroom.energyprice;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.headroom.model.FailureFamily;
import org.headroom.model.HeadroomException;
import org.headroom.spi.ParameterSpec;
import org.headroom.spi.Parameters;

/**
 * What the policy decides for this module.
 *
 * @param minimumSalesMwh yearly sales below which a utility's average says too little
 * @param representativeSalesMwh yearly sales below which a utility's average need not be what a new large load would pay
 * @param nodeReachKm distance within which the price of a node counts
 * @param priceYear year to which all prices are brought
 * @param lowestBelievedUsdPerMwh price below which a record is listed and left out
 * @param highestBelievedUsdPerMwh price above which a record is listed and left out
 * @param retailChoiceStates states in which a new large load may choose who sells it energy; capital letters
 * @param federalSellersOpenToAll zone codes of federal sellers that sell to a new large load
 */
record EnergyPriceParameters(
        double minimumSalesMwh,
        double representativeSalesMwh,
        double nodeReachKm,
        int priceYear,
        double lowestBelievedUsdPerMwh,
        double highestBelievedUsdPerMwh,
        Set<String> retailChoiceStates,
        Set<String> federalSellersOpenToAll) {
    static final List<ParameterSpec> SPECS = List.of(
            ParameterSpec.number(
                    "minimumSalesMwh",
                    "MWh",
                    0,
                    1e9,
                    "Yearly sales to the customer class below which a utility's average price says too little."),
            ParameterSpec.number(
                    "representativeSalesMwh",
                    "MWh",
                    0,
                    1e9,
                    "Yearly sales to the customer class below which the price is anything from the utility's average to its state's."),
            ParameterSpec.number(
                    "nodeReachKm", "km", 0, 500, "Distance within which the price of a node counts for a site."),
            ParameterSpec.number("priceYear", "1", 1_990, 2_100, "Year to which all prices are brought."),
            ParameterSpec.number(
                    "lowestBelievedUsdPerMwh",
                    "USD/MWh",
                    0,
                    EnergyPriceModule.HIGHEST_USD_PER_MWH,
                    "Price below which a record is listed and left out."),
            ParameterSpec.number(
                    "highestBelievedUsdPerMwh",
                    "USD/MWh",
                    0,
                    EnergyPriceModule.HIGHEST_USD_PER_MWH,
                    "Price above which a record is listed and left out."),
            ParameterSpec.text(
                    "retailChoiceStates",
                    "States in which a new large load may choose who sells it energy, by their two letters, or NONE."),
            ParameterSpec.text(
                    "federalSellersOpenToAll",
                    "Zone codes of federal sellers that sell to a new large load, or NONE; all others sell preference power."));

    static EnergyPriceParameters of(Parameters parameters) {
        double year = parameters.number("priceYear");
        if (year != Math.rint(year)) {
            throw new HeadroomException(
                    FailureFamily.POLICY,
                    "parameter priceYear of module energy-price is " + year,
                    "It must be a whole year, such as 2023.");
        }
        double lowest = parameters.number("lowestBelievedUsdPerMwh");
        double highest = parameters.number("highestBelievedUsdPerMwh");
        if (lowest > highest) {
            throw new HeadroomException(
                    FailureFamily.POLICY,
                    "parameters of module energy-price: lowestBelievedUsdPerMwh, " + lowest
                            + ", is above highestBelievedUsdPerMwh, " + highest,
                    "Exchange them, or correct one.");
        }
        Set<String> states = words(parameters.text("retailChoiceStates"));
        states.stream()
                .filter(state -> state.length() != 2)
                .sorted()
                .findFirst()
                .ifPresent(state -> {
                    throw new HeadroomException(
                            FailureFamily.POLICY,
                            "module energy-price: parameter retailChoiceStates has \"" + state + "\"",
                            "Write the two letters of each state, such as TX, or NONE.");
                });
        return new EnergyPriceParameters(
                parameters.number("minimumSalesMwh"),
                parameters.number("representativeSalesMwh"),
                parameters.number("nodeReachKm"),
                (int) year,
                lowest,
                highest,
                states,
                words(parameters.text("federalSellersOpenToAll")));
    }

    private static Set<String> words(String text) {
        return Arrays.stream(text.toUpperCase(Locale.ROOT).split("[,\\s]+"))
                .filter(word -> !word.isEmpty() && !word.equals("NONE"))
                .collect(Collectors.toUnmodifiableSet());
    }
}
