package org.headroom.cooling;

import java.util.List;
import org.headroom.model.FailureFamily;
import org.headroom.model.HeadroomException;
import org.headroom.model.NearestName;
import org.headroom.spi.ParameterSpec;
import org.headroom.spi.Parameters;

/**
 * The module's figures, as the policy gives them.
 *
 * @param plant the cooling plant
 * @param reach how far records speak for a site
 * @param neighbours what stations say of places between them
 * @param annualMeans what to make of places of which only the mean temperatures are known
 */
record CoolingParameters(CoolingPlant plant, Reach reach, Neighbours neighbours, AnnualMeanModel annualMeans) {

    /**
     * How far records speak for a site.
     *
     * @param stationKm hourly stations, km
     * @param minimumStationHours fewest usable hours of a station
     * @param degreeDayRadiusKm degree-day points that are averaged, km
     * @param degreeDayKm the nearest degree-day point, km
     */
    record Reach(double stationKm, int minimumStationHours, double degreeDayRadiusKm, double degreeDayKm) {}

    /**
     * What stations say of places between them.
     *
     * @param count the nearest ones that are asked
     * @param reachKm none farther is, km
     * @param dryBulbCPerKm how much colder it is higher up, K/km
     * @param wetBulbCPerKm likewise the wet bulb, K/km
     * @param errorC error of the wet bulb that no neighbour shows, K; that of the dry bulb is in proportion to the lapses
     * @param spreadFactor by which the standard deviation of the neighbours goes into the interval
     */
    record Neighbours(
            int count, double reachKm, double dryBulbCPerKm, double wetBulbCPerKm, double errorC, double spreadFactor) {

        /** The error as a difference in height, km. */
        double errorKm() {
            return errorC / wetBulbCPerKm;
        }
    }

    static final List<ParameterSpec> SPECS = List.of(
            ParameterSpec.text(
                    "economiser",
                    "AIR: outside air, limited by dew point; WATER: cooling tower and heat exchanger; DRY: dry cooler."),
            ParameterSpec.number(
                    "supplyTemperatureC",
                    "degC",
                    5,
                    45,
                    "Temperature at which the IT equipment or its loop is supplied."),
            ParameterSpec.number(
                    "returnTemperatureC", "degC", 6, 80, "Temperature that comes back; above the supply temperature."),
            ParameterSpec.number("fanRiseC", "K", 0, 10, "Rise of outside air in the fans of an AIR economiser."),
            ParameterSpec.number(
                    "towerApproachC",
                    "K",
                    0,
                    20,
                    "Tower water above wet bulb, for a WATER economiser and its chiller."),
            ParameterSpec.number(
                    "heatExchangerApproachC", "K", 0, 20, "Loop above tower water, for a WATER economiser."),
            ParameterSpec.number("dryCoolerApproachC", "K", 0, 30, "Loop above dry bulb, for a DRY economiser."),
            ParameterSpec.number(
                    "dewPointMaximumC", "degC", -20, 30, "Dew point above which an AIR economiser stays shut."),
            ParameterSpec.number("evaporatorApproachC", "K", 0, 20, "Supply temperature above evaporation."),
            ParameterSpec.number(
                    "condenserApproachC", "K", 0, 40, "Condensation above dry bulb, or above tower water for WATER."),
            ParameterSpec.number("minimumLiftC", "K", 1, 60, "Least lift from evaporation to condensation."),
            ParameterSpec.number(
                    "chillerCarnotFraction", "1", 0.05, 1, "Chiller's coefficient of performance over Carnot's."),
            ParameterSpec.number(
                    "electricalLossFraction", "1", 0, 1, "Losses of power supply and other loads, per IT power."),
            ParameterSpec.number("fanFraction", "1", 0, 1, "Fan power per IT power."),
            ParameterSpec.number("pumpFraction", "1", 0, 1, "Pump power per IT power."),
            ParameterSpec.number(
                    "maximumStationDistanceKm", "km", 0, 1_000, "How far an hourly station speaks for a site."),
            ParameterSpec.number(
                    "minimumStationHours", "h", 1, 8_784, "Fewest usable hours for a station to speak at all."),
            ParameterSpec.number(
                    "degreeDayRadiusKm", "km", 0, 500, "Degree-day points within are averaged by population."),
            ParameterSpec.number(
                    "maximumDegreeDayDistanceKm",
                    "km",
                    0,
                    1_000,
                    "How far the nearest degree-day point speaks where none is within the radius."),
            ParameterSpec.number(
                    "stationNeighbours", "1", 1, 50, "Stations that are asked for a place that has none of its own."),
            ParameterSpec.number(
                    "maximumNeighbourDistanceKm",
                    "km",
                    0,
                    1_000,
                    "How far a station is asked for a place between stations."),
            ParameterSpec.number("dryBulbLapseCPerKm", "K/km", 1, 15, "How much colder the air is a kilometre higher."),
            ParameterSpec.number(
                    "wetBulbLapseCPerKm", "K/km", 1, 15, "How much lower the wet bulb is a kilometre higher."),
            ParameterSpec.number(
                    "stationErrorC",
                    "K",
                    0,
                    10,
                    "Error of a wet bulb between stations that their disagreement does not show, for the interval."),
            ParameterSpec.number(
                    "disagreementFactor",
                    "1",
                    0,
                    10,
                    "Standard deviations of the neighbouring stations that go into the interval."),
            ParameterSpec.number(
                    "annualRangeC",
                    "K",
                    0,
                    100,
                    "From the coldest to the hottest hour, where only mean temperatures are known; 0: make no estimate."),
            ParameterSpec.number(
                    "annualDryFraction",
                    "1",
                    0,
                    1,
                    "Part of the plant cooled by dry air, the rest by a tower, where only mean temperatures are known."),
            ParameterSpec.number(
                    "annualDryLimitC",
                    "degC",
                    -20,
                    50,
                    "Highest dry bulb of free cooling, where only mean temperatures are known."),
            ParameterSpec.number(
                    "annualWetLimitC",
                    "degC",
                    -20,
                    50,
                    "Highest wet bulb of free cooling, where only mean temperatures are known."));

    static CoolingParameters of(Parameters parameters) {
        CoolingPlant plant = new CoolingPlant(
                economiser(parameters.text("economiser")),
                parameters.number("supplyTemperatureC"),
                parameters.number("returnTemperatureC"),
                new CoolingPlant.Approaches(
                        parameters.number("fanRiseC"),
                        parameters.number("towerApproachC"),
                        parameters.number("heatExchangerApproachC"),
                        parameters.number("dryCoolerApproachC"),
                        parameters.number("evaporatorApproachC"),
                        parameters.number("condenserApproachC")),
                parameters.number("dewPointMaximumC"),
                parameters.number("minimumLiftC"),
                parameters.number("chillerCarnotFraction"),
                parameters.number("electricalLossFraction")
                        + parameters.number("fanFraction")
                        + parameters.number("pumpFraction"));
        if (!(plant.supplyC() < plant.returnC())) {
            throw refused("supplyTemperatureC is " + plant.supplyC() + " and returnTemperatureC " + plant.returnC()
                    + ", the return must be above the supply");
        }
        return new CoolingParameters(
                plant,
                new Reach(
                        parameters.number("maximumStationDistanceKm"),
                        (int) Math.ceil(parameters.number("minimumStationHours")),
                        parameters.number("degreeDayRadiusKm"),
                        parameters.number("maximumDegreeDayDistanceKm")),
                new Neighbours(
                        (int) Math.round(parameters.number("stationNeighbours")),
                        parameters.number("maximumNeighbourDistanceKm"),
                        parameters.number("dryBulbLapseCPerKm"),
                        parameters.number("wetBulbLapseCPerKm"),
                        parameters.number("stationErrorC"),
                        parameters.number("disagreementFactor")),
                new AnnualMeanModel(
                        parameters.number("annualRangeC"),
                        parameters.number("annualDryFraction"),
                        parameters.number("annualDryLimitC"),
                        parameters.number("annualWetLimitC")));
    }

    private static CoolingPlant.Economiser economiser(String text) {
        List<String> known = List.of("AIR", "WATER", "DRY");
        if (!known.contains(text)) {
            throw refused("economiser is \"" + text + "\", it must be one of " + known + NearestName.hint(text, known));
        }
        return CoolingPlant.Economiser.valueOf(text);
    }

    private static HeadroomException refused(String what) {
        return new HeadroomException(
                FailureFamily.POLICY,
                "module cooling: parameter " + what,
                "Correct it in the policy's parameters for cooling.");
    }
}
