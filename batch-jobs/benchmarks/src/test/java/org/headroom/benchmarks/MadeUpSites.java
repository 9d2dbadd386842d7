package org.headroom.benchmarks;

import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.headroom.model.FieldType;
import org.headroom.model.LayerField;
import org.headroom.model.SiteAttributes;
import org.headroom.model.SiteOrigin;
import org.headroom.spi.SiteBlock;
import org.jspecify.annotations.Nullable;

/** A block of sites with the attributes that the workload's sites have, spread as theirs are; the other attributes are missing. */
final class MadeUpSites implements SiteBlock {
    private final double[] longitudes = Block.longitudes();
    private final double[] latitudes = Block.latitudes();
    private final Map<String, double[]> numbers = new TreeMap<>();
    private final Map<String, @Nullable String[]> texts = new TreeMap<>();

    MadeUpSites() {
        for (LayerField attribute : SiteAttributes.all()) {
            if (attribute.type() == FieldType.NUMBER) {
                double[] missing = new double[Block.SITES];
                Arrays.fill(missing, Double.NaN);
                numbers.put(attribute.name(), missing);
            } else {
                texts.put(attribute.name(), new String[Block.SITES]);
            }
        }
        Random random = Block.random(7);
        for (int site = 0; site < Block.SITES; site++) {
            boolean isMine = random.nextDouble() < 0.01;
            texts("siteId")[site] = Integer.toString(site + 1);
            texts(SiteAttributes.ORIGIN)[site] = SiteOrigin.GREENFIELD.name();
            texts("siteKind")[site] = isMine ? "MINING" : random.nextDouble() < 0.8 ? "GREENFIELD" : "BROWNFIELD";
            texts("coolingTechnology")[site] = random.nextDouble() < 0.05 ? "LIQUID" : "AIR";
            texts("inFloodZone")[site] = random.nextDouble() < 0.06 ? "YES" : "NO";
            numbers("contractedCapacityMw")[site] = isMine ? 5 + 395 * random.nextDouble() : 0;
            numbers("buildableAreaHa")[site] = StrictMath.exp(4.2 + random.nextGaussian());
            numbers("distanceToFibreKm")[site] = -18 * StrictMath.log(1 - random.nextDouble());
            numbers("fossilFraction")[site] = random.nextDouble();
        }
    }

    @Override
    public int size() {
        return Block.SITES;
    }

    @Override
    public String siteId(int site) {
        return Integer.toString(site + 1);
    }

    @Override
    public SiteOrigin origin(int site) {
        return SiteOrigin.GREENFIELD;
    }

    @Override
    public double[] longitudes() {
        return longitudes;
    }

    @Override
    public double[] latitudes() {
        return latitudes;
    }

    @Override
    public double[] numbers(String attribute) {
        double[] values = numbers.get(attribute);
        if (values == null) {
            throw new IllegalArgumentException("there is no number attribute " + attribute);
        }
        return values;
    }

    @Override
    public @Nullable String[] texts(String attribute) {
        @Nullable String[] values = texts.get(attribute);
        if (values == null) {
            throw new IllegalArgumentException("there is no text attribute " + attribute);
        }
        return values;
    }
}
