package org.headroom.energyprice;

import java.util.List;
import org.headroom.model.Criterion;
import org.headroom.model.Direction;
import org.headroom.model.LayerKind;
import org.headroom.spi.LayerNeed;
import org.headroom.spi.Measurer;
import org.headroom.spi.ModuleContext;
import org.headroom.spi.ParameterSpec;
import org.headroom.spi.Parameters;
import org.headroom.spi.RecordNote;
import org.headroom.spi.ScoringModule;
import org.headroom.spi.SpiVersion;

/**
 * Measures the all-in price of energy: of the node or zone that covers the site, else of the utilities that serve it, else of its state
 * as a fallback.
 */
public final class EnergyPriceModule implements ScoringModule {
    static final String PRICE = "energyPriceUsdPerMwh";
    static final double HIGHEST_USD_PER_MWH = 5_000;

    private static final List<Criterion> CRITERIA = List.of(Criterion.number(
            PRICE,
            "Energy price",
            "USD/MWh",
            Direction.LOWER_IS_BETTER,
            0,
            HIGHEST_USD_PER_MWH,
            "Price of energy with delivery and taxes that a new large load could pay, in one year: of the node or zone, from the cheapest to"
                    + " the dearest of the utilities that serve the place, or of the state",
            "US Energy Information Administration, Form EIA-861, revenue by sales"));

    /** Made by the service loader. */
    public EnergyPriceModule() {}

    @Override
    public String id() {
        return "energy-price";
    }

    @Override
    public int spiVersion() {
        return SpiVersion.CURRENT;
    }

    @Override
    public List<Criterion> criteria() {
        return CRITERIA;
    }

    @Override
    public List<LayerNeed> layers() {
        return List.of(LayerNeed.optional(LayerKind.ENERGY_PRICE), LayerNeed.optional(LayerKind.BOUNDARY));
    }

    @Override
    public List<ParameterSpec> parameters() {
        return EnergyPriceParameters.SPECS;
    }

    @Override
    public void check(Parameters parameters) {
        EnergyPriceParameters.of(parameters);
    }

    @Override
    public boolean dependsOnDate() {
        return false;
    }

    @Override
    public List<RecordNote> notes(ModuleContext context) {
        return EnergyPriceMeasurer.listed(
                context.featureLayers(LayerKind.ENERGY_PRICE), EnergyPriceParameters.of(context.parameters()));
    }

    @Override
    public Measurer bind(ModuleContext context) {
        return new EnergyPriceMeasurer(
                context.featureLayers(LayerKind.ENERGY_PRICE),
                context.featureLayers(LayerKind.BOUNDARY),
                EnergyPriceParameters.of(context.parameters()));
    }
}
